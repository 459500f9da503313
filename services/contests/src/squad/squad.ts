// Whom a unit enters on a track of a contest. Its seats are counted here, where its entries meet.
import {
  type Command,
  type Contestant,
  type ContestantState,
  contestantId,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';

export type SquadEvent = EventNamed<
  'contestant-registered' | 'contestant-accepted' | 'contestant-rejected' | 'contestant-withdrawn'
>;
/** `isAccepted`: an organiser enters, nobody has to accept; `most`: the seats of a unit. */
type Enter = Command<
  'enter',
  Omit<Contestant, 'contestant' | 'squad'> & { isAccepted: boolean; most?: number | undefined }
>;
type Accept = Command<'accept', { contestant: string; most?: number | undefined }>;
type End = Command<'reject' | 'withdraw', { contestant: string; reason: string }>;

export type Entered = Contestant & { state: ContestantState; reason?: string };
/** By contestant. */
export type State = Readonly<Record<string, Entered>>;
export const initial: State = {};

export function decide(squad: State, command: Enter | Accept | End): SquadEvent[] | Refusal {
  if (command.type === 'enter') return entered(squad, command);
  const { contestant } = command.data;
  const known = squad[contestant];
  if (!known) return refuse('not-found', { what: contestant });
  const { state, reason: _, ...about } = known;
  switch (command.type) {
    case 'accept':
      if (state === 'accepted') return [];
      if (state !== 'registered') return settled(state);
      return isFull(squad, command.data.most) ?? [{ type: 'contestant-accepted', data: about }];
    case 'reject': {
      if (state === 'rejected') return [];
      if (state !== 'registered') return settled(state);
      const { reason } = command.data;
      return [{ type: 'contestant-rejected', data: { contestant, squad: command.id, reason } }];
    }
    case 'withdraw': {
      if (state === 'withdrawn') return [];
      if (state === 'rejected') return settled(state);
      const { reason } = command.data;
      return [{ type: 'contestant-withdrawn', data: { contestant, squad: command.id, reason } }];
    }
    default:
      return command satisfies never;
  }
}

function entered(squad: State, { id, data }: Enter): SquadEvent[] | Refusal {
  const { isAccepted, most, ...about } = data;
  const contestant = contestantId(id, about.entrant.id);
  const before = squad[contestant];
  if (before && isTaking(before)) return refuse('contestant-known');
  const event = { contestant, squad: id, ...about };
  const type = isAccepted ? 'contestant-accepted' : 'contestant-registered';
  return isFull(squad, most) ?? [{ type, data: event }];
}

const isTaking = ({ state }: Entered) => state === 'registered' || state === 'accepted';
/** Who waits to be accepted takes no seat yet. */
function isFull(squad: State, most: number | undefined): Refusal | undefined {
  const accepted = Object.values(squad).filter(({ state }) => state === 'accepted').length;
  return most !== undefined && accepted >= most ? refuse('contest-quota', { most }) : undefined;
}
const settled = (state: ContestantState) =>
  refuse('contestant-settled', { state, stateZh: valueLabels.contestant[state] });

export function evolve(squad: State, event: SquadEvent): State {
  const { contestant } = event.data;
  return { ...squad, [contestant]: after(squad[contestant], event)! };
}

/** One contestant after an event about them. */
export function after(before: Entered | undefined, event: SquadEvent): Entered | undefined {
  switch (event.type) {
    case 'contestant-registered':
      return { ...event.data, state: 'registered' };
    case 'contestant-accepted':
      return { ...event.data, state: 'accepted' };
    case 'contestant-rejected':
      return before && { ...before, state: 'rejected', reason: event.data.reason };
    case 'contestant-withdrawn':
      return before && { ...before, state: 'withdrawn', reason: event.data.reason };
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const squadCommand = requestsOf<Enter | Accept | End>('squad');
