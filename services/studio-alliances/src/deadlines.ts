// When a year is over it is announced, once and without a judgement; the next year follows from the announcement. An
// invitation that nobody answers lapses.
import { deadline } from '@jiangong/service-kit';
import { allianceCommand } from './alliance.ts';
import { yearOf } from './duty-rules.ts';
import { invitationCommand } from './invitation.ts';

const yearEnd = (alliance: string, year: number) => ({
  at: `${year + 1}-01-01T00:00:00+08:00`,
  request: allianceCommand(alliance, 'announce', { year }),
});

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
];
