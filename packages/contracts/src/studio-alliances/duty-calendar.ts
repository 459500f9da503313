// A union's calendar of duties: when a year closes by itself, when whoever is behind is reminded, how often studios are confirmed.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, id, instant, label, year } from '../values.ts';

/** When duties remind, when their years close, and how often studios are confirmed; what is absent a person does. */
export const dutyCalendar = z.object({
  /** A year closes by itself so many days after its last day. */
  closeAfterDays: z.int().min(0).max(180).optional(),
  /** Leaders hear of a duty that is not met so many days before the end of its year. */
  daysBefore: z.array(z.int().min(0).max(180)).max(10),
  /** A studio is confirmed again after so many years. */
  confirmYears: z.int().min(1).max(20).optional(),
});
/** When duties remind, close and confirm. */
export type DutyCalendar = z.infer<typeof dutyCalendar>;
/** Replaces the calendar of duties. */
export const setDutyCalendar = z.strictObject(dutyCalendar.shape).extend({
  daysBefore: dutyCalendar.shape.daysBefore.default([]),
});

const calendar = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d71';
const alliance = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07';
const output = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31';
const moment = {
  /** Moments after this one count. */
  since: instant,
  /** The next moment; absent: there is none. */
  next: instant.optional(),
};
/** Duties go by this calendar from now on. */
export const dutyCalendarSet = event(
  'duty-calendar-set',
  z.object({ calendar: id, ...dutyCalendar.shape, ...moment, by: z.string() }),
  {
    ...{ calendar, closeAfterDays: 15, daysBefore: [60, 14], confirmYears: 3, by: 'user-union' },
    ...{ since: '2024-01-05T09:00:00+08:00', next: '2024-11-01T09:00:00+08:00' },
  },
);
/** A moment of the calendar has come: in these years, whoever is behind is reminded; these years close. */
export const dutyMomentPassed = event(
  'duty-moment-passed',
  z.object({ calendar: id, at: instant, reminds: z.array(year), closes: z.array(year), ...moment }),
  {
    ...{ calendar, at: '2024-11-01T09:00:00+08:00', reminds: [2024], closes: [] },
    ...{ since: '2024-11-01T09:00:00+08:00', next: '2024-12-17T09:00:00+08:00' },
  },
);

/** Whoever holds this office is reminded: leaders of these studios, each in its union; or the organisers, or finance. */
export const allianceReminderRecipient = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('alliance-leader'),
    studios: z.array(z.object({ studio: id, organisation: z.string() })).min(1),
  }),
  z.object({ role: z.literal('organiser') }),
  z.object({ role: z.literal('finance') }),
]);
/** Somebody has something to do for an alliance; who that is by name and address, the console alone knows. */
export const allianceReminderDue = event(
  'alliance-reminder-due',
  z.object({
    /** Names it among all: the same for the same matter and moment. */
    reminder: id,
    /** Closed: a kind of task that is new elsewhere changes no released event. */
    task: z.enum(['meet-duty', 'close-duty-year', 'certify-benefit']),
    to: allianceReminderRecipient,
    text: z.object({ zh: z.string(), en: z.string() }),
    /** What it is about, as people call it. */
    about: label,
    due: businessDate,
    link: z.string(),
  }),
  {
    ...{ reminder: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d72', task: 'meet-duty' },
    to: {
      role: 'alliance-leader',
      studios: [{ studio: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d08', organisation: 'industry-union' }],
    },
    text: {
      zh: '2024年度成果任务未完成（0 / 1–2，12月31日前）',
      en: 'the duty of 2024 is not met (0 of 1–2, due 31 December)',
    },
    ...{ about: '张杰—王保勇创新工作室联盟', due: '2024-12-31', link: '/alliances' },
  },
);
/** The twelve months of a benefit that was certified for less are over: the whole of it can be certified. */
export const outputBenefitYearEnded = event(
  'output-benefit-year-ended',
  z.object({ output: id, alliance: id, until: businessDate }),
  { output, alliance, until: '2024-10-07' },
);

/** Every event type of calendars and their reminders. */
export const dutyCalendarEvents = [
  dutyCalendarSet,
  dutyMomentPassed,
  allianceReminderDue,
  outputBenefitYearEnded,
] as const;
