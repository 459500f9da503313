// An appeal with both explanations: of the result that it is against, and of the one that it came to.
import type { AppealView, appealExplained, Moved } from '@jiangong/contracts';
import type { z } from 'zod';
import { checksOf, namesIn, roundInput, withSealed } from './assemble.ts';
import type { Check } from './check-state.ts';
import { explained } from './evaluate.ts';
import { partLabelOf } from './plan.ts';
import { rankChangesOf, standingsIn } from './rank-changes.ts';
import { type Asking, sightOfRound } from './sight.ts';
import { checks, rounds } from './views.ts';
import { shownResultOf } from './what-if.ts';

const revisionsOf = ({ earlier, sealed }: Check) => [...earlier, ...(sealed ? [sealed] : [])];

/** While the round is open again there is no result to explain; of a result that was withdrawn again, nothing is shown. */
export async function appealExplainedOf(
  appeal: AppealView,
  { actor, read }: Asking,
): Promise<z.input<typeof appealExplained>> {
  const check = (await read.get(checks, appeal.check))!;
  const round = (await read.get(rounds, check.round))!;
  const sight = await sightOfRound(round, { actor, read });
  if (round.status !== 'closed' || sight.of(check.entrant) !== 'result') return { ...appeal, moves: [] };
  const all = await checksOf(round, read);
  const about = namesIn(all);
  const input = roundInput(round, all);
  const at = (revision: number | undefined) => {
    const sealed = revisionsOf(check).find((each) => each.revision === revision);
    return sealed && explained([withSealed(input, check.entry, sealed)], check.entry, about, partLabelOf(check));
  };
  const before = at(appeal.revision);
  const after = at(appeal.decided?.revision);
  const moves = before && after ? rankChangesOf(standingsIn(before.stage), after.stage, about) : [];
  const { track, stage, period } = round;
  const where = { track, stage, period: period.id };
  return {
    ...appeal,
    ...(before ? { before: shownResultOf(before, check.entry) } : {}),
    ...(after ? { after: shownResultOf(after, check.entry) } : {}),
    moves: moves
      .filter(({ entry }) => sight.all || entry === check.entry)
      .map((move: Moved) => ({ ...move, ...where })),
  };
}
