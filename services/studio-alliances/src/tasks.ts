// What people have to do in alliances: unions answer invitations, approve, accept outputs and close years, finance certifies
// benefits, and leaders bring in what their alliances owe.
import type { Actor, Read } from '@jiangong/contracts';
import { toDo } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { dutiesOf } from './duty-query.ts';
import { yearOf } from './duty-rules.ts';
import { invitations } from './invitation-view.ts';
import { nearConfirmation, withConfirmation } from './studio-confirmation.ts';
import { suggestions } from './suggestions/suggestion-views.ts';
import { alliances, currentMembers, duties, outputs, type StudioRow, studios } from './views.ts';

/** The alliances in which the actor's own studios hold a place. */
async function placesOf({ units }: Actor, read: Read) {
  const own = await Promise.all(units.map((unit) => read.get(studios, unit)));
  const places = own.flatMap((studio) => studio?.places ?? []);
  return places.length > 0 ? places : undefined;
}

export const tasks = [
  toDo(invitations, {
    roles: ['organiser'],
    everywhere: true,
    filter: ({ actor }) => ({ to: actor.org, status: 'open' }),
    of: ({ studioName, lapsesAt }) => ({
      task: 'answer-invitation',
      text: { zh: '答复结盟邀请', en: 'Answer the invitation to an alliance' },
      about: studioName,
      until: businessDateOf(lapsesAt),
      link: '/alliances',
    }),
  }),
  toDo(alliances, {
    roles: ['organiser'],
    filter: () => ({ status: 'proposed' }),
    of: ({ name, members }) =>
      members.every(({ place }) => place === 'reserved')
        ? {
            task: 'approve-alliance',
            text: { zh: '审批结盟', en: 'Approve the alliance' },
            about: name,
            link: '/alliances',
          }
        : undefined,
  }),
  toDo(outputs, {
    roles: ['finance', 'organiser'],
    everywhere: true,
    filter: ({ actor }) => ({ owner: actor.org, status: 'submitted' }),
    of({ output, title, benefit }, { actor }) {
      const about = { about: title, link: `/outputs/${output}` };
      const certify = {
        task: 'certify-benefit' as const,
        text: { zh: '核定成果效益', en: 'Certify the benefit of an output' },
      };
      const accept = { task: 'accept-output' as const, text: { zh: '认可成果', en: 'Accept or reject an output' } };
      return [
        ...(actor.roles.includes('finance') && !benefit ? [{ ...certify, ...about }] : []),
        ...(actor.roles.includes('organiser') ? [{ ...accept, ...about }] : []),
      ];
    },
  }),
  toDo(outputs, {
    roles: ['alliance-leader'],
    everywhere: true,
    async filter({ actor, read }) {
      const places = await placesOf(actor, read);
      return places && { alliance: places.map(({ alliance }) => alliance), status: ['draft', 'rejected'] };
    },
    of: ({ output, title, status }) => ({
      task: 'mend-output',
      text:
        status === 'draft'
          ? { zh: '提交成果', en: 'Submit the output' }
          : { zh: '补正退回的成果', en: 'Mend the rejected output' },
      about: title,
      link: `/outputs/${output}`,
    }),
  }),
  toDo(alliances, {
    roles: ['alliance-leader'],
    everywhere: true,
    async filter({ actor, read }) {
      const places = await placesOf(actor, read);
      return places && { code: places.map(({ code }) => code), status: 'approved' };
    },
    async of(alliance, { actor, read, businessDate }) {
      if (!currentMembers(alliance).some(({ studio }) => actor.units.includes(studio))) return undefined;
      const year = yearOf(businessDate);
      const line = (await dutiesOf(read, [alliance], year, businessDate)).get(alliance.alliance);
      if (!line || line.closed || line.status !== 'open') return undefined;
      const { zh, en } = line.text;
      return {
        task: 'meet-duty',
        text: { zh: `完成年度成果任务（${zh}）`, en: `Meet the duty of the year (${en})` },
        about: alliance.name,
        since: `${year}-01-01`,
        until: line.due,
        link: '/alliances',
      };
    },
  }),
  toDo(alliances, {
    roles: ['organiser'],
    filter: () => ({ status: 'approved' }),
    async of(alliance, { read, businessDate }) {
      const year = yearOf(businessDate) - 1;
      const line = (await dutiesOf(read, [alliance], year, businessDate)).get(alliance.alliance);
      if (!line || line.closed) return undefined;
      return {
        task: 'close-duty-year',
        text: { zh: `结清${year}年度任务`, en: `Close the duty of ${year}` },
        about: alliance.name,
        since: `${year + 1}-01-01`,
        link: '/alliances',
      };
    },
  }),
  toDo(duties, {
    roles: ['organiser'],
    filter: ({ businessDate }) => ({ year: [yearOf(businessDate) - 1, yearOf(businessDate) - 2] }),
    async of({ alliance, year, status, rectification }, { read }) {
      const row = await read.get(alliances, alliance);
      if (status !== 'behind' || rectification || row?.status !== 'approved') return undefined;
      return {
        task: 'rectify-duty',
        text: { zh: `${year}年度未达成，限期整改`, en: `Behind in ${year}: set a day to make up for it` },
        about: row.name,
        since: `${year + 1}-01-01`,
        link: '/alliances',
      };
    },
  }),
  toDo(studios, {
    roles: ['organiser'],
    filter: nearConfirmation,
    async of(studio, assigned) {
      const [{ confirmBy: until }] = (await withConfirmation(assigned, [studio])) as [StudioRow];
      return {
        task: 'confirm-studio',
        text: { zh: '复核创新工作室', en: 'Confirm a studio again' },
        about: studio.name,
        ...(until ? { until } : {}),
        link: '/studios',
      };
    },
  }),
  toDo(outputs, {
    roles: ['finance'],
    filter: ({ actor, businessDate }) => ({ owner: actor.org, benefitDue: { upTo: businessDate } }),
    everywhere: true,
    of: ({ output, title, benefitDue }) => ({
      task: 'certify-benefit',
      text: { zh: '核定全年效益', en: 'Certify the benefit of all twelve months' },
      about: title,
      since: benefitDue!,
      link: `/outputs/${output}`,
    }),
  }),
  toDo(suggestions, {
    roles: ['organiser'],
    filter: () => ({ status: 'proposed' }),
    of: ({ title, on }) => ({
      task: 'take-up-suggestion',
      text: { zh: '安排工作室接办合理化建议', en: 'Have a suggestion taken up' },
      about: title,
      since: on,
      link: '/alliances',
    }),
  }),
  toDo(suggestions, {
    roles: ['alliance-leader'],
    filter: ({ actor: { units } }) => (units.length > 0 ? { studio: units, status: ['taken-up', 'tried'] } : undefined),
    of: ({ title, on }) => ({
      task: 'decide-suggestion',
      text: { zh: '试用并决定是否采纳合理化建议', en: 'Try a suggestion and decide on it' },
      about: title,
      since: on,
      link: '/alliances',
    }),
  }),
];
