// Walking a sheet: every criterion of the base and of the adjustments, depth first, without recursion.
import type { Criterion } from './criterion.ts';
import type { Sheet } from './sheet.ts';

export function allCriteria(sheet: Sheet): Criterion[] {
  return [...descend(sheet.criteria), ...descend(sheet.adjustments?.items ?? [])];
}

/** The criteria and all below them, depth first, in the order written. */
export function descend(criteria: readonly Criterion[]): Criterion[] {
  const found: Criterion[] = [];
  const stack = [...criteria].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    found.push(next);
    if (next.of) for (let i = next.of.length - 1; i >= 0; i--) stack.push(next.of[i]!);
  }
  return found;
}
