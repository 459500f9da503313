// A link by which anybody in a unit makes suggestions: good until its last day, unless it is revoked.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';

type Opened = EventNamed<'suggestion-link-opened'>['data'];
type LinkCommand = Command<'open', Omit<Opened, 'link'>> | Command<'revoke', { reason: string }>;
type LinkEvent = EventNamed<'suggestion-link-opened' | 'suggestion-link-revoked'>;

export type State = (Opened & { revoked?: string }) | undefined;
export const initial = undefined as State;

export function decide(state: State, command: LinkCommand): LinkEvent[] | Refusal {
  const { id: link } = command;
  if (command.type === 'open') {
    if (state) return refuse('already-exists', { what: state.label });
    return [{ type: 'suggestion-link-opened', data: { link, ...command.data } }];
  }
  if (!state) return refuse('not-found', { what: link });
  return state.revoked === undefined ? [{ type: 'suggestion-link-revoked', data: { link, ...command.data } }] : [];
}

export function evolve(state: State, event: LinkEvent): State {
  if (event.type === 'suggestion-link-opened') return event.data;
  return state && { ...state, revoked: event.data.reason };
}

/** Makes requests of this noun. */
export const suggestionLinkCommand = requestsOf<LinkCommand>('suggestion-link');
