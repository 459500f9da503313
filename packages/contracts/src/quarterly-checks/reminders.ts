// Reminders: rules of a competition by which those who owe something in a round hear of it, before its last day and after it.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, filledProse, id, instant, label, prose } from '../values.ts';
import { headExample, roundExample } from './samples.ts';

/** What can be owed in a round. */
export const reminderTask = z.enum(['set-plan', 'report-progress', 'verify-progress', 'submit-sheet']);
/** Who is reminded: whoever owes it, or the organiser of all that is owed. */
export const reminderWhom = z.enum(['owner', 'organiser']);
/** One rule: so many days before the last day for it, and each so many days after, until the round is closed. */
export const reminderRule = z.strictObject({
  task: reminderTask,
  whom: reminderWhom.default('owner'),
  daysBefore: z.array(z.int().min(0).max(60)).max(10).default([]),
  everyDays: z.int().min(1).max(30).optional(),
});
/** One rule by which is reminded. */
export type ReminderRule = z.infer<typeof reminderRule>;
/** Replaces the reminder rules of a competition; none: nobody is reminded. */
export const setReminders = z.strictObject({
  rules: z.array(reminderRule).max(20),
  reason: filledProse.optional(),
});

const rule = { task: 'submit-sheet' as const, whom: 'owner' as const, daysBefore: [7, 1], everyDays: 2 };
const rules = z.array(reminderRule).max(20);
const at = '2024-03-24T09:00:00+08:00';
const { competition } = headExample;

/** A competition reminds by these rules from now on. */
export const remindersSet = event(
  'reminders-set',
  z.object({ competition: id, rules, reason: prose.optional(), by: z.string() }),
  { competition, rules: [rule], by: 'user-union' },
);
const scheduled = z.object({
  round: id,
  competition: id,
  rules,
  /** The first and the last day of its period: plans are due on the first. */
  from: businessDate,
  to: businessDate,
  /** Moments after this one count. */
  since: instant,
  /** When it reminds next; absent: no more. */
  next: instant.optional(),
});
const schedule = {
  ...{ round: roundExample, competition, rules: [rule] },
  ...{ from: '2024-01-01', to: '2024-03-31', since: '2024-01-05T09:00:00+08:00', next: at },
};
/** When a round reminds next is known. */
export const remindersScheduled = event('reminders-scheduled', scheduled, schedule);
/** The moment has come; who is reminded, the checks say as they then stand. */
export const remindersFired = event(
  'reminders-fired',
  z.object({ round: id, at: instant, since: instant, rules, next: instant.optional() }),
  { round: roundExample, at, since: at, rules: schedule.rules, next: '2024-03-30T09:00:00+08:00' },
);
/** The round's checks were gone through up to one of them. */
export const remindersPaged = event(
  'reminders-paged',
  z.object({ round: id, at: instant, rules, page: z.int().min(1), after: z.string() }),
  { round: roundExample, at, rules: schedule.rules, page: 1, after: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11' },
);
/** The round reminds no more: it is closed, or its competition ended. */
export const remindersStopped = event('reminders-stopped', z.object({ round: id }), { round: roundExample });

/** Whoever holds this office is to be reminded: an entrant of a unit, a checker of a department, the organisers. */
export const reminderRecipient = z.discriminatedUnion('role', [
  z.object({ role: z.literal('entrant'), unit: id }),
  z.object({ role: z.literal('checker'), department: code }),
  z.object({ role: z.literal('organiser') }),
]);
/** Somebody owes something: once for each moment of a rule. Who that is by name and address, the console alone knows. */
export const reminderDue = event(
  'reminder-due',
  z.object({
    /** Names it among all: the same for the same round, moment, task and recipient. */
    reminder: id,
    round: id,
    competition: id,
    task: reminderTask,
    to: reminderRecipient,
    text: z.object({ zh: z.string(), en: z.string() }),
    /** What it is about, as people call it. */
    about: label,
    count: z.int().min(1),
    due: businessDate,
    link: z.string(),
    at: instant,
  }),
  {
    ...{ reminder: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31', round: roundExample, competition, task: 'submit-sheet' },
    ...{ to: { role: 'checker', department: 'safety' }, about: '2024年“七比七赛”劳动竞赛', count: 12 },
    text: {
      zh: '安全监督部还有12个单位的评分表未提交（项目部 · 一季度）',
      en: '12 sheets of 安全监督部 are missing (项目部 · 一季度)',
    },
    ...{ due: '2024-03-31', link: '/sheets', at },
  },
);
/** Every event type of reminders. */
export const reminderEvents = [
  remindersSet,
  remindersScheduled,
  remindersFired,
  remindersPaged,
  remindersStopped,
  reminderDue,
] as const;

/** The reminder rules of a competition as they stand. */
export const remindersView = z.object({ competition: id, rules, reason: prose.optional(), by: z.string().optional() });
/** A text for the group chat: what is missing in a round, whose, until when. */
export const reminderText = z.object({ text: z.string(), missing: z.int() });
