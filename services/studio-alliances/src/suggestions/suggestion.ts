// A suggestion: taken up by one studio, tried, then adopted as an output or declined with a reason.
import {
  type Command,
  type EventNamed,
  peopleOf,
  type Refusal,
  refuse,
  requestsOf,
  type valueLabels,
} from '@jiangong/contracts';
import { wrongState } from '../state-labels.ts';

type Adopted = EventNamed<'suggestion-adopted'>['data'];
type SuggestionCommand =
  | Command<'propose', Omit<EventNamed<'suggestion-proposed'>['data'], 'suggestion' | 'on'>>
  | Command<'take-up', Pick<EventNamed<'suggestion-taken-up'>['data'], 'studio' | 'studioName'>>
  | Command<'try', { note: string }>
  | Command<
      'adopt',
      Pick<Adopted, 'alliance' | 'owner' | 'studios' | 'output' | 'reason'> &
        Pick<Adopted['draft'], 'kind' | 'applied' | 'contributors'>
    >
  | Command<'decline', { reason: string }>
  | Command<'erase-proposer', object>;
export type SuggestionEvent = EventNamed<
  | 'suggestion-proposed'
  | 'suggestion-taken-up'
  | 'suggestion-tried'
  | 'suggestion-adopted'
  | 'suggestion-declined'
  | 'suggestion-proposer-erased'
>;
type Status = keyof typeof valueLabels.suggestion;

export type State =
  | (EventNamed<'suggestion-proposed'>['data'] & { status: Status; studio?: string; erased?: true })
  | undefined;
export const initial = undefined as State;

export function decide(state: State, command: SuggestionCommand): SuggestionEvent[] | Refusal {
  const { id: suggestion, businessDate: on } = command;
  if (command.type === 'propose') {
    if (state) return refuse('already-exists', { what: state.title });
    return [{ type: 'suggestion-proposed', data: { suggestion, ...command.data, on } }];
  }
  if (!state) return refuse('not-found', { what: suggestion });
  const { title, status } = state;
  const not = (...needed: Status[]) => wrongState('suggestion-state', title, status, ...needed);
  switch (command.type) {
    case 'take-up':
      if (status === 'taken-up' && state.studio === command.data.studio) return [];
      if (status !== 'proposed') return not('proposed');
      return [{ type: 'suggestion-taken-up', data: { suggestion, ...command.data, on } }];
    case 'try':
      if (status !== 'taken-up' && status !== 'tried') return not('taken-up', 'tried');
      return [{ type: 'suggestion-tried', data: { suggestion, ...command.data, on } }];
    case 'adopt': {
      if (status !== 'taken-up' && status !== 'tried') return not('taken-up', 'tried');
      const { kind, applied, contributors, ...adopted } = command.data;
      const draft = {
        ...{ title, kind, summary: state.text, applied, adoptedOn: on },
        contributors: [...new Set([state.proposer, ...contributors])],
      };
      return [{ type: 'suggestion-adopted', data: { suggestion, ...adopted, by: peopleOf(command.actor), on, draft } }];
    }
    case 'decline':
      if (status === 'adopted' || status === 'declined') return not('proposed', 'taken-up', 'tried');
      return [{ type: 'suggestion-declined', data: { suggestion, ...command.data, on } }];
    case 'erase-proposer':
      return state.erased ? [] : [{ type: 'suggestion-proposer-erased', data: { suggestion } }];
    default:
      return command satisfies never;
  }
}

const statusAfter = {
  'suggestion-tried': 'tried',
  'suggestion-adopted': 'adopted',
  'suggestion-declined': 'declined',
} as const;

export function evolve(state: State, event: SuggestionEvent): State {
  if (event.type === 'suggestion-proposed') return { ...event.data, status: 'proposed' };
  if (!state) throw new Error(`${event.type} before the suggestion was made`);
  switch (event.type) {
    case 'suggestion-taken-up':
      return { ...state, status: 'taken-up', studio: event.data.studio };
    case 'suggestion-proposer-erased':
      return { ...state, erased: true };
    default:
      return { ...state, status: statusAfter[event.type] };
  }
}

/** Makes requests of this noun. */
export const suggestionCommand = requestsOf<SuggestionCommand>('suggestion');
