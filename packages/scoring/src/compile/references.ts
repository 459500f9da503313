// Figures and conditions, compiled to reads of a row: a figure is resolved once, not once per entrant.

import { roundTo, units } from '../decimal.ts';
import type { Fine, Real } from '../exact.ts';
import { failInput } from '../refusal.ts';
import type { Condition } from '../schema/condition.ts';
import { splitFigure } from '../schema/figure.ts';
import type { Context } from './context.ts';
import { ABSENT, NONE, PENDING, SCORED, type Sitting } from './row.ts';

export interface Reference {
  figure: string;
  /** Count of 1/10000; NaN when the figure has no value. */
  read: (s: Sitting) => number;
  /** The same without rounding; where nothing rounds it, what is read. */
  exact: (fine: Fine, s: Sitting) => Real;
  status: (s: Sitting) => number;
  lowerIsBetter: boolean;
  decimals: number;
}

export function compileFigure(context: Context, figure: string): Reference {
  if (figure === 'score') {
    const read = (s: Sitting) => s.score;
    return {
      figure,
      read,
      exact: (_, s) => read(s),
      status: (s) => s.status,
      lowerIsBetter: false,
      decimals: 2,
    };
  }
  if (figure === 'events') {
    const read = (s: Sitting) => s.faults;
    return { figure, read, exact: (_, s) => read(s), status: () => SCORED, lowerIsBetter: true, decimals: 2 };
  }
  const { id, part } = splitFigure(figure);
  const slot = context.byId.get(id);
  if (!slot) return failInput('unknown-figure', context.at, `no figure ${figure} on this sheet`);
  const { index, criterion } = slot;
  context.observed.add(index);
  const read = (s: Sitting) => (s.row.status[index] === SCORED ? (s.row[part][index] ?? Number.NaN) : Number.NaN);
  return {
    figure,
    read,
    exact: (fine, s) => (part === 'value' || part === 'raw' ? (fine[part][index] ?? read(s)) : read(s)),
    status: (s) => {
      const status = s.row.status[index] ?? NONE;
      return status === ABSENT ? NONE : status;
    },
    lowerIsBetter: part === 'events' || criterion.better === 'lower',
    decimals: criterion.decimals ?? 2,
  };
}

export type Verdict = 'met' | 'unmet' | 'none' | 'pending';
export interface Test {
  condition: Condition;
  reference: Reference;
  judge: (s: Sitting) => Verdict;
}

/** A condition as people write it. */
export function said(condition: Condition): string {
  return 'atLeast' in condition
    ? `${condition.figure} ≥ ${condition.atLeast}`
    : `${condition.figure} < ${condition.below}`;
}

/** `published`: compare the number as it is published, as an honour's requirement must. */
export function compileCondition(context: Context, condition: Condition, published = false): Test {
  const reference = compileFigure(context, condition.figure);
  const line = units('atLeast' in condition ? condition.atLeast : condition.below);
  const atLeast = 'atLeast' in condition;
  return {
    condition,
    reference,
    judge: (s) => {
      const value = reference.read(s);
      if (Number.isNaN(value)) return reference.status(s) === PENDING ? 'pending' : 'none';
      return (published ? roundTo(value, reference.decimals) : value) >= line === atLeast ? 'met' : 'unmet';
    },
  };
}
