// A stage of a contest: made, opened, closed once nothing is missing, published; its results are made anew by themselves
// when something they rest on is corrected.
import {
  type Command,
  type ContestCause,
  type ContestHonour,
  digestOf,
  type EventNamed,
  type PublicationState,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { StageResult } from '@jiangong/scoring';
import { itemLabel } from '../scheme.ts';
import { wrongStatus } from '../state-labels.ts';
import { honourMovesOf, movesOf, type Standing, standingOf } from './changes.ts';
import { evaluated, honoursOf, published, refIn, resultsOf, type StageInput, scoredIn } from './evaluate.ts';

export type StageEvent = EventNamed<
  | 'contest-stage-made'
  | 'contest-stage-opened'
  | 'contest-stage-results-paged'
  | 'contest-stage-closed'
  | 'contest-stage-revised'
  | 'contest-stage-published'
>;
type Made = EventNamed<'contest-stage-made'>['data'];
type Closed = EventNamed<'contest-stage-closed'>['data'];
type Make = Command<'make', Omit<Made, 'stage'>>;
type Open = Command<'open', object>;
/**
 * `sources`: the revision of every performance, scorecard and earlier stage that the input was read from. `differing`: what
 * judges marked too far apart, once for each contestant.
 */
interface Evaluate {
  input: StageInput;
  differing?: number;
  sources: ContestCause[];
  scoredBy: string[];
}
type Close = Command<'close', Evaluate>;
/** Something it rests on may be another than it was. Requested once too often, it changes nothing. */
type Revise = Command<'revise', Evaluate>;
type Publish = Command<'publish', { to: PublicationState; reason?: string | undefined }>;

export interface Stage extends Made {
  status: 'made' | 'open' | 'closed';
  to: PublicationState;
  /** 0 until it is closed. */
  revision: number;
  basis: Record<string, number>;
  honours: ContestHonour[];
  /** By contestant. */
  standings: Record<string, Standing>;
}
export type State = Stage | undefined;
export const initial = undefined as State;

const PAGE = 100;
const MOVES = 300;

export function decide(stage: State, command: Make | Open | Close | Revise | Publish): StageEvent[] | Refusal {
  if (command.type === 'make')
    return stage ? [] : [{ type: 'contest-stage-made', data: { stage: command.id, ...command.data } }];
  if (!stage) return refuse('not-found', { what: command.id });
  switch (command.type) {
    case 'open':
      if (stage.status === 'open') return [];
      if (stage.status === 'closed') return wrongStatus(stage.status);
      return [{ type: 'contest-stage-opened', data: { stage: command.id, by: command.actor.sub } }];
    case 'close': {
      if (stage.status !== 'open') return wrongStatus(stage.status);
      if (command.data.input.contenders.length === 0) return refuse('contest-stage-empty');
      const { pages, data, pending } = closing(stage, command.data, 1);
      const refusal = incomplete(command.data.input, pending) ?? differ(command.data.differing);
      return refusal ?? [...pages, { type: 'contest-stage-closed', data }];
    }
    case 'revise':
      return revised(stage, command.data);
    case 'publish':
      return publishedTo(stage, command);
    default:
      return command satisfies never;
  }
}

function closing(stage: Stage, { input, sources, scoredBy }: Evaluate, revision: number) {
  const result = evaluated(input);
  const results = resultsOf(input, result);
  const pages: StageEvent[] = [];
  for (let page = 0; page * PAGE < results.length; page += 1) {
    const part = results.slice(page * PAGE, (page + 1) * PAGE);
    const data = { stage: stage.stage, revision, page: page + 1, results: part };
    pages.push({ type: 'contest-stage-results-paged', data });
  }
  const { status: _, to: __, revision: ___, basis: ____, honours: _____, standings: ______, ...head } = stage;
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

/** How many contestants lack something, and what: no refusal names a person. */
function incomplete({ body, ref }: StageInput, pending: StageResult['pending']): Refusal | undefined {
  if (pending.length === 0) return undefined;
  const items = [...new Set(pending.map(({ item }) => item))];
  const lacking = items.map((item) => {
    const [zh, en] = itemLabel(body, ref, item);
    const count = pending.filter((each) => each.item === item).length;
    return [`${zh}（${count} 名）`, `${en} (${count})`] as const;
  });
  return refuse('contest-stage-incomplete', {
    count: new Set(pending.map(({ entrant }) => entrant)).size,
    missing: lacking.map(([zh]) => zh),
    missingEn: lacking.map(([, en]) => en),
  });
}

const differ = (count = 0): Refusal | undefined => (count > 0 ? refuse('contest-marks-differ', { count }) : undefined);

function revised(stage: Stage, evaluate: Evaluate): StageEvent[] {
  const causes = stage.status === 'closed' ? laterThan(stage.basis, evaluate.sources) : undefined;
  if (!causes) return [];
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
function laterThan(basis: Record<string, number>, sources: readonly ContestCause[]): ContestCause[] | undefined {
  const isStale = sources.some(({ id, revision }) => revision < (basis[id] ?? 1));
  const later = sources.filter(({ id, revision }) => revision > (basis[id] ?? 1));
  return isStale || later.length === 0 ? undefined : later;
}

const reach = { hidden: 0, entrants: 1, public: 2 } as const;
function publishedTo(stage: Stage, { data: { to, reason }, actor }: Publish): StageEvent[] | Refusal {
  if (stage.status !== 'closed') return wrongStatus(stage.status);
  if (to === stage.to) return [];
  if (reach[to] < reach[stage.to] && !reason) return refuse('contest-publication-reason');
  const data = { stage: stage.stage, to, ...(reason ? { reason } : {}), by: actor.sub };
  return [{ type: 'contest-stage-published', data }];
}

export function evolve(stage: State, event: StageEvent): State {
  if (event.type === 'contest-stage-made')
    return { ...event.data, status: 'made', to: 'hidden', revision: 0, basis: {}, honours: [], standings: {} };
  if (!stage) return stage;
  switch (event.type) {
    case 'contest-stage-opened':
      return { ...stage, status: 'open' };
    case 'contest-stage-results-paged': {
      const standings = event.data.results.map((result) => [result.contestant, standingOf(result)]);
      return { ...stage, standings: { ...stage.standings, ...Object.fromEntries(standings) } };
    }
    case 'contest-stage-closed':
    case 'contest-stage-revised': {
      const { honours, basis } = event.data;
      const revision = event.type === 'contest-stage-revised' ? event.data.revision : 1;
      return { ...stage, status: 'closed', revision, honours, basis };
    }
    case 'contest-stage-published':
      return { ...stage, to: event.data.to };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const stageCommand = requestsOf<Make | Open | Close | Revise | Publish>('contest-stage');
