// What happens to points after they were worked out: a floor, a ceiling, a veto, a voiding figure, a factor, rounding.
import { mulDiv, plain, roundTo, UNIT, units } from '../decimal.ts';
import { clamp, type Fine } from '../exact.ts';
import { last } from '../explain/trace.ts';
import { inRange } from '../measure/read.ts';
import { failInput, segment } from '../refusal.ts';
import type { Slot } from './context.ts';
import { PENDING, type Sitting } from './row.ts';

/** Replaces the points by a limit that they are past, or by 0 for a `cause`, and says so. */
export function limit(s: Sitting, index: number, to: number, cause?: string): void {
  const before = s.row.value[index]!;
  s.row.value[index] = to;
  if (s.fine && cause !== undefined) s.fine.value[index] = to;
  const step = s.trace && last(s.trace);
  if (!step) return;
  step.value = plain(to);
  step.args.before ??= plain(before);
  step.args.limit = plain(to);
  if (cause !== undefined) step.args.cause = cause;
}

/** Multiplies the points by a fact of the entrant; without the fact they are pending. */
export function multiply(s: Sitting, slot: Slot, name: string): void {
  const { index, criterion } = slot;
  const given = s.entrant.facts?.[name];
  if (given === undefined) {
    const owner = criterion.owner === undefined ? {} : { owner: criterion.owner };
    s.missing.push({ entrant: s.entrant.id, item: criterion.id, ...owner, missing: 'fact', of: name });
    s.row.status[index] = PENDING;
    return;
  }
  const fact = units(given);
  const at = `/${segment(s.entrant.id)}/facts/${name}`;
  if (Number.isNaN(fact)) failInput('not-a-number', at, `${given} is not a number with at most four decimals`);
  const before = s.row.value[index]!;
  s.row.value[index] = inRange(mulDiv(before, fact, UNIT), s, criterion.id);
  if (s.fine) s.fine.value[index] = s.fine.reals.timesOver(s.fine.value[index]!, fact, UNIT);
  const step = s.trace && last(s.trace);
  if (!step) return;
  step.args.before ??= plain(before);
  Object.assign(step.args, { fact: name, factor: given, product: plain(s.row.value[index]!) });
  step.value = plain(s.row.value[index]!);
}

/** The same floor and ceiling for the exact number. */
export function limitExactly({ reals, value }: Fine, index: number, floor: number, most: number): void {
  value[index] = clamp(reals, value[index]!, floor, most);
}

/** Rounds what flows on to the places of the node: the exact number, once. */
export function roundNode(s: Sitting, index: number, places: number): void {
  const before = s.row.value[index]!;
  const to = roundOnce(s.fine, index, before, places);
  if (s.fine) s.fine.value[index] = to;
  if (to === before) return;
  s.row.value[index] = to;
  const step = s.trace && last(s.trace);
  if (!step) return;
  step.args.before ??= plain(before);
  Object.assign(step.args, { places, rounded: plain(to) });
  step.value = plain(to);
}

function roundOnce(fine: Fine | undefined, index: number, before: number, places: number): number {
  const exactly = fine?.reals.round(fine.value[index]!, places);
  if (fine && exactly === undefined) fine.isDoubtful = true;
  return exactly ?? roundTo(before, places);
}
