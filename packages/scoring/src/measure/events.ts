// Things that happened, each with the points of its tariff, on top of full or zero points.

import { NONE, SCORED } from '../compile/row.ts';
import { UNIT, units } from '../decimal.ts';
import { refuse } from '../refusal.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './measure.ts';
import { entryAt, inRange, wrongKind } from './read.ts';

export function compileEvents(measure: MeasureOf<'events'>, id: string, index: number, full: number): Gauge {
  const tariff = new Map(measure.tariff.map((t) => [t.id, units(t.points)]));
  const start = measure.start === 'full' ? full : 0;
  return (s, entry) => {
    if ('na' in entry) return NONE;
    if (!('events' in entry)) return wrongKind(s, id, 'events');
    let raw = start;
    let count = 0;
    let faults = 0;
    const best = new Map<string, number>();
    for (const event of entry.events) {
      const points = tariff.get(event.code);
      if (points === undefined) return refuse('unknown-event', entryAt(s, id), `no event ${event.code} in the tariff`);
      const times = event.times ?? 1;
      if (!Number.isInteger(times) || times < 0) return refuse('not-a-count', entryAt(s, id), `${times} is no count`);
      if (times === 0) continue;
      count += times;
      if (points < 0) faults += times;
      if (!measure.highestOnly || event.subject === undefined) raw += points * times;
      else best.set(event.subject, Math.max(points, best.get(event.subject) ?? points));
    }
    for (const points of best.values()) raw += points;
    s.row.raw[index] = inRange(raw, s, id);
    s.row.events[index] = count * UNIT;
    s.row.faults[index] = faults * UNIT;
    return SCORED;
  };
}
