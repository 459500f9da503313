// Things that happened, each with the points of its tariff, on top of full or zero points.
import type { Slot } from '../compile/context.ts';
import { SCORED } from '../compile/row.ts';
import { plain, UNIT, units } from '../decimal.ts';
import type { Explain } from '../explain/step.ts';
import { shown, under } from '../explain/trace.ts';
import type { Entry, Event } from '../input.ts';
import { failInput } from '../refusal.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './entered.ts';
import { entryAt, inRange, wrongKind } from './read.ts';

type EventsEntry = Extract<Entry, { events: unknown }>;

export function eventsGauge(slot: Slot, measure: MeasureOf<'events'>, full: number): Gauge {
  const { index } = slot;
  const { id } = slot.criterion;
  const tariff = new Map(measure.tariff.map((t) => [t.id, units(t.points)]));
  const start = measure.start === 'full' ? full : 0;
  return {
    read: (s, entry) => {
      if (!('events' in entry)) return wrongKind(s, id, 'events');
      let raw = start;
      let count = 0;
      let faults = 0;
      for (const event of entry.events) {
        const points = tariff.get(event.code);
        if (points === undefined)
          return failInput('unknown-event', entryAt(s, id), `no event ${event.code} in the tariff`);
        const times = event.times ?? 1;
        if (!Number.isInteger(times) || times < 0)
          return failInput('not-a-count', entryAt(s, id), `${times} is no count`);
        count += times;
        if (points < 0) faults += times;
        raw += points * times;
      }
      if (measure.highestOnly) raw = start + sum(contributions(entry, tariff, true));
      s.row.raw[index] = inRange(raw, s, id);
      s.row.events[index] = count * UNIT;
      s.row.faults[index] = faults * UNIT;
      return SCORED;
    },
    explain: (s, entry) => ({
      ...under(slot, 'events', { start: plain(start), highestOnly: measure.highestOnly }, shown(s.row.raw[index]!)),
      of: 'events' in entry ? tellEvents(slot, measure, entry, contributions(entry, tariff, measure.highestOnly)) : [],
    }),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** What each event counts; with `highestOnly`, of the events of one subject only the best, and that once. */
function contributions(entry: EventsEntry, tariff: Map<string, number>, highestOnly: boolean): number[] {
  const points = (event: Event) => tariff.get(event.code) ?? 0;
  const best = new Map<string, number>();
  if (highestOnly) {
    for (const [i, event] of entry.events.entries()) {
      if (event.subject === undefined || event.times === 0) continue;
      const rival = best.get(event.subject);
      if (rival === undefined || points(event) > points(entry.events[rival]!)) best.set(event.subject, i);
    }
  }
  return entry.events.map((event, i) => {
    if (!highestOnly || event.subject === undefined) return points(event) * (event.times ?? 1);
    return best.get(event.subject) === i ? points(event) : 0;
  });
}

function tellEvents(
  slot: Slot,
  measure: MeasureOf<'events'>,
  entry: EventsEntry,
  counts: readonly number[],
): Explain[] {
  return entry.events.map((event, i) => {
    const line = measure.tariff.find((t) => t.id === event.code);
    const args = {
      code: event.code,
      points: line?.points ?? 0,
      times: event.times ?? 1,
      ...(event.subject === undefined ? {} : { subject: event.subject }),
      ...(event.ref === undefined ? {} : { ref: event.ref }),
    };
    const explained = { ...under(slot, 'event', args, plain(counts[i]!)), label: line?.label ?? event.code };
    return line?.clause === undefined ? explained : { ...explained, clause: line.clause };
  });
}
