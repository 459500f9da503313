// A stage's results: as it is closed, and made anew when something they rest on was corrected or a tie was decided.
import { type ContestCause, digestOf } from '@jiangong/contracts';
import { honourMovesOf, movesOf } from './changes.ts';
import { evaluated, honoursOf, published, refIn, resultsOf, scoredIn } from './evaluate.ts';
import type { Closed, Evaluate, Stage, StageEvent } from './stage-state.ts';
import { standingTies } from './standing-ties.ts';

const PAGE = 100;
const MOVES = 300;

export function closing(stage: Stage, evaluate: Evaluate, revision: number) {
  const { sources, scoredBy } = evaluate;
  const input = { ...evaluate.input, decisions: standingTies(stage, evaluate.input) };
  const result = evaluated(input);
  const results = resultsOf(input, result);
  const pages: StageEvent[] = [];
  for (let page = 0; page * PAGE < results.length; page += 1) {
    const part = results.slice(page * PAGE, (page + 1) * PAGE);
    const data = { stage: stage.stage, revision, page: page + 1, results: part };
    pages.push({ type: 'contest-stage-results-paged', data });
  }
  const { status: _, to: __, revision: ___, basis: ____, honours: _____, ...rest } = stage;
  const { ties: ______, standings: _______, appeals: ________, ...head } = rest;
  const shown = results.map(({ contestant, place, result: { score } }) => [contestant, place, published(score)]);
  const data: Closed = {
    ...head,
    honours: honoursOf(input, result, results),
    scoredBy,
    digest: digestOf(shown),
    inputDigest: digestOf({ ...refIn(input), entrants: scoredIn(input.contenders) }),
    resultDigest: digestOf(result),
    basis: Object.fromEntries(
      sources.filter(({ revision }) => revision !== 1).map(({ id, revision }) => [id, revision]),
    ),
  };
  return { pages, results, data, pending: result.pending };
}

export function revised(stage: Stage, evaluate: Evaluate): StageEvent[] {
  const causes = stage.status === 'closed' ? laterThan(stage.basis, evaluate.sources) : undefined;
  if (!causes) return [];
  return anew(stage, evaluate, causes);
}

/** The results as they now come out, with who moved. */
export function anew(stage: Stage, evaluate: Evaluate, causes: readonly ContestCause[]): StageEvent[] {
  const revision = stage.revision + 1;
  const { pages, results, data } = closing(stage, evaluate, revision);
  const moves = movesOf(stage.standings, results);
  const honourMoves = honourMovesOf(stage.honours, data.honours).slice(0, MOVES);
  return [
    ...pages,
    {
      type: 'contest-stage-revised',
      data: {
        ...data,
        revision,
        causes: causes.slice(0, 100),
        moved: moves.length,
        moves: moves.slice(0, MOVES),
        honourMoves,
      },
    },
  ];
}

/**
 * What was corrected since; undefined if nothing was, or if the sources were read before something that the results know
 * already: whoever corrected that asks, too, and reads it all.
 */
export function laterThan(basis: Record<string, number>, sources: readonly ContestCause[]): ContestCause[] | undefined {
  const later = sources.filter(({ id, revision }) => revision > (basis[id] ?? 1));
  return isStale(basis, sources) || later.length === 0 ? undefined : later;
}
/** The sources were read before something that the results know already. */
export const isStale = (basis: Record<string, number>, sources: readonly ContestCause[]): boolean =>
  sources.some(({ id, revision }) => revision < (basis[id] ?? 1));
