// The upper steps of a sheet's explanation: adjustments, conditions of validity, and the score itself.
import type { Context } from '../compile/context.ts';
import type { Test } from '../compile/references.ts';
import { INVALID, SCORED, type Sitting } from '../compile/row.ts';
import { plain } from '../decimal.ts';
import { digits, type Real } from '../exact.ts';
import type { Text } from '../schema/text.ts';
import type { Argument, Explain } from './step.ts';
import { newTrace, note, shown, statusWord } from './trace.ts';

export function tellAdjustments(context: Context, sum: number, total: number): Explain {
  const { max, min } = context.sheet.adjustments ?? {};
  const args = { sum: plain(sum), max: max ?? null, min: min ?? null };
  const at = `${context.at}/adjustments`;
  const label = { zh: '加减分', en: 'Adjustments' };
  return {
    at,
    id: 'adjustments',
    label,
    op: 'adjustments',
    args,
    value: plain(total),
    max: max ?? null,
    status: 'scored',
  };
}

/** Notes the conditions of validity, then says how the score comes from base and adjustments. */
export function tellScore(
  context: Context,
  s: Sitting,
  tests: readonly Test[],
  zero: string | undefined,
  decided: { before: number; exact: Real } | undefined,
): Explain {
  const trace = s.trace ?? newTrace();
  for (const [i, test] of tests.entries()) note(trace, tellCondition(context, s, test, i));
  const status = statusWord(s.status);
  const standing = shown(Math.max(0, s.base + s.adjustments));
  return {
    at: context.at,
    id: 'score',
    label: { zh: '得分', en: 'Score' },
    op: 'score',
    args: {
      base: shown(s.base),
      adjustments: plain(s.adjustments),
      ...(decided ? { before: plain(decided.before), exact: digits(decided.exact), carried: shown(s.score) } : {}),
      ...(zero === undefined || s.status !== SCORED ? {} : { before: standing, limit: 0, cause: zero }),
    },
    value: shown(s.score),
    max: context.sheet.outOf,
    status,
    ...(status === 'pending' && standing !== null ? { running: standing } : {}),
  };
}

/** A band that cannot be passed, and what for. */
export function tellCap(context: Context, i: number, label: Text, cause: string): Explain {
  const at = `${context.at}/caps/${i}`;
  return { at, id: 'cap', label, op: 'cap', args: { cause }, value: null, max: null, status: 'scored' };
}

function tellCondition(context: Context, s: Sitting, test: Test, i: number): Explain {
  const { condition, reference } = test;
  const verdict = test.judge(s);
  const line: Record<string, Argument> =
    'atLeast' in condition ? { atLeast: condition.atLeast } : { below: condition.below };
  return {
    at: `${context.at}/validIf/${i}`,
    id: condition.figure,
    label: context.byId.get(condition.figure.split('.')[0] ?? '')?.criterion.label ?? condition.figure,
    op: 'condition',
    args: { figure: condition.figure, ...line, verdict },
    value: shown(reference.read(s)),
    max: null,
    status: verdict === 'pending' ? 'pending' : verdict === 'met' ? 'scored' : statusWord(INVALID),
  };
}
