// When a round may be appealed: so many working days from the day after its publication. A schedule of days off that comes
// later only lengthens it: of a year without one, all days but weekends are counted.
import type { Read } from '@jiangong/contracts';
import type { Publication } from './publication.ts';
import { publications } from './publication-views.ts';

interface WorkCalendar {
  isWorkingDay(day: string): boolean;
}

/** Working days in which a department answers. */
export const ANSWER_DAYS = 3;

/** The last of so many working days after a day. */
export function workingDayAfter(from: string, days: number, { isWorkingDay }: WorkCalendar): string {
  let day = Temporal.PlainDate.from(from);
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day.toString())) left -= 1;
  }
  return day.toString();
}

export function withLastDay<P extends Pick<Publication, 'appeals'>>({ appeals, ...row }: P, calendar: WorkCalendar) {
  return { ...row, ...(appeals ? { appeals: { ...appeals, lastDay: lastDayOf(appeals, calendar) } } : {}) };
}
const lastDayOf = ({ from, workingDays }: NonNullable<Publication['appeals']>, calendar: WorkCalendar) =>
  workingDayAfter(from, workingDays, calendar);

/** Of a round; undefined while its results are not published, or were before appeals were taken. */
export async function windowOf(round: string, calendar: WorkCalendar, read: Read) {
  const { to = 'hidden', appeals } = (await read.get(publications, round)) ?? {};
  return to === 'hidden' || !appeals ? undefined : { from: appeals.from, lastDay: lastDayOf(appeals, calendar) };
}
