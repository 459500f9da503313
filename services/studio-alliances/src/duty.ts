// The duty of an alliance in a year: closed once, after the year, with the outputs that count.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { lastDayOf } from './duty-rules.ts';

type Closed = EventNamed<'duty-year-closed'>['data'];
type Close = Command<'close', Omit<Closed, 'status'> & { undecided: string[] }>;
type DutyEvent = EventNamed<'duty-year-closed'>;

export type State = Closed | undefined;
export const initial = undefined as State;

export function decide(duty: State, command: Close): DutyEvent[] | Refusal {
  const { undecided, ...counted } = command.data;
  const { year, outputs, minimum } = counted;
  const due = lastDayOf(year);
  if (duty) return refuse('duty-year-closed', { year, outputs: duty.outputs });
  if (command.businessDate <= due) return refuse('duty-year-running', { year, due });
  if (undecided.length) return refuse('outputs-undecided', { outputs: undecided });
  return [{ type: 'duty-year-closed', data: { ...counted, status: outputs >= minimum ? 'met' : 'behind' } }];
}

export function evolve(_: State, event: DutyEvent): State {
  return event.data;
}

/** Makes requests of this noun. */
export const dutyCommand = requestsOf<Close>('duty');
