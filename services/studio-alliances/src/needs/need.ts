// A need: a unit's problem with the studio that seeks a partner for it, until it is withdrawn or solved.
import {
  type Command,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  type solveNeed,
  valueLabels,
  type withdrawNeed,
} from '@jiangong/contracts';
import type { z } from 'zod';

type Posted = EventNamed<'need-posted'>['data'];
type NeedCommand =
  | Command<'post', Omit<Posted, 'need' | 'on'>>
  | Command<'withdraw', z.infer<typeof withdrawNeed>>
  | Command<'solve', z.infer<typeof solveNeed>>;
type NeedEvent = EventNamed<'need-posted' | 'need-withdrawn' | 'need-solved'>;
type Status = keyof typeof valueLabels.need;

export type State = (Posted & { status: Status }) | undefined;
export const initial = undefined as State;

export function decide(state: State, command: NeedCommand): NeedEvent[] | Refusal {
  const { id: need, businessDate: on } = command;
  if (command.type === 'post') {
    if (state) return refuse('already-exists', { what: state.problem });
    return [{ type: 'need-posted', data: { need, ...command.data, on } }];
  }
  if (!state) return refuse('not-found', { what: need });
  const { status, problem, studio } = state;
  if (status !== 'open') {
    const labels = { statusZh: valueLabels.need[status], neededZh: valueLabels.need.open };
    return refuse('need-state', { name: problem, status, needed: 'open', ...labels });
  }
  return command.type === 'withdraw'
    ? [{ type: 'need-withdrawn', data: { need, studio, ...command.data, on } }]
    : [{ type: 'need-solved', data: { need, studio, ...command.data, on } }];
}

export function evolve(state: State, event: NeedEvent): State {
  if (event.type === 'need-posted') return { ...event.data, status: 'open' };
  if (!state) throw new Error(`${event.type} before the need was posted`);
  return { ...state, status: event.type === 'need-solved' ? 'solved' : 'withdrawn' };
}

/** Makes requests of this noun. */
export const needCommand = requestsOf<NeedCommand>('need');
