// How a leaf's raw number became its points, as one step.
import type { Slot } from '../compile/context.ts';
import type { Row } from '../compile/row.ts';
import { knotsOf } from '../scale/scale.ts';
import type { Criterion } from '../schema/criterion.ts';
import type { Op } from './ops.ts';
import type { Argument, Explain } from './step.ts';
import { shown, step } from './trace.ts';

export function tellPoints(slot: Slot, row: Row, best = Number.NaN): Explain {
  const { op, args } = scaling(slot.criterion, shown(row.raw[slot.index]!), shown(best));
  return step(slot, op, args, row);
}

function scaling(
  criterion: Criterion,
  raw: number | null,
  best: number | null,
): { op: Op; args: Record<string, Argument> } {
  const { scale, points, measure } = criterion;
  if (scale?.kind === 'rate') {
    const { start, from, per, points, whole } = scale;
    return { op: 'rate', args: { raw, start, from, per, points, whole } };
  }
  if (scale?.kind === 'steps' && scale.ties !== undefined) return { op: 'points', args: { raw } };
  if (scale?.kind === 'relative')
    return { op: 'relative', args: { raw, best, points: points ?? null, lower: criterion.better === 'lower' } };
  if (scale?.kind === 'steps') {
    const reached = scale.steps.filter((s) => raw !== null && s.from <= raw);
    const best = reached.reduce((a, b) => (b.from > a.from ? b : a), { from: Number.NEGATIVE_INFINITY, points: 0 });
    return { op: 'steps', args: { raw, from: reached.length > 0 ? best.from : null, points: best.points } };
  }
  if (scale?.kind === 'linear') {
    const knots = knotsOf(scale);
    const low = knots.findLast((k) => raw !== null && k.from <= raw);
    const high = knots.find((k) => raw !== null && k.from > raw);
    const args = {
      raw,
      from: low?.from ?? null,
      to: high?.from ?? null,
      low: low?.points ?? 0,
      high: low && high ? low.to : (high?.points ?? 0),
    };
    return { op: 'linear', args };
  }
  if (points === undefined) return { op: 'shown', args: { raw } };
  if (measure?.kind === 'ratio') return { op: 'proportional', args: { raw, points, outOf: 100, cap: measure.cap } };
  if (measure?.kind === 'collect') return { op: 'proportional', args: { raw, points, outOf: measure.outOf } };
  if (measure?.kind === 'value' && measure.outOf !== undefined && measure.outOf !== points) {
    return { op: 'proportional', args: { raw, points, outOf: measure.outOf } };
  }
  return { op: 'points', args: { raw } };
}
