// What each correction of a sealed result moved in its period: the others as they stand now, this one before and after.
import { type correctionsView, type Moved, type Refusal, refuse } from '@jiangong/contracts';
import type { z } from 'zod';
import { checksOf, namesIn, roundInput, withSealed } from './assemble.ts';
import type { Sealed } from './check-state.ts';
import { evaluateAll } from './evaluate.ts';
import { rankChangesOf, standingsIn } from './rank-changes.ts';
import { type Asking, sightOfRound } from './sight.ts';
import { checks, rounds } from './views.ts';

export async function correctionsOf(
  id: string,
  { actor, read }: Asking,
): Promise<z.infer<typeof correctionsView> | Refusal | undefined> {
  const check = await read.get(checks, id);
  const round = check && (await read.get(rounds, check.round));
  if (!check || !round) return undefined;
  const sight = await sightOfRound(round, { actor, read });
  if (sight.of(check.entrant) !== 'result') return refuse('result-not-published');
  const all = await checksOf(round, read);
  const input = roundInput(round, all);
  const about = namesIn(all);
  const rankedWith = (sealed: Sealed) => evaluateAll([withSealed(input, check.entry, sealed)]).at(-1)!;
  const own = (moves: Moved[]) => moves.filter(({ entry }) => entry === check.entry);
  const revisions = check.sealed ? [...check.earlier, check.sealed] : [];
  const items = revisions.slice(1).map((sealed, at) => {
    const { revision, reason = '', by, inputDigest, resultDigest } = sealed;
    const moves = rankChangesOf(standingsIn(rankedWith(revisions[at]!)), rankedWith(sealed), about);
    return { revision, reason, by, inputDigest, resultDigest, moves: sight.all ? moves : own(moves) };
  });
  return { check: id, items };
}
