// The closing of a year for all alliances of a union: every one that has nothing undecided is closed by one command.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { lastDayOf } from './duty-rules.ts';

type Closed = EventNamed<'duties-closed'>['data'];
type CloseAll = Command<'close-all', Pick<Closed, 'year' | 'duties'> & { undecided: string[] }>;
type ClosingEvent = EventNamed<'duties-closed'>;

export type State = { year: number } | undefined;
export const initial = undefined as State;

export function decide(state: State, { id, data, businessDate }: CloseAll): ClosingEvent[] | Refusal {
  const { undecided, year, duties } = data;
  const due = lastDayOf(year);
  if (businessDate <= due) return refuse('duty-year-running', { year, due });
  if (duties.length > 0) return [{ type: 'duties-closed', data: { closing: id, year, on: businessDate, duties } }];
  if (undecided.length > 0) return refuse('outputs-undecided', { outputs: undecided });
  return state ? [] : refuse('no-duties', { year });
}

export const evolve = (_: State, { data: { year } }: ClosingEvent): State => ({ year });

/** Makes requests of this noun. */
export const dutyClosingCommand = requestsOf<CloseAll>('duty-closing');
