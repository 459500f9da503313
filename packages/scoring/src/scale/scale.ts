// From a raw number to points, before the floor: proportional, at a rate, or by steps.
import { mulDiv, UNIT, units, wholeSteps } from '../decimal.ts';
import type { Criterion } from '../schema/criterion.ts';
import type { Scale } from '../schema/scale.ts';

/** Points for a raw number; both counts of 1/10000. */
export type Scaling = (raw: number) => number;

/** Points of a leaf; a leaf without points shows its raw number. */
export function compileScale(criterion: Criterion): Scaling {
  if (criterion.scale) return scaled(criterion.scale);
  if (criterion.points === undefined) return (raw) => raw;
  return proportional(criterion, units(criterion.points));
}

function scaled(scale: Scale): Scaling {
  switch (scale.kind) {
    case 'rate': {
      const { start, from, per, points } = {
        start: units(scale.start),
        from: units(scale.from),
        per: units(scale.per),
        points: units(scale.points),
      };
      if (scale.whole) return (raw) => start + mulDiv(wholeSteps(raw - from, per), points, UNIT);
      return (raw) => start + mulDiv(raw - from, points, per);
    }
    case 'steps':
      // Shared places gave their points when they were collected.
      return scale.ties === undefined ? stepPoints(scale) : (raw) => raw;
    case 'linear': {
      const knots = knotsOf(scale).map((k) => ({ from: units(k.from), points: units(k.points), to: units(k.to) }));
      return (raw) => {
        const next = knots.findIndex((k) => k.from > raw);
        if (next === 0) return 0;
        if (next < 0) return knots.at(-1)!.points;
        const [low, high] = [knots[next - 1]!, knots[next]!];
        return low.points + mulDiv(raw - low.from, low.to - low.points, high.from - low.from);
      };
    }
    case 'relative':
      // The best number is known only once everybody was measured.
      return () => 0;
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

function proportional(criterion: Criterion, points: number): Scaling {
  const measure = criterion.measure;
  if (measure?.kind === 'ratio') {
    const cap = units(measure.cap);
    return (raw) => mulDiv(points, Math.min(raw, cap), 100 * UNIT);
  }
  if (measure?.kind === 'value' && measure.outOf !== undefined && measure.outOf !== criterion.points) {
    const outOf = units(measure.outOf);
    return (raw) => mulDiv(points, raw, outOf);
  }
  if (measure?.kind === 'collect') {
    const outOf = units(measure.outOf);
    return (raw) => mulDiv(points, raw, outOf);
  }
  return (raw) => raw;
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
