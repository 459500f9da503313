// Plan and work done, in percent: of the totals, or as the weighted mean of parts that are capped at 100 each.
import type { Slot } from '../compile/context.ts';
import { NONE, PENDING, SCORED, type Sitting } from '../compile/row.ts';
import { mulDiv, plain, UNIT, units, weightedMean } from '../decimal.ts';
import { clamp, type Real, type Reals, total } from '../exact.ts';
import type { Explain } from '../explain/step.ts';
import { shown, under } from '../explain/trace.ts';
import type { Entry, Part } from '../input.ts';
import type { MeasureOf } from '../schema/measure.ts';
import type { Gauge } from './entered.ts';
import { inRange, readAmount, readNumber, wrongKind } from './read.ts';

const HUNDRED = 100 * UNIT;
type Work = Omit<Part, 'weight'>;

export function ratioGauge(slot: Slot, measure: MeasureOf<'ratio'>): Gauge {
  const { index } = slot;
  const { id } = slot.criterion;
  const { inverse, accepted, basis, signed = false } = measure;
  const readWork = signed ? readNumber : readAmount;
  const percent = signed ? change : inverse ? share : progress;
  const cap = basis === 'parts' ? HUNDRED : units(measure.cap);
  // Only work that was accepted counts; where nobody has said what was accepted, that is what is missing.
  const unknown = (work: Work) => accepted && work.accepted === undefined;
  const done = (work: Work, s: Sitting) => readWork(accepted ? work.accepted : work.done, s, id);
  return {
    read: (s, entry) => {
      if (!('plan' in entry)) return 'parts' in entry ? readParts(s, entry.parts) : wrongKind(s, id, 'ratio');
      const plan = readWork(entry.plan, s, id);
      s.row.plan[index] = plan;
      if (plan === 0) return NONE;
      if (unknown(entry)) return PENDING;
      const worked = done(entry, s);
      const raw = percent(plan, worked, cap);
      if (s.fine) s.fine.raw[index] = exactly(s.fine.reals, plan, worked);
      s.row.raw[index] = basis === 'parts' ? Math.min(raw, HUNDRED) : inRange(raw, s, id);
      return SCORED;
    },
    explain,
  };

  function readParts(s: Sitting, parts: readonly Part[]): number {
    const used = parts.filter((part) => readWork(part.plan, s, id) !== 0);
    let planned = 0;
    for (const part of used) planned += units(part.plan);
    s.row.plan[index] = inRange(planned, s, id);
    if (used.length === 0 || (basis !== 'parts' && planned === 0)) return NONE;
    if (used.some(unknown)) return PENDING;
    let raw: number | undefined;
    if (basis === 'parts') {
      const weights = used.map((part) => readAmount(part.weight, s, id));
      raw = weightedMean(
        used.map((part) => partPercent(part, s)),
        weights,
      );
      if (s.fine) s.fine.raw[index] = exactMean(s, s.fine.reals, used, weights);
    } else {
      let sum = 0;
      for (const part of used) sum += done(part, s);
      raw = percent(planned, inRange(sum, s, id), cap);
      if (s.fine) s.fine.raw[index] = exactly(s.fine.reals, planned, sum);
    }
    if (raw === undefined) return NONE;
    s.row.raw[index] = inRange(raw, s, id);
    return SCORED;
  }

  function exactly(reals: Reals, plan: number, worked: number): Real {
    const most = basis === 'parts' ? HUNDRED : Number.POSITIVE_INFINITY;
    if (signed) {
      const exact = reals.plus(HUNDRED, reals.timesOver(HUNDRED, worked - plan, Math.abs(plan)));
      return clamp(reals, exact, Number.NEGATIVE_INFINITY, most);
    }
    if (inverse && worked === 0) return Math.min(cap, most);
    const [top, bottom] = inverse ? [plan, worked] : [worked, plan];
    return clamp(reals, reals.timesOver(HUNDRED, top, bottom), Number.NEGATIVE_INFINITY, most);
  }

  function exactMean(s: Sitting, reals: Reals, parts: readonly Part[], weights: readonly number[]): Real | undefined {
    const sum = weights.reduce((a, b) => a + b, 0);
    if (sum === 0) return undefined;
    const each = parts.map((part, i) => {
      return reals.timesOver(exactly(reals, units(part.plan), done(part, s)), weights[i]!, sum);
    });
    return total(reals, each);
  }

  function partPercent(part: Work, s: Sitting): number {
    return Math.min(percent(units(part.plan), done(part, s), HUNDRED), HUNDRED);
  }

  function explain(s: Sitting, entry: Entry): Explain {
    const parts = 'parts' in entry ? entry.parts : 'plan' in entry ? [{ weight: 1, ...entry }] : [];
    const used = parts.filter((part) => part.plan !== 0 && !unknown(part));
    const of = parts.map((part) => {
      const counts = used.includes(part);
      const args = { weight: part.weight, plan: part.plan, done: worked(part), accepted, inverse };
      return under(slot, 'part', args, counts ? plain(partPercent(part, s)) : null);
    });
    const raw = shown(s.row.raw[index]!);
    if (basis === 'parts') return { ...under(slot, 'parts', {}, raw), of };
    const totalOf = (of: (part: Work) => number) => plain(used.reduce((sum, part) => sum + units(of(part)), 0));
    const sums = { plan: totalOf((p) => p.plan), done: totalOf((p) => worked(p) ?? 0) };
    const args = { ...sums, accepted, inverse, cap: plain(cap), ...(signed ? { signed } : {}) };
    return { ...under(slot, 'ratio', args, raw), ...('parts' in entry ? { of } : {}) };
  }

  function worked(part: Work): number | null {
    return (accepted ? part.accepted : part.done) ?? null;
  }
}

/** Percent of one plan: done ÷ plan. */
function progress(plan: number, done: number): number {
  return mulDiv(HUNDRED, done, plan);
}

/** Where less is better: plan ÷ done; nothing used of a plan counts as the cap. */
function share(plan: number, done: number, cap: number): number {
  return done === 0 ? cap : mulDiv(HUNDRED, plan, done);
}

/** Of profits and losses: 100 for the plan, and what is more or less of it in percent of its size. */
function change(plan: number, done: number): number {
  return HUNDRED + mulDiv(HUNDRED, done - plan, Math.abs(plan));
}
