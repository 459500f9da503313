// One of a few described levels, each worth its points.

import { NONE, SCORED } from '../compile/row.ts';
import { units } from '../decimal.ts';
import { refuse } from '../refusal.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './measure.ts';
import { entryAt, wrongKind } from './read.ts';

export function compileLevel(measure: MeasureOf<'level'>, id: string, index: number): Gauge {
  const levels = new Map(measure.levels.map((l) => [l.id, units(l.points)]));
  return (s, entry) => {
    if ('na' in entry) return NONE;
    if (!('level' in entry)) return wrongKind(s, id, 'level');
    const raw = levels.get(entry.level);
    if (raw === undefined) return refuse('unknown-level', entryAt(s, id), `no level ${entry.level}`);
    s.row.raw[index] = raw;
    return SCORED;
  };
}
