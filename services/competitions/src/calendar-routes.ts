// Routes of calendars: an operator loads the schedule that was published; everybody reads what holds.
import { calendarView, publishCalendar, type Read, roles, year } from '@jiangong/contracts';
import { get, put } from '@jiangong/service-kit';
import { calendarOf, calendars, shippedCalendar } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { calendarCommand } from './calendar.ts';
import type { CompetitionRow } from './views.ts';

const ofYear = z.object({ year: z.coerce.number().pipe(year) });

export const calendarRoutes = [
  put('/calendars/:year', {
    summary: ['收录全年放假调休安排', 'Load the published days off of a year'],
    roles: ['operator'],
    params: ofYear,
    body: publishCalendar,
    handle: ({ params, body }) => calendarCommand(String(params.year), 'publish', body),
  }),
  get('/calendars/:year', {
    summary: ['查看全年放假调休安排', 'Read the days off of a year'],
    roles,
    params: ofYear,
    answer: calendarView,
    async query({ params, read }) {
      const loaded = await read.everywhere().get(calendars, String(params.year));
      const shipped = shippedCalendar(params.year);
      if (loaded || !shipped) return loaded;
      return { ...shipped, version: 0, daysOff: [...shipped.daysOff], makeUpDays: [...shipped.makeUpDays] };
    },
    stream: ({ year }) => `calendar/${year}`,
  }),
];

/** The years of its periods whose days off are not known yet. */
export async function provisional({ tracks }: Pick<CompetitionRow, 'tracks'>, read: Read) {
  const { unpublished } = await calendarOf(read);
  const periods = tracks.flatMap((track) => track.periods);
  const years = [...new Set(periods.flatMap(({ from, to }) => unpublished(from, to)))].sort();
  return years.map((year) => ({
    zh: `${year} 年的放假调休安排尚未收录，在施天数暂按周末推算，收录后自动重算`,
    en: `the days off of ${year} are not loaded yet: days on site are provisional and will be counted again`,
  }));
}
