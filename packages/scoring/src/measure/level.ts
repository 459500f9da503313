// One of a few described levels, each worth its points.
import type { Slot } from '../compile/context.ts';
import { SCORED } from '../compile/row.ts';
import { units } from '../decimal.ts';
import { shown, under } from '../explain/trace.ts';
import { failInput } from '../refusal.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './entered.ts';
import { entryAt, wrongKind } from './read.ts';

export function levelGauge(slot: Slot, measure: MeasureOf<'level'>): Gauge {
  const { index } = slot;
  const { id } = slot.criterion;
  const levels = new Map(measure.levels.map((l) => [l.id, units(l.points)]));
  return {
    read: (s, entry) => {
      if (!('level' in entry)) return wrongKind(s, id, 'level');
      const raw = levels.get(entry.level);
      if (raw === undefined) return failInput('unknown-level', entryAt(s, id), `no level ${entry.level}`);
      s.row.raw[index] = raw;
      return SCORED;
    },
    explain: (s, entry) => {
      const level = 'level' in entry ? entry.level : '';
      const label = measure.levels.find((l) => l.id === level)?.label ?? level;
      return { ...under(slot, 'level', { level }, shown(s.row.raw[index]!)), label };
    },
  };
}
