// What would be if a mark of a result that is not sealed were another: shown next to what it comes to now, and not kept.
import {
  type Actor,
  isRefusal,
  type Read,
  type Refusal,
  refuse,
  type whatIf,
  type whatIfView,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { checksOf, namesIn } from './assemble.ts';
import { changed } from './changed.ts';
import type { Check } from './check-state.ts';
import { explained, published, type Scored } from './evaluate.ts';
import { partLabelOf } from './plan.ts';
import { provisionalIn, standingInput, standingRound, triedInput } from './provisional.ts';
import type { Round } from './round.ts';

/** Nobody has a place yet, so nobody moves. */
export async function whatIfOpen(
  check: Check,
  round: Round,
  change: z.infer<typeof whatIf>,
  context: { actor: Actor; now: string },
  read: Read,
): Promise<z.infer<typeof whatIfView> | Refusal | undefined> {
  const { check: result, entrant, track, stage, period } = check;
  const before = standingInput(check, round);
  const counted = changed(check, before, { ...change, body: round.body }, context);
  if (isRefusal(counted)) return counted;
  if (Object.keys(change.marks).length + change.raise.length + change.lift.length === 0)
    return refuse('nothing-to-correct');
  const all = await checksOf(round, read);
  const shown = (as: Scored) => {
    const { stages, ...input } = standingRound(round, all);
    const entrants = stages[0]!.entrants.map((each) => (each.id === as.id ? as : each));
    const found = explained(
      [{ ...input, stages: [{ ...stages[0]!, entrants }] }],
      as.id,
      namesIn(all),
      partLabelOf(check),
    );
    const own = found?.stage.entrants.find(({ id }) => id === as.id);
    if (!found || !own) return undefined;
    const { id: _, group: __, place: ___, ...outcome } = own;
    const provisional = provisionalIn(round, all, as).get(as.id);
    const { tree, text } = found;
    return {
      place: null,
      outcome,
      score: published(outcome.score),
      ...(provisional ? { provisional } : {}),
      tree,
      text,
    };
  };
  const shownBefore = shown(before);
  const shownAfter = shown(triedInput(check, round, counted.inputs, counted.vetoes));
  if (!shownBefore || !shownAfter) return undefined;
  return { result, entrant, track, stage, period: period.id, before: shownBefore, after: shownAfter, moves: [] };
}
