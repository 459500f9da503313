// A union's calendar of duties: replaced as a whole, and once each of its moments has come, it says so.
import { type Command, type DutyCalendar, derivedId, type EventNamed, requestsOf } from '@jiangong/contracts';
import { momentsBetween, nextMoment } from './duty-moments.ts';

type CalendarEvent = EventNamed<'duty-calendar-set' | 'duty-moment-passed' | 'alliance-reminder-due'>;
export type Reminder = EventNamed<'alliance-reminder-due'>['data'];
type CalendarCommand =
  | Command<'set', DutyCalendar>
  | Command<'pass', { at: string }>
  /** What follows from a moment: the organisers hear of it. */
  | Command<'remind', { reminders: Reminder[] }>;

export type State = (DutyCalendar & { since: string; next?: string | undefined }) | undefined;
export const initial = undefined as State;

export function decide(state: State, { id: calendar, now, actor, ...command }: CalendarCommand): CalendarEvent[] {
  switch (command.type) {
    case 'set': {
      const { data } = command;
      if (state && JSON.stringify(rulesOf(state)) === JSON.stringify(rulesOf(data))) return [];
      const next = nextMoment(data, now);
      const set = { calendar, ...rulesOf(data), since: now, ...(next ? { next } : {}), by: actor.sub };
      return [{ type: 'duty-calendar-set', data: set }];
    }
    case 'pass': {
      // Set anew meanwhile, or passed.
      if (state?.next !== command.data.at) return [];
      const passed = momentsBetween(state, state.since, now);
      const next = nextMoment(state, now);
      return [
        {
          type: 'duty-moment-passed',
          data: { calendar, at: command.data.at, ...passed, since: now, ...(next ? { next } : {}) },
        },
      ];
    }
    case 'remind':
      return command.data.reminders.map((data) => ({ type: 'alliance-reminder-due', data }));
    default:
      return command satisfies never;
  }
}

const rulesOf = ({ closeAfterDays, daysBefore, confirmYears }: DutyCalendar): DutyCalendar => ({
  daysBefore,
  ...(closeAfterDays === undefined ? {} : { closeAfterDays }),
  ...(confirmYears === undefined ? {} : { confirmYears }),
});

export function evolve(state: State, { type, data }: CalendarEvent): State {
  switch (type) {
    case 'duty-calendar-set':
      return { ...rulesOf(data), since: data.since, next: data.next };
    case 'duty-moment-passed':
      return { ...state!, since: data.since, next: data.next };
    case 'alliance-reminder-due':
      return state;
    default:
      return type satisfies never;
  }
}

/** The reminder of a matter, whatever how often it is said. */
export const reminderId = (...matter: (string | number)[]) => derivedId('alliance-reminder', ...matter);
/** Makes requests of this noun. */
export const dutyCalendarCommand = requestsOf<CalendarCommand>('duty-calendar');
