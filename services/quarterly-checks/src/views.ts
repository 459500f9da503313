// What readers see of rounds, checks, reviews and the year; and what this service remembers of competitions and entries.
import { type Entrant, type EventNamed, roundPageId, type View } from '@jiangong/contracts';
import { evolve as evolveCheck } from './check-evolve.ts';
import type { Check } from './check-state.ts';
import type { CheckEvent, RoundEvent } from './events.ts';
import { evolve as evolveReview, type Review } from './review.ts';
import { evolve as evolveRound, type Round } from './round.ts';
import type { StatusFrom } from './site-days.ts';

/** Rounds with their schemes. Who takes part is not in the row: the checks are counted on demand. */
export const rounds: View<Round, RoundEvent> = {
  name: 'rounds',
  revision: 3,
  events: [
    'round-made',
    'round-opened',
    'round-closing',
    'round-reopened',
    'round-dismissed',
    'round-closed',
    'round-closure-undone',
    'round-honours-granted',
  ],
  key: (event) => event.data.round,
  apply: evolveRound,
  index: ['competition', 'track', 'status'],
};

/** Sealed pages of a round's checks; `walk` and `lastOf`: the round and its attempt at closing. */
export type RoundPage = EventNamed<'round-page-sealed'>['data'] & { walk: string; lastOf?: string };
export const roundPages: View<RoundPage, EventNamed<'round-page-sealed'>> = {
  name: 'round-pages',
  events: ['round-page-sealed'],
  key: ({ data: { round, attempt, page } }) => roundPageId(round, 'seal', attempt, page),
  apply(_, { data }) {
    const walk = `${data.round}/${data.attempt}`;
    return { ...data, walk, ...(data.last ? { lastOf: walk } : {}) };
  },
  index: ['walk', 'lastOf'],
};

export const checks: View<Check, CheckEvent> = {
  name: 'checks',
  revision: 4,
  events: [
    'check-made',
    'check-opened',
    'check-withdrawn',
    'entry-facts-noted',
    'plan-set',
    'progress-reported',
    'progress-verified',
    'sheet-saved',
    'sheet-submitted',
    'sheet-returned',
    'veto-raised',
    'veto-lifted',
    'check-sealed',
    'check-excused',
    'seal-refused',
    'check-unsealed',
    'result-corrected',
    'self-scored',
    'appeal-filed',
    'appeal-answered',
    'appeal-decided',
  ],
  key: (event) => event.data.check,
  apply: evolveCheck,
  index: ['round', 'competition', 'entry', 'unit', 'status', ['round', 'status'], ['round', 'code']],
};

export const reviews: View<Review, EventNamed<'review-recorded'>> = {
  name: 'reviews',
  revision: 2,
  events: ['review-recorded'],
  key: (event) => event.data.review,
  apply: evolveReview,
  index: ['competition', 'entry'],
};

type Evaluated = EventNamed<'annual-evaluation-completed' | 'annual-evaluation-revised'>;
/** The year of a track as it now stands; `reason`: of its last revision. */
export type EvaluationRow = EventNamed<'annual-evaluation-completed'>['data'] & { revision: number; reason?: string };
export const evaluations: View<EvaluationRow, Evaluated> = {
  name: 'evaluations',
  revision: 2,
  events: ['annual-evaluation-completed', 'annual-evaluation-revised'],
  key: (event) => event.data.evaluation,
  apply(_, { type, data }) {
    if (type === 'annual-evaluation-completed') return { ...data, revision: 1 };
    const { causes: __, moved: ___, moves: ____, honourMoves: _____, ...row } = data;
    return row;
  },
  index: ['competition'],
};

/** Every revision of a year, with what moved. */
export const evaluationRevisions: View<EventNamed<'annual-evaluation-revised'>['data'], Evaluated> = {
  name: 'evaluation-revisions',
  events: ['annual-evaluation-revised'],
  key: ({ type, data }) =>
    type === 'annual-evaluation-revised' ? `${data.evaluation}/${String(data.revision).padStart(6, '0')}` : undefined,
  apply: (row, { type, data }) => (type === 'annual-evaluation-revised' ? data : row),
  index: ['evaluation'],
};

