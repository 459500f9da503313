// A leaf, compiled: its measure gives the raw number, its scale the points, before any floor.
import { UNIT, units } from '../decimal.ts';
import { tellPoints } from '../explain/points.ts';
import { close, open } from '../explain/trace.ts';
import type { Inputs } from '../input.ts';
import type { Measuring } from '../measure/entered.ts';
import { compileScale } from '../scale/scale.ts';
import type { Slot } from './context.ts';
import { NONE, type Row, SCORED, type Step } from './row.ts';

export function assessLeaf(measure: Measuring, slot: Slot): Step {
  const { criterion, index } = slot;
  const scale = compileScale(criterion);
  const points = units(criterion.points ?? 0);
  return (s) => {
    const { row, trace } = s;
    row.raw[index] = Number.NaN;
    row.plan[index] = Number.NaN;
    row.events[index] = 0;
    row.faults[index] = 0;
    if (trace) open(trace);
    const status = measure(s, trace);
    row.status[index] = status;
    row.max[index] = status === NONE ? 0 : points;
    row.value[index] = status === SCORED ? scale(row.raw[index]!) : 0;
    if (trace) close(trace, tellPoints(slot, row));
  };
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

/** Takes a good mark as it is; false sends the entry (missing, not assessable, wrong) the long way. */
export function takeMark(row: Row, inputs: Inputs, id: string, index: number, plain: Float64Array) {
  const entry = inputs[id] as { value?: unknown } | undefined;
  const mark = entry?.value;
  if (typeof mark !== 'number') return false;
  const most = plain[index]!;
  const n = Math.round(mark * UNIT);
  if (!(n >= 0 && n <= most && n / UNIT === mark)) return false;
  row.status[index] = SCORED;
  row.raw[index] = n;
  row.value[index] = n;
  row.max[index] = most;
  return true;
}
