// Scoring with the exact numbers beside those of four places, in schemes of language 2 where the two may differ.
import { clamp, DOUBLES, digits, type Fine, FRACTIONS, newFine, type Real, type Reals, settle } from '../exact.ts';
import { amend } from '../explain/trace.ts';
import type { Context } from './context.ts';
import { SCORED, type Sitting } from './row.ts';

/**
 * Scores with doubles where a step may round, and again with fractions where these do not tell how a number is published. An
 * explanation, and what others are measured against, takes the fractions at once.
 */
export function exactly(context: Context, score: (s: Sitting) => void): (s: Sitting) => void {
  if (context.scheme.language === 1) return score;
  return (s) => {
    const bars = s.bars.length > 0 ? [...s.bars] : [];
    const missing = s.missing.length > 0 ? [...s.missing] : [];
    const attempt = (reals: Reals) => {
      s.fine = newFine(reals);
      s.bars = [...bars];
      s.missing = [...missing];
      score(s);
    };
    s.isNormalised = false;
    s.fine = undefined;
    if (s.trace || s.isExact) attempt(FRACTIONS);
    else if (context.rounds) attempt(DOUBLES);
    else score(s);
    if (s.fine === undefined && s.isNormalised) attempt(DOUBLES);
    if (isDoubtful(s)) attempt(FRACTIONS);
  };
}

function isDoubtful({ fine }: Sitting): boolean {
  return fine?.reals === DOUBLES && fine.isDoubtful;
}

/**
 * Settles every figure, and the score unless it `isFixed`, so that what is published is the exact number rounded once. Returns
 * the exact score where that changed it.
 */
export function settleAll({ slots }: Context, s: Sitting, fine: Fine, isFixed: boolean): Real | undefined {
  const { row, trace } = s;
  for (const slot of slots) {
    const { criterion, index } = slot;
    if (row.status[index] !== SCORED) continue;
    for (const part of ['value', 'raw'] as const) {
      const carried = row[part][index]!;
      const exact = fine[part][index];
      if (exact === undefined || Number.isNaN(carried)) continue;
      if (part === 'raw') fine.carried[index] = carried;
      row[part][index] = settle(fine, carried, exact, criterion.decimals ?? 2);
      if (trace && part === 'value' && row.value[index] !== carried) amend(trace, slot, carried, digits(exact));
    }
  }
  if (isFixed || s.status !== SCORED) return undefined;
  const exact = clamp(fine.reals, fine.reals.plus(fine.value[0]!, s.exactAdjustments), 0, Number.POSITIVE_INFINITY);
  const carried = s.score;
  s.score = settle(fine, carried, exact, 2);
  return s.score === carried ? undefined : exact;
}
