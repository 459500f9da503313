// A scorecard as its reader sees it: before the stage is closed, a judge sees what they gave themselves, and an organiser
// only what has to be looked at again.
import type { Actor } from '@jiangong/contracts';
import type { Site } from '../stage/stage-input.ts';
import { type Panel, seatsOf } from './panel.ts';
import { seesPanel } from './panel-routes.ts';
import { type Card, isDiffering, sitters } from './scorecard.ts';

export function shownCard(
  { panel, stage, contest, ref }: Site & { panel: Panel },
  card: Card | undefined,
  actor: Actor,
) {
  const sitting = sitters(card, panel);
  const sees = seesPanel(actor);
  const differs = card !== undefined && isDiffering(card, panel, contest.body, ref);
  const isShown = stage.status === 'closed' || (sees && differs);
  const sheets = [...seatsOf(panel).keys()].map((seat) => {
    const { judge, recused = false, marks } = card?.seats[seat] ?? { judge: sitting.get(seat)! };
    const isOwn = judge === actor.sub;
    return {
      isOwn,
      sheet: {
        ...{ seat, recused, ...(sees ? { judge } : {}) },
        ...(marks && (isShown || isOwn) ? { marks } : {}),
      },
    };
  });
  const seen = sheets.filter(({ isOwn }) => isOwn || sees || isShown);
  return {
    marked: Object.values(card?.seats ?? {}).filter(({ marks }) => marks !== undefined).length,
    ...(sees && differs ? { differs } : {}),
    ...(sees && card?.reviewed ? { reviewed: card.reviewed.reason } : {}),
    sheets: seen.map(({ sheet }) => sheet),
  };
}
