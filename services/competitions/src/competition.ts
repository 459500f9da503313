// A competition: announced with tracks that fit their schemes, collects its accepted entries, launches with them, closed.
import {
  type Command,
  type CompetitionState,
  type Entrant,
  type EventNamed,
  isRefusal,
  type Refusal,
  refuse,
  requestsOf,
} from '@jiangong/contracts';
import type { Announced, Competition, Launch } from './competition-state.ts';
import { launched } from './launch.ts';
import { wrongCompetitionState } from './state-labels.ts';
import { fitted, type Proposed } from './tracks.ts';

type Announce = Command<'announce', Omit<Announced, 'competition' | 'tracks'> & { tracks: Proposed[] }>;
type NoteEntry = Command<'note-entry' | 'note-group', { entrant: Entrant }>;
type NoteWithdrawal = Command<'note-withdrawal', { entry: string }>;
type End = Command<'close' | 'end-registration', Record<string, never>>;
type Cancel = Command<'cancel', { reason: string }>;
type Event = EventNamed<
  | 'competition-announced'
  | 'entry-listed'
  | 'entry-unlisted'
  | 'entries-paged'
  | 'competition-launched'
  | 'competition-closed'
  | 'competition-cancelled'
  | 'registration-ended'
>;

export type State = Competition | undefined;
export const initial = undefined as State;

export function decide(
  state: State,
  command: Announce | NoteEntry | NoteWithdrawal | Launch | End | Cancel,
): Event[] | Refusal {
  if (command.type === 'announce') {
    if (state) return refuse('already-exists', { what: state.name });
    const { registration, tracks, ...head } = command.data;
    if (registration.from > registration.to)
      return refuse('competition-dates', { what: '报名期', whatEn: 'registration', ...registration });
    const fit = fitted(tracks);
    if (isRefusal(fit)) return fit;
    return [{ type: 'competition-announced', data: { competition: command.id, ...head, tracks: fit, registration } }];
  }
  if (!state) return refuse('not-found', { what: command.id });
  const { competition, entries } = state;
  const running = state.state === 'announced' || state.state === 'launched';
  const needs = (...needed: CompetitionState[]) => wrongCompetitionState(state.state, ...needed);
  switch (command.type) {
    case 'note-entry': {
      const { entrant } = command.data;
      if (!running || same(entries[entrant.entry], entrant)) return [];
      return [{ type: 'entry-listed', data: { competition, entrant, late: state.state === 'launched' } }];
    }
    case 'note-group': {
      const { entrant } = command.data;
      const listed = entries[entrant.entry];
      if (!running || !listed || same(listed, entrant)) return [];
      return [{ type: 'entry-listed', data: { competition, entrant, late: state.state === 'launched' } }];
    }
    case 'note-withdrawal': {
      const listed = entries[command.data.entry];
      if (!running || !listed) return [];
      return [{ type: 'entry-unlisted', data: { competition, entry: listed.entry, track: listed.track } }];
    }
    case 'launch':
      return state.state === 'announced' ? launched(state, command.data) : needs('announced');
    case 'close':
      return state.state === 'launched' ? [{ type: 'competition-closed', data: { competition } }] : needs('launched');
    case 'cancel':
      if (!running) return needs('announced', 'launched');
      return [{ type: 'competition-cancelled', data: { competition, reason: command.data.reason } }];
    case 'end-registration':
      return running && !state.registrationEnded ? [{ type: 'registration-ended', data: { competition } }] : [];
    default:
      return command satisfies never;
  }
}

const same = (a: Entrant | undefined, b: Entrant) => JSON.stringify(a) === JSON.stringify(b);

export function evolve(state: State, event: Event): State {
  if (event.type === 'competition-announced')
    return { ...event.data, state: 'announced', registrationEnded: false, entries: {} };
  if (!state) return state;
  switch (event.type) {
    case 'entry-listed':
      return { ...state, entries: { ...state.entries, [event.data.entrant.entry]: event.data.entrant } };
    case 'entry-unlisted': {
      const { [event.data.entry]: _, ...entries } = state.entries;
      return { ...state, entries };
    }
    case 'entries-paged':
      return state;
    case 'competition-launched':
      return { ...state, state: 'launched' };
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
