// An invitation of another union's studio into an alliance: its own union accepts or declines it; unanswered, it lapses.
import {
  type Command,
  defaultAnswerDays,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';

type Invited = EventNamed<'member-invited'>['data'];
type InvitationCommand =
  | Command<'send', Omit<Invited, 'invitation' | 'lapsesAt'> & { answerDays?: number | undefined }>
  | Command<'accept', object>
  | Command<'decline', { reason: string }>
  | Command<'lapse', { request: number }>
  | Command<'withdraw', object>;
type InvitationEvent = EventNamed<
  'member-invited' | 'invitation-accepted' | 'invitation-declined' | 'invitation-lapsed' | 'invitation-withdrawn'
>;
type Status = keyof typeof valueLabels.invitation;

export type State = (Invited & { status: Status }) | undefined;
export const initial = undefined as State;

/** It is answered by the studio's union, although the alliance's sends it. */
export const owner = (invitation: State) => invitation?.to;

const DAY_MS = 86_400_000;

export function decide(state: State, command: InvitationCommand): InvitationEvent[] | Refusal {
  if (command.type === 'send') {
    const { answerDays = defaultAnswerDays, ...invited } = command.data;
    if (state?.status === 'open' && state.request === invited.request) return [];
    const lapsesAt = new Date(Date.parse(command.now) + answerDays * DAY_MS).toISOString();
    return [{ type: 'member-invited', data: { invitation: command.id, ...invited, lapsesAt } }];
  }
  // Members that nobody invited leave, too.
  if (!state) return command.type === 'withdraw' ? [] : refuse('not-found', { what: command.id });
  const { status, lapsesAt, studioName: _, studioCode: __, from: ___, to: ____, ...about } = state;
  const isLate = status === 'open' && Date.parse(command.now) >= Date.parse(lapsesAt);
  switch (command.type) {
    case 'accept':
    case 'decline':
      if (status !== 'open' || isLate) return closed(state.name, isLate ? 'lapsed' : status);
      return command.type === 'accept'
        ? [{ type: 'invitation-accepted', data: about }]
        : [{ type: 'invitation-declined', data: { ...about, ...command.data } }];
    case 'lapse':
      if (status !== 'open' || state.request !== command.data.request) return [];
      return [{ type: 'invitation-lapsed', data: about }];
    case 'withdraw':
      return status === 'open' || status === 'accepted' ? [{ type: 'invitation-withdrawn', data: about }] : [];
    default:
      return command satisfies never;
  }
}

const closed = (name: string, status: Status) =>
  refuse('invitation-closed', { name, status, statusZh: valueLabels.invitation[status] });

export function evolve(state: State, event: InvitationEvent): State {
  if (event.type === 'member-invited') return { ...event.data, status: 'open' };
  if (!state) throw new Error(`${event.type} before the invitation was sent`);
  return { ...state, status: statusAfter[event.type] };
}
export const statusAfter = {
  'invitation-accepted': 'accepted',
  'invitation-declined': 'declined',
  'invitation-lapsed': 'lapsed',
  'invitation-withdrawn': 'withdrawn',
} as const satisfies Partial<Record<InvitationEvent['type'], Status>>;

/** Makes requests of this noun. */
export const invitationCommand = requestsOf<InvitationCommand>('invitation');
