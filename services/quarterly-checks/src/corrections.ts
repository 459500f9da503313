// What each correction of a sealed result moved in its period: the others as they stand now, this one before and after.
import type { correctionsView, Read } from '@jiangong/contracts';
import type { z } from 'zod';
import { checksOf, namesIn, roundInput } from './assemble.ts';
import type { Sealed } from './check-state.ts';
import { evaluateAll } from './evaluate.ts';
import { rankChangesOf, standingsIn } from './rank-changes.ts';
import { checks, rounds } from './views.ts';

export async function correctionsOf(id: string, read: Read): Promise<z.infer<typeof correctionsView> | undefined> {
  const check = await read.get(checks, id);
  const round = check && (await read.get(rounds, check.round));
  if (!check || !round) return undefined;
  const all = await checksOf(round, read);
  const input = roundInput(round, all);
  const about = namesIn(all);
  const rankedWith = ({ group, inputs, vetoes }: Sealed) => {
    const scored = { id: check.entry, group: group ?? null, inputs, vetoes };
    const stages = input.stages.map((stage) => ({
      ...stage,
      entrants: stage.entrants.map((each) => (each.id === check.entry ? scored : each)),
    }));
    return evaluateAll([{ ...input, stages }]).at(-1)!;
  };
  const revisions = check.sealed ? [...check.earlier, check.sealed] : [];
  const items = revisions.slice(1).map((sealed, at) => {
    const { revision, reason = '', by, inputDigest, resultDigest } = sealed;
    const moves = rankChangesOf(standingsIn(rankedWith(revisions[at]!)), rankedWith(sealed), about);
    return { revision, reason, by, inputDigest, resultDigest, moves };
  });
  return { check: id, items };
}
