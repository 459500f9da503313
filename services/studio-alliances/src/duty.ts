// The duty of an alliance in a year: closed after the year with the outputs that count, and corrected when they are others.
import { type Command, type correctDuty, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import type { z } from 'zod';
import { lastDayOf, reached } from './duty-rules.ts';

type Closed = EventNamed<'duty-year-closed'>['data'];
type Counted = Omit<Closed, 'status'>;
type DutyCommand =
  | Command<'close', Counted & { undecided: string[] }>
  /** Follows from the closing of all, and does nothing where the year is closed. */
  | Command<'close-with-all', Counted>
  | Command<'correct', Counted & { undecided: string[] } & z.infer<typeof correctDuty>>;
type DutyEvent = EventNamed<'duty-year-closed' | 'duty-year-corrected'>;

export type State = (Closed & { revision: number }) | undefined;
export const initial = undefined as State;

export function decide(duty: State, command: DutyCommand): DutyEvent[] | Refusal {
  const { year } = command.data;
  const due = lastDayOf(year);
  const closed = (counted: Counted): DutyEvent[] => [
    { type: 'duty-year-closed', data: { ...counted, status: reached(counted) } },
  ];
  switch (command.type) {
    case 'close-with-all':
      return duty ? [] : closed(command.data);
    case 'close': {
      const { undecided, ...counted } = command.data;
      if (duty) return refuse('duty-year-closed', { year, outputs: duty.outputs });
      if (command.businessDate <= due) return refuse('duty-year-running', { year, due });
      return undecided.length ? refuse('outputs-undecided', { outputs: undecided }) : closed(counted);
    }
    case 'correct': {
      const { undecided, reason, ...counted } = command.data;
      if (!duty) return refuse('duty-not-closed', { year });
      if (undecided.length) return refuse('outputs-undecided', { outputs: undecided });
      if (isSame(duty, counted)) return [];
      const again = { ...counted, status: reached(counted), revision: duty.revision + 1, reason };
      return [{ type: 'duty-year-corrected', data: again }];
    }
    default:
      return command satisfies never;
  }
}

const isSame = (one: Counted, other: Counted) =>
  one.outputs === other.outputs &&
  one.minimum === other.minimum &&
  one.aim === other.aim &&
  one.counted?.join() === other.counted?.join();

export const evolve = (_: State, { type, data }: DutyEvent): State =>
  type === 'duty-year-closed' ? { ...data, revision: 1 } : data;

/** Makes requests of this noun. */
export const dutyCommand = requestsOf<DutyCommand>('duty');
