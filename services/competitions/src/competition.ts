// A competition: announced with tracks that fit their schemes, launched, closed. Who takes part, its entries say.
import {
  type Command,
  type CompetitionState,
  digestOf,
  type EventNamed,
  isRefusal,
  type Refusal,
  refuse,
  requestsOf,
  unapproved,
} from '@jiangong/contracts';
import { type Announced, type Competition, type Launch, withAmended } from './competition-state.ts';
import { launched } from './launch.ts';
import { wrongCompetitionState } from './state-labels.ts';
import { fitted, type Proposed } from './tracks.ts';

type Announce = Command<'announce', Omit<Announced, 'competition' | 'tracks'> & { tracks: Proposed[] }>;
/** `to`: the last day it was due for; absent in those that were due before windows could be amended. */
type End = Command<'end-registration', { to?: string }>;
/** `unfinished`: rounds that are not closed and years that are not evaluated, as people name them. */
type Close = Command<'close', { unfinished: { zh: string; en: string }[] }>;
type Cancel = Command<'cancel', { reason: string }>;
/** `tracks`: as they are to stand, with their schemes' texts, where tracks are corrected. */
type Amend = Command<
  'amend',
  Partial<Pick<Announced, 'name' | 'theme' | 'slogan' | 'approval' | 'registration'>> & {
    tracks?: Proposed[];
    reason: string;
  }
>;
type Event = EventNamed<
  | 'competition-announced'
  | 'entry-listed'
  | 'entry-unlisted'
  | 'entries-paged'
  | 'competition-launched'
  | 'competition-amended'
  | 'competition-closed'
  | 'competition-cancelled'
  | 'registration-ended'
>;

export type State = Competition | undefined;
export const initial = undefined as State;

export function decide(state: State, command: Announce | Launch | Amend | End | Close | Cancel): Event[] | Refusal {
  if (command.type === 'announce') {
    if (state) return refuse('already-exists', { what: state.name });
    const { registration, tracks, ...head } = command.data;
    const claim = unapproved(head.name, head.approval);
    if (claim) return claim;
    if (registration.from > registration.to)
      return refuse('competition-dates', { what: '报名期', whatEn: 'registration', ...registration });
    const fit = fitted(tracks);
    if (isRefusal(fit)) return fit;
    return [{ type: 'competition-announced', data: { competition: command.id, ...head, tracks: fit, registration } }];
  }
  if (!state) return refuse('not-found', { what: command.id });
  const { competition } = state;
  const running = state.state === 'announced' || state.state === 'launched';
  const needs = (...needed: CompetitionState[]) => wrongCompetitionState(state.state, ...needed);
  switch (command.type) {
    case 'launch':
      return state.state === 'announced' ? launched(state, command.data) : needs('announced');
    case 'close': {
      if (state.state !== 'launched') return needs('launched');
      const { unfinished } = command.data;
      if (unfinished.length === 0) return [{ type: 'competition-closed', data: { competition } }];
      const first = unfinished.slice(0, 10);
      return refuse('competition-unfinished', {
        count: unfinished.length,
        unfinished: first.map(({ zh }) => zh),
        unfinishedEn: first.map(({ en }) => en),
      });
    }
    case 'cancel':
      if (!running) return needs('announced', 'launched');
      return [{ type: 'competition-cancelled', data: { competition, reason: command.data.reason } }];
    case 'amend':
      return running ? amended(state, command) : needs('announced', 'launched');
    case 'end-registration':
      // The window was amended meanwhile.
      if ((command.data.to ?? state.registration.to) !== state.registration.to) return [];
      return running && !state.registrationEnded ? [{ type: 'registration-ended', data: { competition } }] : [];
    default:
      return command satisfies never;
  }
}

function amended(state: Competition, { data, businessDate }: Amend): Event[] | Refusal {
  const { reason, tracks, ...change } = data;
  const { state: stage, registrationEnded: _, ...announced } = state;
  if (tracks && stage === 'launched') return refuse('competition-periods-fixed');
  const fit = tracks ? fitted(tracks) : announced.tracks;
  if (isRefusal(fit)) return fit;
  const after = { ...announced, ...change, tracks: fit };
  const claim = change.name === undefined ? undefined : unapproved(after.name, after.approval);
  if (claim) return claim;
  if (after.registration.from > after.registration.to)
    return refuse('competition-dates', { what: '报名期', whatEn: 'registration', ...after.registration });
  if (digestOf(after) === digestOf(announced)) return [];
  const event = { type: 'competition-amended' as const, data: { ...after, reason } };
  // A last day that is past already ends the registration now.
  const isOver = after.registration.to < businessDate && !withAmended(state, event.data).registrationEnded;
  return isOver ? [event, { type: 'registration-ended', data: { competition: state.competition } }] : [event];
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'competition-announced') return { ...event.data, state: 'announced', registrationEnded: false };
  if (!state) return state;
  switch (event.type) {
    // Before 0.2.0 a competition listed its entries itself.
    case 'entry-listed':
    case 'entry-unlisted':
    case 'entries-paged':
      return state;
    case 'competition-launched':
      return { ...state, state: 'launched' };
    case 'competition-amended':
      return withAmended(state, event.data);
    case 'competition-closed':
      return { ...state, state: 'closed' };
    case 'competition-cancelled':
      return { ...state, state: 'cancelled' };
    case 'registration-ended':
      return { ...state, registrationEnded: true };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const competitionCommand = requestsOf<Parameters<typeof decide>[1]>('competition');
