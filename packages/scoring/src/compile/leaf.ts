// A leaf, compiled: its measure gives the raw number, its scale the points, before any floor.
import { UNIT, units } from '../decimal.ts';
import type { Real } from '../exact.ts';
import { tellPoints } from '../explain/points.ts';
import { close, open } from '../explain/trace.ts';
import type { Measuring } from '../measure/entered.ts';
import { compileScale, exactPointsOn, exactRelativePoints, pointsOn, relativePoints } from '../scale/scale.ts';
import type { Slot } from './context.ts';
import { NONE, PENDING, SCORED, type Sitting, type Step } from './row.ts';

export function assessLeaf(measure: Measuring, slot: Slot): Step {
  const { criterion, index } = slot;
  const relative = criterion.scale?.kind === 'relative';
  const scale = compileScale(criterion);
  const points = units(criterion.points ?? 0);
  const assumable = criterion.points !== undefined || rawWhenFull(criterion) !== undefined;
  return (s) => {
    const { row, trace, fine } = s;
    row.raw[index] = Number.NaN;
    row.plan[index] = Number.NaN;
    row.events[index] = 0;
    row.faults[index] = 0;
    if (fine) fine.raw[index] = undefined;
    if (trace) open(trace);
    const measured = measure(s, trace);
    const isAssumed = measured === PENDING && s.assume !== undefined && assumable;
    const status = isAssumed ? SCORED : measured;
    row.status[index] = status;
    row.max[index] = status === NONE ? 0 : points;
    const raw = row.raw[index]!;
    if (fine) fine.max[index] = row.max[index]!;
    if (isAssumed) assume(s, slot, s.assume === 'full', points);
    else if (status !== SCORED) row.value[index] = 0;
    else if (relative) {
      row.value[index] = relativePoints(criterion, raw, s.best[index]!);
      if (fine) fine.value[index] = exactRelative(s, index, criterion);
    } else {
      const line = scale(raw);
      row.value[index] = pointsOn(line, raw);
      if (fine) fine.value[index] = exactPointsOn(fine.reals, line, fine.raw[index] ?? raw);
    }
    if (trace) close(trace, tellPoints(slot, row, s.best[index]!));
  };
}

/** Full points or none in the place of what is missing, and the raw number that they come of, where the sheet says it plainly. */
function assume({ row, fine }: Sitting, { criterion, index }: Slot, isFull: boolean, points: number): void {
  const full = rawWhenFull(criterion);
  const raw = full === undefined ? Number.NaN : isFull ? full : 0;
  const value = criterion.points === undefined ? raw : isFull ? points : 0;
  row.raw[index] = raw;
  row.value[index] = value;
  if (fine) fine.value[index] = value;
}

/** All work done of a plan, the highest mark; not where a scale makes the points, or events and levels do. */
function rawWhenFull({ measure, scale, points }: Slot['criterion']): number | undefined {
  if (scale) return undefined;
  if (measure?.kind === 'ratio') return 100 * UNIT;
  const most = measure?.kind === 'value' ? (measure.outOf ?? points) : undefined;
  return most === undefined ? undefined : units(most);
}

function exactRelative(s: Sitting, index: number, criterion: Slot['criterion']): Real {
  const { row, fine, best } = s;
  if (!fine || Number.isNaN(best[index]!)) return row.value[index]!;
  const raw = fine.raw[index] ?? row.raw[index]!;
  return exactRelativePoints(fine.reals, criterion, raw, s.fineBest[index] ?? best[index]!);
}

/**
 * Nearly all entries of a large sheet are marks within their points, for which measure, scale, floor and ceiling all say
 * the mark itself: `most` is those points, or NaN where a criterion is anything else.
 */
export function plainPoints(slot: Slot): number {
  const { measure, points, scale, panel, only, min } = slot.criterion;
  if (measure?.kind !== 'value' || points === undefined || scale || panel || only || min !== undefined)
    return Number.NaN;
  return measure.outOf === undefined || measure.outOf === points ? units(points) : Number.NaN;
}

/** Slots and limits of the plain marks that lie side by side under one parent. */
export interface Marks {
  ids: readonly string[];
  /** Slot of the first; the others follow. */
  first: number;
  /** Points by position. */
  limits: Float64Array;
}

/**
 * Takes good marks as they are and gives their sum; NaN as soon as one is missing, not assessable or out of bounds: then
 * all of them go the long way. Where nobody reads the single slots, only the sum is worked out.
 */
export function takeMarks(s: Sitting, { ids, first, limits }: Marks, keep: boolean): number {
  const { marks, columns, from, inputs, row } = s;
  let sum = 0;
  for (let n = 0; n < ids.length; n++) {
    const i = first + n;
    let mark: number;
    if (marks !== undefined && columns[i]! >= 0) mark = marks[from + columns[i]!]!;
    else {
      const entered = (inputs[ids[n]!] as { value?: unknown } | undefined)?.value;
      if (typeof entered !== 'number') return Number.NaN;
      mark = entered;
    }
    const units = Math.round(mark * UNIT);
    if (!(units >= 0 && units <= limits[n]! && units / UNIT === mark)) return Number.NaN;
    sum += units;
    if (!keep) continue;
    row.status[i] = SCORED;
    row.raw[i] = units;
    row.value[i] = units;
  }
  return sum;
}
