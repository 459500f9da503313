// Routes of calendars: an operator loads the schedule that was published; everybody reads what holds.
import { calendarView, publishCalendar, roles, year } from '@jiangong/contracts';
import { get, put } from '@jiangong/service-kit';
import { calendars, shippedCalendar } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { calendarCommand } from './calendar.ts';

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
