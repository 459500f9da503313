// When a stage's results may be appealed: so many working days from the day after they are published to contestants.
import type { Stage } from '../stage/stage.ts';

/** What counts working days. */
export interface WorkCalendar {
  workingDayAfter(from: string, days: number): string;
}
/** Working days in which whoever scored answers. */
export const ANSWER_DAYS = 3;

/** The window with its last day. */
export const withLastDay = (window: NonNullable<Stage['appeals']>, calendar: WorkCalendar) => ({
  ...window,
  lastDay: calendar.workingDayAfter(window.from, window.workingDays),
});
