// The annual evaluation of a track: completed once, when nothing that is due is pending; and made anew by itself when
// something it was evaluated from is corrected.
import {
  type Command,
  digestOf,
  type EventNamed,
  type Refusal,
  type RevisionCause,
  refuse,
  requestsOf,
  withoutRole,
} from '@jiangong/contracts';
import { evaluateAll, published } from './evaluate.ts';
import { honourChangesOf, rankChangesOf, type Standing, standingOf } from './rank-changes.ts';
import {
  annualResults,
  type Honours,
  honoursOf,
  pendingInWords,
  tracksOf,
  type Words,
  type YearInput,
} from './year.ts';

type Head = { competition: string; competitionName: string; year: number };
interface Evaluate extends Head {
  input: YearInput;
  /** Every check and review that it is evaluated from. */
  sources: RevisionCause[];
  scoredBy: string[];
}
/** `open`: what must be closed or corrected first, as people name it. */
type Complete = Command<'complete', Evaluate & { open: Words[] }>;
/** Something it was evaluated from may be another than it was. Requested once too often, it changes nothing. */
type Revise = Command<'revise', Evaluate>;
type Completed = EventNamed<'annual-evaluation-completed'>;
type Revised = EventNamed<'annual-evaluation-revised'>;
type Event = EventNamed<'annual-standings-paged'> | Completed | Revised;

export interface Evaluation {
  /** 0 while only pages of the first one are there. */
  revision: number;
  digest: string;
  basis: Record<string, number>;
  honours: Honours;
  /** By entry. */
  standings: Record<string, Standing>;
}
export type State = Evaluation | undefined;
export const initial = undefined as State;

const PAGE = 100;
const MOVES = 300;

export function decide(evaluation: State, command: Complete | Revise): Event[] | Refusal {
  switch (command.type) {
    case 'complete': {
      const refused = withoutRole(command.actor, 'organiser');
      if (refused) return refused;
      if (evaluation) return refuse('year-evaluated');
      const { input, open } = command.data;
      if (open.length > 0) return incomplete(open);
      const { stage, pages, data } = evaluated(command.id, command.data);
      const missing = pendingInWords(input, stage);
      if (missing.length > 0) return incomplete(missing);
      return [...pages, { type: 'annual-evaluation-completed', data }];
    }
    case 'revise': {
      const causes = evaluation && laterThan(evaluation, command.data.sources);
      if (!evaluation || !causes) return [];
      const { stage, pages, data } = evaluated(command.id, command.data);
      const before = new Map(Object.entries(evaluation.standings));
      const about = new Map(command.data.input.entrants.map(({ entrant }) => [entrant.entry, entrant]));
      const moves = rankChangesOf(before, stage, about);
      const reasons = causes.map(({ label, reason }) => `${label}：${reason ?? '重新登记'}`).join('；');
      const revised: Revised['data'] = {
        ...data,
        revision: evaluation.revision + 1,
        reason: [...reasons].slice(0, 2000).join(''),
        causes: causes.slice(0, 100),
        moved: moves.length,
        moves: moves.slice(0, MOVES),
        honourMoves: honourChangesOf(evaluation.honours, data.honours).slice(0, MOVES),
      };
      return [...pages, { type: 'annual-evaluation-revised', data: revised }];
    }
    default:
      return command satisfies never;
  }
}

const incomplete = (missing: Words[]) =>
  refuse('evaluation-incomplete', {
    missing: missing.slice(0, 20).map(([zh]) => zh),
    missingEn: missing.slice(0, 20).map(([, en]) => en),
    count: missing.length,
  });

const revisionIn = (basis: Record<string, number>, id: string) => basis[id] ?? 1;
const basisOf = (sources: readonly RevisionCause[]) =>
  Object.fromEntries(sources.filter(({ revision }) => revision !== 1).map(({ id, revision }) => [id, revision]));

/**
 * What was corrected since; undefined if nothing was, or if the sources were read before something that the evaluation
 * knows already: whoever corrected that asks, too, and reads it all.
 */
function laterThan({ basis }: Evaluation, sources: readonly RevisionCause[]): RevisionCause[] | undefined {
  const stale = sources.some(({ id, revision }) => revision < revisionIn(basis, id));
  const later = sources.filter(({ id, revision }) => revision > revisionIn(basis, id));
  return stale || later.length === 0 ? undefined : later;
}

function evaluated(id: string, { competition, competitionName, year, input, sources, scoredBy }: Evaluate) {
  const tracks = tracksOf(input);
  const all = evaluateAll(tracks);
  const stage = all.at(-1)!;
  const results = annualResults(input, stage);
  const about = { evaluation: id, competition, track: input.track };
  const pages: Event[] = [];
  for (let page = 0; page * PAGE < results.length; page += 1) {
    const part = results.slice(page * PAGE, (page + 1) * PAGE);
    pages.push({
      type: 'annual-standings-paged',
      data: { ...about, stage: input.stage, page: page + 1, results: part },
    });
  }
  // By what everybody can see and check, not by ids.
  const standings = results.map(({ entrant, place, result }) => [entrant.code, place, published(result.score)]);
  const data: Completed['data'] = {
    ...{ ...about, competitionName, year, scoredBy },
    honours: honoursOf(input, stage, results),
    digest: digestOf(standings),
    scheme: input.scheme,
    schemeVersion: input.schemeVersion,
    inputDigest: digestOf({ stages: tracks.flatMap(({ stages }) => stages) }),
    resultDigest: digestOf(all),
    basis: basisOf(sources),
  };
  return { stage, pages, data };
}

export function evolve(before: State, event: Event): State {
  const state = before ?? { revision: 0, digest: '', basis: {}, honours: [], standings: {} };
  if (event.type === 'annual-standings-paged') {
    const standings = event.data.results.map(({ entrant, place, result }) => {
      return [entrant.entry, standingOf({ ...result, place })];
    });
    return { ...state, standings: { ...state.standings, ...Object.fromEntries(standings) } };
  }
  const { digest, honours, basis = {} } = event.data;
  const revision = event.type === 'annual-evaluation-revised' ? event.data.revision : 1;
  return { ...state, revision, digest, honours, basis };
}

/** Makes requests of this noun. */
export const evaluationCommand = requestsOf<Parameters<typeof decide>[1]>('evaluation');
