// Routes of public notices and objections; anybody may read a notice.
import {
  type AwardListView,
  answerObjection,
  decideObjection,
  id,
  lengthenNotice,
  noticeId,
  noticeView,
  objectionView,
  publicNoticeView,
  publishNotice,
  refuse,
  roles,
} from '@jiangong/contracts';
import { definedOnly, download, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { noticePage } from './background/notice-page.ts';
import { people } from './background/people.ts';
import { ineligible } from './eligibility.ts';
import { failuresOn, groupsOf } from './eligibility-facts.ts';
import { noticeCommand } from './notice.ts';
import { objectionCommand } from './objection.ts';
import { itemsWithNames, type States } from './people.ts';
import { readers } from './readers.ts';
import { recipients } from './recipients.ts';
import { reviewOf } from './returning.ts';
import { tables } from './tables.ts';
import { awardLists, type NoticeRow, notices, objections } from './views.ts';

const byId = z.object({ id });
/** With the names of persons, which are not among what is kept of a notice. */
const readable = async ({ org: _, items, ...notice }: NoticeRow, states: States, read: Request['read']) => ({
  ...notice,
  items: await itemsWithNames(items, states, read),
});
const shownOf = async (row: NoticeRow, { companion, read }: Pick<Request, 'companion' | 'read'>) =>
  publicNoticeView.parse(await readable(row, companion(people).of(row.org), read.everywhere()));
/** What the units of persons are called. */
async function unitNames(candidates: AwardListView['candidates'], read: Request['read']) {
  const persons = candidates.filter(({ recipient }) => recipient.type === 'person');
  const ids = new Set(persons.flatMap(({ recipient }) => recipient.unit ?? []));
  const rows = await Promise.all([...ids].map((id) => read.get(recipients, id)));
  return new Map(rows.flatMap((row) => (row?.name === undefined ? [] : [[row.id, row.name] as const])));
}
const UNIT_UNKNOWN = '（单位未登记）';
const isProposed = ({ state }: AwardListView['candidates'][number]) => state === 'proposed';

export const noticeRoutes = [
  post('/notices', {
    summary: ['发布公示', 'Publish a public notice of a list'],
    roles: ['organiser', 'committee'],
    body: publishNotice,
    async handle(request) {
      const { body, read } = request;
      const list = await read.get(awardLists, body.list);
      if (!list) return refuse('not-found', { what: body.list });
      // A reviewed list changes by objections alone, which need a notice; taken back meanwhile, it declines this one.
      if (!list.reviewed) return refuse('list-not-reviewed', { title: list.title });
      const failures = await failuresOn(list, request);
      const refused = ineligible(list, failures, list.candidates.filter(isProposed));
      if (refused) return refused;
      const { noticeLastDay } = await calendarOf(read);
      const lastDay = noticeLastDay(body.from, body.workingDays, body.firstDayCounts);
      if (typeof lastDay !== 'string') return refuse('calendar-unpublished', { year: lastDay.unpublished });
      const groups = await groupsOf(list, read);
      const standing = list.candidates.filter(isProposed);
      const units = await unitNames(standing, read);
      const items = standing.map(({ honour, group, recipient }) => ({
        honour: list.honours.find((h) => h.code === honour && h.group === group)?.name ?? honour,
        ...(recipient.type === 'person'
          ? { person: recipient.id, unit: units.get(recipient.unit ?? '') ?? UNIT_UNKNOWN }
          : { recipient: recipient.name }),
        ...(group !== null && groups[group] ? { group: groups[group].zh } : {}),
      }));
      const data = { ...body, lastDay, title: list.title, review: reviewOf(list), items };
      return noticeCommand(noticeId(list.list), 'publish', data);
    },
  }),
  post('/notices/:id/lengthen', {
    summary: ['延长公示', 'Lengthen a running notice'],
    roles: ['organiser', 'committee'],
    params: byId,
    body: lengthenNotice,
    handle: ({ params, body }) => noticeCommand(params.id, 'lengthen', body),
  }),
  get('/notices', {
    summary: ['公示列表', 'List notices'],
    roles,
    querystring: z.object({ ...paging, list: id.optional() }),
    answer: pageOf(noticeView),
    async query({ query: { cursor, limit, ...filter }, read, states }) {
      const page = await read.page(notices, definedOnly(filter), { after: cursor, limit });
      return { ...page, items: await Promise.all(page.items.map((row) => readable(row, states, read))) };
    },
    table: tables.notices,
  }),
  get('/notices/:id', {
    summary: ['查看公示', 'Read a notice'],
    roles,
    params: byId,
    answer: noticeView,
    async query({ params, read, states }) {
      const row = await read.get(notices, params.id);
      return row && readable(row, states, read);
    },
    stream: ({ id }) => `notice/${id}`,
    table: tables.noticed,
  }),
  get('/public/notices/:id', {
    summary: ['查看公示（公众，无需登录）', 'Read a notice (public, no sign-in)'],
    roles: 'public',
    params: byId,
    answer: publicNoticeView,
    async query(request) {
      const found = await request.read.everywhere().get(notices, request.params.id);
      return found && shownOf(found, request);
    },
    table: tables.noticed,
  }),
  download('/public/notices/:id/page', {
    summary: ['公示网页（公众，可打印）', 'A notice as a page (public, to print)'],
    roles: 'public',
    params: byId,
    produces: ['text/html'],
    async download(request) {
      const found = await request.read.everywhere().get(notices, request.params.id);
      if (!found) return undefined;
      const shown = await shownOf(found, request);
      async function* chunks() {
        yield noticePage(shown);
      }
      return {
        name: '公示.html',
        type: 'text/html; charset=utf-8',
        inline: true as const,
        kept: true as const,
        chunks,
      };
    },
  }),
  get('/objections', {
    summary: ['异议列表', 'List objections'],
    roles: readers,
    querystring: z.object({
      ...paging,
      list: id.optional(),
      candidate: id.optional(),
      status: objectionView.shape.status.optional(),
    }),
    answer: pageOf(objectionView),
    query: ({ query: { cursor, limit, ...filter }, read }) =>
      read.page(objections, definedOnly(filter), { after: cursor, limit }),
    table: tables.objections,
  }),
  get('/objections/:id', {
    summary: ['查看异议', 'Read an objection'],
    roles: readers,
    params: byId,
    answer: objectionView,
    query: ({ params, read }) => read.get(objections, params.id),
    stream: ({ id }) => `objection/${id}`,
  }),
  post('/objections/:id/answer', {
    summary: ['答复异议', 'Answer an objection'],
    roles: ['organiser', 'committee'],
    params: byId,
    body: answerObjection,
    handle: ({ params, body }) => objectionCommand(params.id, 'answer', body),
  }),
  post('/objections/:id/decide', {
    summary: ['处理异议（评分人、推荐人须回避）', 'Decide an objection (not by scorers or nominators)'],
    roles: ['committee'],
    params: byId,
    body: decideObjection,
    async handle({ params, body, read }) {
      const objection = await read.get(objections, params.id);
      const list = objection && (await read.get(awardLists, objection.list));
      const standing = list?.candidates.filter(({ state }) => state !== 'removed') ?? [];
      const recipients = standing.flatMap(({ recipient: { id, unit } }) => [id, ...(unit ? [unit] : [])]);
      return objectionCommand(params.id, 'decide', { ...body, recipients });
    },
  }),
];
