// Who stands otherwise than before, and whose part in an honour is another.
import type { ContestHonour, ContestHonourMove, ContestMove, ContestResult } from '@jiangong/contracts';
import { published } from './evaluate.ts';

export type Standing = ContestMove['before'];
export const standingOf = ({ place, result }: Pick<ContestResult, 'place' | 'result'>): Standing => ({
  ...{ status: result.status, score: published(result.score), place },
});
const isSame = (a: Standing, b: Standing) => a.status === b.status && a.score === b.score && a.place === b.place;

/** In the order of the later standings. */
export const movesOf = (before: Readonly<Record<string, Standing>>, results: readonly ContestResult[]): ContestMove[] =>
  results.flatMap((result) => {
    const { contestant, entrant, group } = result;
    const [was, after] = [before[contestant], standingOf(result)];
    return was && !isSame(was, after) ? [{ contestant, entrant, group, before: was, after }] : [];
  });

const parts = ['granted', 'referred', 'provisional'] as const;
function partsIn(honours: readonly ContestHonour[]) {
  const all = honours.flatMap(({ honour, label, group, ...contestants }) =>
    parts.flatMap((part) =>
      contestants[part].map(({ contestant, entrant }) => ({ honour, label, group, contestant, entrant, part })),
    ),
  );
  return new Map(all.map((each) => [`${each.honour}/${each.group ?? ''}/${each.contestant}`, each]));
}
export function honourMovesOf(before: readonly ContestHonour[], after: readonly ContestHonour[]): ContestHonourMove[] {
  const [was, is] = [partsIn(before), partsIn(after)];
  return [...new Map([...was, ...is])].flatMap(([key, { part: _, ...about }]) => {
    const [from, to] = [was.get(key)?.part ?? null, is.get(key)?.part ?? null];
    return from === to ? [] : [{ ...about, before: from, after: to }];
  });
}
