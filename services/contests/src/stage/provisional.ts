// A stage that is open, as far as it has come: what is in, what is missing, and the score if the rest were nothing or full. What
// judges give is shown to nobody before the stage is closed.
import type { ContestResult, ContestStanding } from '@jiangong/contracts';
import { evaluateStage } from '@jiangong/scoring';
import { itemLabel, panelsIn, schemeOf } from '../scheme.ts';
import { evaluated, published, refIn, resultsOf, type StageInput, scoredIn } from './evaluate.ts';

type Provisional = NonNullable<ContestStanding['provisional']>;

/** Everybody in the order of their ids, without a place. */
export function provisionalIn(input: StageInput): (ContestResult & { provisional: Provisional })[] {
  const { body, ref, contenders, prior } = input;
  const isJudged = panelsIn(body, ref).length > 0;
  const result = evaluated(input);
  const missing = new Map<string, Set<string>>();
  for (const { entrant, item } of result.pending)
    missing.set(entrant, (missing.get(entrant) ?? new Set()).add(itemLabel(body, ref, item)[0]));
  const scoresIf = (assume: 'full' | 'nothing') => {
    const { entrants } = evaluateStage(schemeOf(body), refIn(input), scoredIn(contenders), prior, { assume });
    return new Map(entrants.map(({ id, score }) => [id, published(score)]));
  };
  const [nothing, full] = isJudged ? [] : [scoresIf('nothing'), scoresIf('full')];
  return resultsOf(input, result)
    .map((each) => ({
      ...each,
      place: null,
      result: isJudged ? { ...each.result, ...hidden } : each.result,
      provisional: {
        missing: [...(missing.get(each.contestant) ?? [])],
        ifNothing: nothing?.get(each.contestant) ?? null,
        ifFull: full?.get(each.contestant) ?? null,
      },
    }))
    .sort((a, b) => (a.contestant < b.contestant ? -1 : 1));
}
const hidden = { score: null, band: null, bars: [], figures: {} };
