// Plan and work done, in percent: of the totals, or as the weighted mean of parts that are capped at 100 each.

import { NONE, PENDING, SCORED, type Sitting } from '../compile/row.ts';
import { mulDiv, UNIT, weightedMean } from '../decimal.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './measure.ts';
import { inRange, readAmount, wrongKind } from './read.ts';

export const HUNDRED = 100 * UNIT;

interface Work {
  plan: number;
  done: number;
  accepted?: number | undefined;
}

/** Percent of one plan: done ÷ plan, or plan ÷ done where less is better; nothing used of a plan counts as the cap. */
export function percent(plan: number, done: number, inverse: boolean, cap: number): number {
  if (!inverse) return mulDiv(HUNDRED, done, plan);
  return done === 0 ? cap : mulDiv(HUNDRED, plan, done);
}

export function compileRatio(measure: MeasureOf<'ratio'>, id: string, index: number): Gauge {
  const { inverse, accepted, basis } = measure;
  const cap = Math.round(measure.cap * UNIT);
  // Only work that was accepted counts; where nobody has said what was accepted, that is what is missing.
  const done = (work: Work, s: Sitting) => readAmount(accepted ? work.accepted : work.done, s, id);
  return (s, entry) => {
    if ('na' in entry) return NONE;
    const row = s.row;
    if ('plan' in entry) {
      const plan = readAmount(entry.plan, s, id);
      row.plan[index] = plan;
      if (plan === 0) return NONE;
      if (accepted && entry.accepted === undefined) return PENDING;
      const raw = percent(plan, done(entry, s), inverse, basis === 'parts' ? HUNDRED : cap);
      row.raw[index] = basis === 'parts' ? Math.min(raw, HUNDRED) : inRange(raw, s, id);
      return SCORED;
    }
    if (!('parts' in entry)) return wrongKind(s, id, 'ratio');
    let planned = 0;
    let total = 0;
    const percents: number[] = [];
    const weights: number[] = [];
    for (const part of entry.parts) {
      const plan = readAmount(part.plan, s, id);
      planned += plan;
      if (plan === 0) continue;
      if (accepted && part.accepted === undefined) return PENDING;
      const work = done(part, s);
      total += work;
      percents.push(Math.min(percent(plan, work, inverse, HUNDRED), HUNDRED));
      weights.push(readAmount(part.weight, s, id));
    }
    row.plan[index] = planned;
    if (planned === 0) return NONE;
    const raw = basis === 'parts' ? weightedMean(percents, weights) : percent(planned, total, inverse, cap);
    if (raw === undefined) return NONE;
    row.raw[index] = inRange(raw, s, id);
    return SCORED;
  };
}