/** Annual results, a row per page. */
export type AnnualPage = EventNamed<'annual-standings-paged'>['data'];
export const annualPages: View<AnnualPage, EventNamed<'annual-standings-paged'>> = {
  name: 'annual-pages',
  events: ['annual-standings-paged'],
  key: ({ data: { evaluation, page } }) => `${evaluation}/${String(page).padStart(5, '0')}`,
  apply: (_, event) => event.data,
  index: ['evaluation'],
};

/** Competitions that were launched, with their schemes; and how they ended. */
export type LaunchedRow = EventNamed<'competition-launched'>['data'] & { ended?: 'closed' | 'cancelled' };
export const competitions: View<
  LaunchedRow,
  EventNamed<'competition-launched' | 'competition-amended' | 'competition-closed' | 'competition-cancelled'>
> = {
  name: 'launched-competitions',
  revision: 3,
  events: ['competition-launched', 'competition-amended', 'competition-closed', 'competition-cancelled'],
  key: (event) => event.data.competition,
  apply(row, event) {
    if (event.type === 'competition-launched') return event.data;
    if (event.type === 'competition-amended') {
      const { name, theme, slogan } = event.data;
      return row && { ...row, name, theme, slogan };
    }
    return row && { ...row, ended: event.type === 'competition-closed' ? 'closed' : 'cancelled' };
  },
};

export interface EntryRow {
  entry: string;
  competition: string;
  /** Absent while only a status is known. */
  entrant?: Entrant;
  track?: string;
  /** The branch above it. */
  parent?: string;
  standing: 'registered' | 'accepted' | 'out';
  statuses: StatusFrom[];
  /** The entry's last event taken in. */
  seen: number;
}
type EntryEvent = EventNamed<
  | 'entry-registered'
  | 'entry-accepted'
  | 'entry-rejected'
  | 'entry-withdrawn'
  | 'entry-regrouped'
  | 'entry-decision-undone'
  | 'project-status-recorded'
  | 'project-status-struck'
>;
/** Entries with the history of their project's status. */
export const entries: View<EntryRow, EntryEvent> = {
  name: 'entries',
  events: [
    'entry-registered',
    'entry-accepted',
    'entry-rejected',
    'entry-withdrawn',
    'entry-regrouped',
    'entry-decision-undone',
    'project-status-recorded',
    'project-status-struck',
  ],
  key: ({ data }) => ('entrant' in data ? data.entrant.entry : data.entry),
  apply: (row, event) => {
    const { data, sequence: seen } = event;
    if (event.type === 'project-status-recorded') {
      const { entry, competition, status, from } = event.data;
      const before: EntryRow = row ?? { entry, competition, standing: 'registered', statuses: [], seen };
      return { ...before, statuses: [...before.statuses, { status, from }], seen };
    }
    if (event.type === 'project-status-struck') {
      const statuses = row?.statuses.filter(({ from }) => from !== event.data.from) ?? [];
      return row && { ...row, statuses, seen };
    }
    if (!('entrant' in data)) return row;
    const { competition, entrant } = data;
    const { entry, track, parent } = entrant;
    const statuses = row?.statuses ?? [];
    const undone = event.type === 'entry-decision-undone' ? standsAgain[event.data.state] : undefined;
    const standing = undone ?? standings[event.type] ?? row?.standing ?? 'registered';
    return { entry, competition, entrant, track, ...(parent ? { parent } : {}), standing, statuses, seen };
  },
  index: ['competition', 'track', 'parent', 'standing', ['competition', 'track', 'standing']],
};
/** Whoever is no longer accepted is out, until accepted again. */
const standsAgain = { registered: 'out', accepted: 'accepted' } as const;
const standings: Partial<Record<EntryEvent['type'], EntryRow['standing']>> = {
  'entry-registered': 'registered',
  'entry-accepted': 'accepted',
  'entry-rejected': 'out',
  'entry-withdrawn': 'out',
};
