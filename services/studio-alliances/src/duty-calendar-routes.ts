// Routes of a union's calendar of duties.
import { dutyCalendar, dutyCalendarId, roles, setDutyCalendar } from '@jiangong/contracts';
import { get, put } from '@jiangong/service-kit';
import { dutyCalendarCommand } from './duty-calendar.ts';
import { dutyCalendars } from './views.ts';

export const dutyCalendarRoutes = [
  put('/duty-calendar', {
    summary: ['设定年度任务日程（结账、催办、工作室复核）', 'Set when years close, remind and studios are confirmed'],
    roles: ['organiser'],
    body: setDutyCalendar,
    handle: ({ body, actor }) => dutyCalendarCommand(dutyCalendarId(actor.org), 'set', body),
  }),
  get('/duty-calendar', {
    summary: ['查看年度任务日程', 'Read when years close, remind and studios are confirmed'],
    roles,
    answer: dutyCalendar,
    query: async ({ actor, read }) => (await read.get(dutyCalendars, dutyCalendarId(actor.org))) ?? { daysBefore: [] },
    stream: (_, { org }) => `duty-calendar/${dutyCalendarId(org)}`,
  }),
];
