// How far apart judges' marks lie, in hundredths of the full mark.
import type { Mark, Marks } from '@jiangong/contracts';
import type { JudgedItem } from '../scheme.ts';

/** A mark as counts of 1/10000; undefined for one that is no number. */
const countOf = (mark: Mark | undefined) => (mark && 'value' in mark ? Math.round(mark.value * 10_000) : undefined);

/** A mark in hundredths of its full mark; undefined where it has none. */
export function shareOf(mark: Mark | undefined, { full }: JudgedItem['criteria'][number]): number | undefined {
  const count = countOf(mark);
  return count === undefined || !full ? undefined : count / (full * 100);
}

/** The marks of one item lie further apart than this. */
export const differing = (sheets: readonly Marks[], criteria: JudgedItem['criteria'], most: number): boolean =>
  criteria.some((criterion) => {
    const shares = sheets.flatMap((marks) => shareOf(marks[criterion.id], criterion) ?? []);
    return shares.length > 1 && Math.max(...shares) - Math.min(...shares) > most + 1e-9;
  });
