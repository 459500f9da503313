// The duty of an alliance in a year: closed after the year with the outputs that count, and corrected when they are others. One
// that is behind is given a day to make up for it, and judged again.
import {
  type BusinessDate,
  type Command,
  type correctDuty,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';
import type { z } from 'zod';
import type { Reminder } from './duty-calendar.ts';
import { lastDayOf, reached } from './duty-rules.ts';

type Closed = EventNamed<'duty-year-closed'>['data'];
type Counted = Omit<Closed, 'status'>;
type Reassessed = EventNamed<'duty-reassessed'>['data'];
type Of = Pick<Closed, 'alliance' | 'year'>;
type DutyCommand =
  | Command<'close', Counted & { undecided: string[] }>
  /** Follows from the closing of all, and does nothing where the year is closed. */
  | Command<'close-with-all', Counted>
  /** Follows from the calendar, and from decisions on what held the year. */
  | Command<'close-by-calendar', Counted & { undecided: string[]; reminder: Reminder }>
  | Command<'correct', Counted & { undecided: string[] } & z.infer<typeof correctDuty>>
  /** Follows from the calendar. */
  | Command<'remind', { reminder: Reminder }>
  | Command<'rectify', Of & { by: BusinessDate; reason: string }>
  /** The day has passed. */
  | Command<'end-rectification', Of & { by: BusinessDate }>
  | Command<'reassess', Of & Pick<Reassessed, 'outputs' | 'madeUp' | 'undecided'>>;
export type DutyEvent = EventNamed<
  | 'duty-year-closed'
  | 'duty-year-corrected'
  | 'duty-year-held'
  | 'alliance-reminder-due'
  | 'duty-rectification-set'
  | 'duty-rectification-ended'
  | 'duty-reassessed'
>;

interface Duty {
  closed?: Closed & { revision: number };
  /** What keeps the year from closing, as it was said last. */
  heldFor?: readonly string[];
  rectification?: { by: BusinessDate; ended: boolean; outcome?: Reassessed['outcome'] };
}
export type State = Duty | undefined;
export const initial = undefined as State;

export function decide(state: State, command: DutyCommand): DutyEvent[] | Refusal {
  if (command.type === 'remind')
    return state?.closed ? [] : [{ type: 'alliance-reminder-due', data: command.data.reminder }];
  const { year } = command.data;
  const due = lastDayOf(year);
  const duty = state?.closed;
  const closed = (counted: Counted): DutyEvent[] => [
    { type: 'duty-year-closed', data: { ...counted, status: reached(counted) } },
  ];
  switch (command.type) {
    case 'close-with-all':
      return duty ? [] : closed(command.data);
    case 'close-by-calendar': {
      const { undecided, reminder, ...counted } = command.data;
      if (duty || command.businessDate <= due) return [];
      if (undecided.length === 0) return closed(counted);
      if (undecided.join() === state?.heldFor?.join()) return [];
      const { alliance } = counted;
      return [
        { type: 'duty-year-held', data: { alliance, year, undecided, on: command.businessDate } },
        { type: 'alliance-reminder-due', data: reminder },
      ];
    }
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
    case 'rectify': {
      const { by } = command.data;
      if (!duty) return refuse('duty-not-closed', { year });
      if (duty.status !== 'behind')
        return refuse('duty-not-behind', { year, stateZh: valueLabels.duty[duty.status], state: duty.status });
      const outcome = state?.rectification?.outcome;
      if (outcome === 'rectified')
        return refuse('duty-not-behind', { year, stateZh: valueLabels.rectification[outcome], state: outcome });
      if (by <= command.businessDate) return refuse('rectify-by', { on: command.businessDate, by });
      if (state?.rectification?.by === by && !state.rectification.ended) return [];
      return [{ type: 'duty-rectification-set', data: command.data }];
    }
    case 'end-rectification': {
      // Lengthened meanwhile, or over.
      if (state?.rectification?.by !== command.data.by || state.rectification.ended) return [];
      return [{ type: 'duty-rectification-ended', data: command.data }];
    }
    case 'reassess': {
      if (!duty || !state?.rectification?.ended) return [];
      const { by, outcome: last } = state.rectification;
      if (last !== undefined && last !== 'undecided') return [];
      const { outputs, madeUp, undecided, ...of } = command.data;
      const { minimum } = duty;
      const isEnough = outputs + madeUp >= minimum;
      const outcome = isEnough ? 'rectified' : undecided.length > 0 ? 'undecided' : 'not-rectified';
      if (outcome === last) return [];
      return [{ type: 'duty-reassessed', data: { ...of, by, outcome, outputs, madeUp, minimum, undecided } }];
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

export function evolve(state: State, { type, data }: DutyEvent): State {
  switch (type) {
    case 'duty-year-closed': {
      const { heldFor: _, ...rest } = state ?? {};
      return { ...rest, closed: { ...data, revision: 1 } };
    }
    case 'duty-year-corrected':
      return { ...state, closed: data };
    case 'duty-year-held':
      return { ...state, heldFor: data.undecided };
    case 'alliance-reminder-due':
      return state;
    case 'duty-rectification-set':
      return { ...state, rectification: { by: data.by, ended: false } };
    case 'duty-rectification-ended':
      return { ...state, rectification: { by: data.by, ended: true } };
    case 'duty-reassessed':
      return { ...state, rectification: { by: data.by, ended: true, outcome: data.outcome } };
    default:
      return type satisfies never;
  }
}

/** Makes requests of this noun. */
export const dutyCommand = requestsOf<DutyCommand>('duty');
