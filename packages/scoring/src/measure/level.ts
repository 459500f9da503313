// One of a few described levels, each worth its points.
import type { Slot } from '../compile/context.ts';
import { PENDING, SCORED } from '../compile/row.ts';
import { plain, units } from '../decimal.ts';
import type { Argument } from '../explain/step.ts';
import { shown, under } from '../explain/trace.ts';
import { failInput } from '../refusal.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './entered.ts';
import { entryAt, readNumber, wrongKind } from './read.ts';

export function levelGauge(slot: Slot, measure: MeasureOf<'level'>): Gauge {
  const { index } = slot;
  const { id } = slot.criterion;
  const levels = new Map(measure.levels.map((l) => [l.id, rangeOf(l)]));
  return {
    read: (s, entry) => {
      if (!('level' in entry)) return wrongKind(s, id, 'level');
      const range = levels.get(entry.level);
      if (range === undefined) return failInput('unknown-level', entryAt(s, id), `no level ${entry.level}`);
      const { from, to } = range;
      if (entry.value === undefined && from !== to) return PENDING;
      const raw = entry.value === undefined ? from : readNumber(entry.value, s, id);
      if (raw < from || raw > to)
        return failInput('outside-level', entryAt(s, id), `level ${entry.level} takes ${plain(from)} to ${plain(to)}`);
      s.row.raw[index] = raw;
      return SCORED;
    },
    explain: (s, entry) => {
      const level = 'level' in entry ? entry.level : '';
      const found = measure.levels.find((l) => l.id === level);
      const range: Record<string, Argument> =
        found?.from === undefined && found?.to === undefined
          ? {}
          : { from: found.from ?? found.points, to: found.to ?? found.points };
      return { ...under(slot, 'level', { level, ...range }, shown(s.row.raw[index]!)), label: found?.label ?? level };
    },
  };
}

/** The marks that a level takes: its points, or the range that it leaves. */
function rangeOf({ points, from, to }: { points: number; from?: number | undefined; to?: number | undefined }) {
  return { from: units(from ?? points), to: units(to ?? points) };
}
