// A digest: what one person or group chat hears in a day. Lines gather until it goes out; what comes later waits for the next day.
import { type Command, type DigestItem, type EventNamed, requestsOf } from '@jiangong/contracts';

type Added = EventNamed<'digest-item-added'>['data'];
type Settled = EventNamed<'digest-settled'>['data'];
type Add = Command<'add', Omit<Added, 'digest'>>;
/** `lines`: how many of its lines were in the message. */
type Settle = Command<'settle', Omit<Settled, 'digest' | 'next' | 'at'>>;
export type DigestEvent = EventNamed<'digest-item-added' | 'digest-settled'>;

export interface Digest extends Omit<Added, 'item'> {
  part: number;
  state: 'waiting' | 'settled';
  /** Lines that have not gone out. */
  items: DigestItem[];
  /** Every reminder that it ever had: a line comes once. */
  known: string[];
  last?: Omit<Settled, 'digest' | 'next'>;
}
export type State = Digest | undefined;
export const initial = undefined as State;

const DAY_MS = 86_400_000;
const later = (instant: string, days: number) => new Date(Date.parse(instant) + days * DAY_MS).toISOString();

export function decide(state: State, command: Add | Settle): DigestEvent[] {
  const { id: digest, now } = command;
  if (command.type === 'add') {
    const { item, ...about } = command.data;
    if (state?.known.includes(item.reminder)) return [];
    // One message a day: what comes after today's waits.
    const at = state ? (state.state === 'settled' ? later(state.at, 1) : state.at) : about.at;
    return [{ type: 'digest-item-added', data: { digest, ...about, at, item } }];
  }
  const { part, lines } = command.data;
  if (!state || state.state === 'settled' || state.part !== part) return [];
  const next = lines < state.items.length ? { next: later(state.at, 1) } : {};
  return [{ type: 'digest-settled', data: { digest, ...command.data, at: now, ...next } }];
}

export function evolve(state: State, event: DigestEvent): State {
  if (event.type === 'digest-item-added') {
    const { item, ...about } = event.data;
    const part = state ? (state.state === 'settled' ? state.part + 1 : state.part) : 1;
    const before = { ...state, ...about, part, state: 'waiting' as const };
    return { ...before, items: [...(state?.items ?? []), item], known: [...(state?.known ?? []), item.reminder] };
  }
  if (!state) return state;
  const { digest: _, next, ...last } = event.data;
  const items = state.items.slice(last.lines);
  if (next === undefined) return { ...state, state: 'settled', items, last };
  return { ...state, items, at: next, part: state.part + 1, last };
}

/** Makes requests of this noun. */
export const digestCommand = requestsOf<Add | Settle>('digest');
