// When a round may be appealed: so many working days from the day after its publication.
import type { Read } from '@jiangong/contracts';
import type { Publication } from './publication.ts';
import { publications } from './publication-views.ts';

interface WorkCalendar {
  workingDayAfter(from: string, days: number): string;
}

/** Working days in which a department answers. */
export const ANSWER_DAYS = 3;

export function withLastDay<P extends Pick<Publication, 'appeals'>>({ appeals, ...row }: P, calendar: WorkCalendar) {
  return { ...row, ...(appeals ? { appeals: { ...appeals, lastDay: lastDayOf(appeals, calendar) } } : {}) };
}
const lastDayOf = ({ from, workingDays }: NonNullable<Publication['appeals']>, calendar: WorkCalendar) =>
  calendar.workingDayAfter(from, workingDays);

/** Of a round; undefined while its results are not published, or were before appeals were taken. */
export async function windowOf(round: string, calendar: WorkCalendar, read: Read) {
  const { to = 'hidden', appeals } = (await read.get(publications, round)) ?? {};
  return to === 'hidden' || !appeals ? undefined : { from: appeals.from, lastDay: lastDayOf(appeals, calendar) };
}
