// The reminders of one round: when it reminds next, and whom it has reminded. A moment fires once; what was done meanwhile is
// no longer among what the checks lack, and reminds nobody.
import { type Command, type EventNamed, type ReminderRule, requestsOf } from '@jiangong/contracts';
import { nextMoment, rulesDue } from './reminder-moments.ts';

type Scheduled = EventNamed<'reminders-scheduled'>['data'];
export type Notice = Omit<EventNamed<'reminder-due'>['data'], 'round' | 'competition' | 'at'>;
/** By the rules that the competition now has. */
type Schedule = Command<'schedule', Omit<Scheduled, 'round' | 'since' | 'next'>>;
type Stop = Command<'stop', Record<string, never>>;
type Fire = Command<'fire', { at: string }>;
/** `page`: absent of what is counted over all checks; `after`: the check with which the page ends, if more follow. */
type Remind = Command<
  'remind',
  { at: string; notices: Notice[]; rules: ReminderRule[]; page?: number; after?: string | undefined }
>;
/** By the organiser, at once and whatever the rules say. */
type RemindNow = Command<'remind-now', { competition: string; notices: Notice[] }>;
export type ReminderEvent = EventNamed<
  'reminders-scheduled' | 'reminders-fired' | 'reminders-paged' | 'reminders-stopped' | 'reminder-due'
>;

interface Reminder extends Scheduled {
  stopped: boolean;
}
export type State = Reminder | undefined;
export const initial = undefined as State;

export function decide(state: State, command: Schedule | Stop | Fire | Remind | RemindNow): ReminderEvent[] {
  const { id: round, now } = command;
  if (command.type === 'schedule') {
    const { rules, ...about } = command.data;
    if (!state && rules.length === 0) return [];
    const next = nextMoment(rules, about, now);
    const data = { round, rules, ...about, since: now, ...(next ? { next } : {}) };
    return [{ type: 'reminders-scheduled', data }];
  }
  if (command.type === 'remind-now') {
    const { competition, notices } = command.data;
    return dueOf(notices, { round, competition, at: now });
  }
  if (!state) return [];
  switch (command.type) {
    case 'stop':
      return state.stopped ? [] : [{ type: 'reminders-stopped', data: { round } }];
    case 'fire': {
      const { at } = command.data;
      // Scheduled anew meanwhile, or stopped.
      if (state.stopped || state.next !== at) return [];
      const rules = rulesDue(state.rules, state, state.since, now);
      const next = nextMoment(state.rules, state, now);
      return [{ type: 'reminders-fired', data: { round, at, since: now, rules, ...(next ? { next } : {}) } }];
    }
    case 'remind': {
      if (state.stopped) return [];
      const { at, notices, rules, page, after } = command.data;
      const due = dueOf(notices, { round, competition: state.competition, at });
      if (page === undefined || after === undefined) return due;
      return [...due, { type: 'reminders-paged', data: { round, at, rules, page, after } }];
    }
    default:
      return command satisfies never;
  }
}

const dueOf = (
  notices: readonly Notice[],
  about: Pick<EventNamed<'reminder-due'>['data'], 'round' | 'competition' | 'at'>,
) => notices.map((notice) => ({ type: 'reminder-due' as const, data: { ...about, ...notice } }));

export function evolve(state: State, event: ReminderEvent): State {
  switch (event.type) {
    case 'reminders-scheduled':
      return { ...event.data, stopped: false };
    case 'reminders-fired': {
      const { next: _, ...rest } = state!;
      const { since, next } = event.data;
      return { ...rest, since, ...(next ? { next } : {}) };
    }
    case 'reminders-stopped':
      return { ...state!, stopped: true };
    case 'reminders-paged':
    case 'reminder-due':
      return state;
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const reminderCommand = requestsOf<Parameters<typeof decide>[1]>('reminder');
