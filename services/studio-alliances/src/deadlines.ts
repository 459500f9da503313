// When a year is over it is announced, once and without a judgement; the next year follows from the announcement. An
// invitation that nobody answers lapses; the calendar of duties, days to make up for a year and twelve months of a benefit pass.

import { dutyId } from '@jiangong/contracts';
import { deadline } from '@jiangong/service-kit';
import { allianceCommand } from './alliance.ts';
import { dutyCommand } from './duty.ts';
import { dutyCalendarCommand } from './duty-calendar.ts';
import { yearOf } from './duty-rules.ts';
import { invitationCommand } from './invitation.ts';
import { outputCommand } from './output.ts';

const yearEnd = (alliance: string, year: number) => ({
  at: `${year + 1}-01-01T00:00:00+08:00`,
  request: allianceCommand(alliance, 'announce', { year }),
});

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

export const deadlines = [
  deadline(
    'invitation',
    ['member-invited', 'invitation-accepted', 'invitation-declined', 'invitation-lapsed', 'invitation-withdrawn'],
    ({ type, data }) =>
      type === 'member-invited'
        ? { at: data.lapsesAt, request: invitationCommand(data.invitation, 'lapse', { request: data.request }) }
        : undefined,
  ),
  deadline('duty-year', ['alliance-approved', 'duty-year-ended', 'alliance-dissolved'], ({ type, data }) => {
    switch (type) {
      case 'alliance-approved':
        return yearEnd(data.alliance, yearOf(data.since));
      case 'duty-year-ended':
        return yearEnd(data.alliance, data.year + 1);
      case 'alliance-dissolved':
        return undefined;
    }
  }),
  deadline('duty-calendar', ['duty-calendar-set', 'duty-moment-passed'], ({ data: { calendar, next } }) =>
    next ? { at: next, request: dutyCalendarCommand(calendar, 'pass', { at: next }) } : undefined,
  ),
  deadline('duty-rectification', ['duty-rectification-set', 'duty-rectification-ended'], ({ type, data }) => {
    if (type === 'duty-rectification-ended') return undefined;
    const { alliance, year, by } = data;
    const request = dutyCommand(dutyId(alliance, year), 'end-rectification', { alliance, year, by });
    return { at: `${dayAfter(by)}T00:00:00+08:00`, request };
  }),
  deadline(
    'benefit-year',
    ['output-benefit-certified', 'output-withdrawn', 'output-benefit-year-ended'],
    ({ type, data }) =>
      type === 'output-benefit-certified' && data.until
        ? {
            at: `${dayAfter(data.until)}T09:00:00+08:00`,
            request: outputCommand(data.output, 'end-benefit-year', { until: data.until }),
          }
        : undefined,
  ),
];
