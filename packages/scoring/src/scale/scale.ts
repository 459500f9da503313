// From a raw number to points, before the floor: proportional, at a rate, or by steps.
import { mulDiv, UNIT, units, wholeSteps } from '../decimal.ts';
import { clamp, type Real, type Reals } from '../exact.ts';
import type { Criterion } from '../schema/criterion.ts';
import type { Scale } from '../schema/scale.ts';

/** Points for a raw number; both counts of 1/10000. */
export type Scaling = (raw: number) => number;

/** The straight line that a raw number lies on: start + (min(raw, cap) − from) × times ÷ per. */
export interface Line {
  start: number;
  from: number;
  times: number;
  per: number;
  cap?: number;
}
const SAME: Line = { start: 0, from: 0, times: 1, per: 1 };
const level = (start: number): Line => ({ start, from: 0, times: 0, per: 1 });

/** Finds the line of a raw number; a leaf without points shows its raw number. */
export function compileScale(criterion: Criterion): (raw: number) => Line {
  if (criterion.scale) return scaled(criterion.scale);
  if (criterion.points === undefined) return () => SAME;
  const line = proportional(criterion, units(criterion.points));
  return () => line;
}

export function pointsOn({ start, from, times, per, cap }: Line, raw: number): number {
  const over = (cap === undefined ? raw : Math.min(raw, cap)) - from;
  return start + (times === per ? over : mulDiv(over, times, per));
}

export function exactPointsOn(reals: Reals, { start, from, times, per, cap }: Line, raw: Real): Real {
  const over = reals.plus(cap === undefined ? raw : clamp(reals, raw, Number.NEGATIVE_INFINITY, cap), -from);
  return reals.plus(start, times === per ? over : reals.timesOver(over, times, per));
}

/** Does a scale give points that four places may not hold? */
export function scaleRounds({ scale, points, measure }: Criterion): boolean {
  if (scale) return !(scale.kind === 'steps' || (scale.kind === 'rate' && scale.whole));
  if (points === undefined) return false;
  return proportional({ points, measure }, units(points)) !== SAME;
}

function scaled(scale: Scale): (raw: number) => Line {
  switch (scale.kind) {
    case 'rate': {
      const { start, from, per, points } = {
        start: units(scale.start),
        from: units(scale.from),
        per: units(scale.per),
        points: units(scale.points),
      };
      if (scale.whole) return (raw) => level(start + mulDiv(wholeSteps(raw - from, per), points, UNIT));
      const line = { start, from, times: points, per };
      return () => line;
    }
    case 'steps': {
      // Shared places gave their points when they were collected.
      const points = stepPoints(scale);
      return scale.ties === undefined ? (raw) => level(points(raw)) : () => SAME;
    }
    case 'linear': {
      const knots = knotsOf(scale).map((k) => ({ from: units(k.from), points: units(k.points), to: units(k.to) }));
      const lines = knots.map((low, i): Line => {
        const high = knots[i + 1];
        if (high === undefined) return level(low.points);
        return { start: low.points, from: low.from, times: low.to - low.points, per: high.from - low.from };
      });
      const under = level(0);
      return (raw) => {
        const next = knots.findIndex((k) => k.from > raw);
        if (next === 0) return under;
        return lines.at(next < 0 ? -1 : next - 1)!;
      };
    }
    case 'relative': {
      // The best number is known only once everybody was measured.
      const none = level(0);
      return () => none;
    }
    default: {
      const never: never = scale;
      return never;
    }
  }
}

/** The points of the highest step that the raw number reaches. */
export function stepPoints(scale: Extract<Scale, { kind: 'steps' }>): Scaling {
  const steps = scale.steps.map((s) => ({ from: units(s.from), points: units(s.points) }));
  steps.sort((a, b) => b.from - a.from);
  return (raw) => steps.find((s) => s.from <= raw)?.points ?? 0;
}

/** Straight lines from left to right, with the points that each starts from and runs up to. */
export function knotsOf(scale: Extract<Scale, { kind: 'linear' }>): { from: number; points: number; to: number }[] {
  const sorted = [...scale.linear].sort((a, b) => a.from - b.from);
  return sorted.map((k, i) => ({ ...k, to: k.to ?? sorted[i + 1]?.points ?? k.points }));
}

/** All points for the best, the others in proportion: raw ÷ best, or best ÷ raw where less is better. */
export function relativePoints({ points, better }: Criterion, raw: number, best: number): number {
  const most = units(points ?? 0);
  if (raw === best) return most;
  if (Number.isNaN(best)) return 0;
  const [top, bottom] = better === 'lower' ? [best, raw] : [raw, best];
  if (bottom <= 0 || top <= 0) return 0;
  return top > bottom ? most : mulDiv(most, top, bottom);
}

export function exactRelativePoints(reals: Reals, { points, better }: Criterion, raw: Real, best: Real): Real {
  const most = units(points ?? 0);
  const [top, bottom] = better === 'lower' ? [best, raw] : [raw, best];
  if (reals.compare(raw, best) === 0) return most;
  if (reals.compare(bottom, 0) <= 0 || reals.compare(top, 0) <= 0) return 0;
  return reals.compare(top, bottom) > 0 ? most : reals.timesOver(most, top, bottom);
}

function proportional(criterion: Pick<Criterion, 'points' | 'measure'>, points: number): Line {
  const measure = criterion.measure;
  if (measure?.kind === 'ratio') return { start: 0, from: 0, times: points, per: 100 * UNIT, cap: units(measure.cap) };
  if (measure?.kind === 'value' && measure.outOf !== undefined && measure.outOf !== criterion.points)
    return { start: 0, from: 0, times: points, per: units(measure.outOf) };
  if (measure?.kind === 'collect') return { start: 0, from: 0, times: points, per: units(measure.outOf) };
  return SAME;
}

/** The most points that a leaf may keep; ratio up to its cap, collected results without limit. */
export function ceiling(criterion: Criterion): number {
  const points = units(criterion.points ?? 0);
  if (criterion.points === undefined) return Number.POSITIVE_INFINITY;
  if (criterion.scale) return points;
  if (criterion.measure?.kind === 'collect') return Number.POSITIVE_INFINITY;
  if (criterion.measure?.kind === 'ratio')
    return mulDiv(points, Math.max(100 * UNIT, units(criterion.measure.cap)), 100 * UNIT);
  return points;
}
