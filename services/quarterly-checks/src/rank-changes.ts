// Who stands otherwise than before: of a stage by places and published scores, of the year by honours.
import type { Entrant, HonourMove, Moved, publishedStanding } from '@jiangong/contracts';
import type { z } from 'zod';
import { published, type StageResult } from './evaluate.ts';
import type { Honours } from './year.ts';

export type Standing = z.infer<typeof publishedStanding>;
type Ranked = StageResult['entrants'][number];

export const standingOf = ({ status, score, place }: Omit<Ranked, 'id' | 'group'>): Standing => ({
  status,
  score: published(score),
  place,
});
const same = (a: Standing, b: Standing) => a.status === b.status && a.score === b.score && a.place === b.place;

/** In the order of the later standings. */
export function rankChangesOf(
  before: ReadonlyMap<string, Standing>,
  { entrants }: StageResult,
  about: ReadonlyMap<string, Pick<Entrant, 'code' | 'name'>>,
): Moved[] {
  return entrants.flatMap(({ id, group, ...result }) => {
    const was = before.get(id);
    const after = standingOf(result);
    if (!was || same(was, after)) return [];
    const { code, name } = about.get(id)!;
    return [{ entry: id, code, name, group, before: was, after }];
  });
}
export const standingsIn = ({ entrants }: StageResult) =>
  new Map(entrants.map(({ id, ...result }) => [id, standingOf(result)]));

/** Units whose part in an honour is another than before. */
export function honourChangesOf(before: Honours, after: Honours): HonourMove[] {
  const [was, is] = [partsIn(before), partsIn(after)];
  return [...new Map([...was, ...is])].flatMap(([key, { seat: _, ...about }]) => {
    const [from, to] = [was.get(key)?.seat ?? null, is.get(key)?.seat ?? null];
    return from === to ? [] : [{ ...about, before: from, after: to }];
  });
}
const seats = ['granted', 'referred', 'provisional'] as const;
function partsIn(honours: Honours) {
  const parts = honours.flatMap(({ honour, label, group, ...units }) =>
    seats.flatMap((seat) =>
      units[seat].map(({ unit, code, name }) => ({ honour, label, group, unit, code, name, seat })),
    ),
  );
  return new Map(parts.map((part) => [`${part.honour}/${part.group ?? ''}/${part.unit}`, part]));
}
