// What HR systems read: every revision of every grant of their organisation, from a cursor.
// The order is that of time. Two grants that change in the same moment may become visible in either order, so a reader
// goes on a little before where it stopped (`since`), and knows by grant and revision what it has read before.
import { hrRow, instant } from '@jiangong/contracts';
import { get, paging } from '@jiangong/service-kit';
import { z } from 'zod';
import { feedKey, feedTime, hrFeed } from './views.ts';

const feed = z.object({
  items: z.array(hrRow),
  /** There is more now. */
  next: z.string().optional(),
  /** Where to go on another day; absent while nothing was ever read. */
  cursor: z.string().optional(),
});

const columns = [
  ['荣誉标识', 'grant'],
  ['版次', 'revision'],
  ['状态', 'status'],
  ['外部编码', 'externalId'],
  ['获奖对象', 'recipientName'],
  ['对象类型', 'recipientType'],
  ['荣誉代码', 'honourCode'],
  ['荣誉全称', 'honourName'],
  ['荣誉简称', 'shortName'],
  ['级别', 'level'],
  ['集体', 'collective'],
  ['授予单位', 'grantedBy'],
  ['文号', 'documentNumber'],
  ['年度', 'year'],
  ['名次', 'place'],
  ['并列', 'joint'],
  ['决定日期', 'decisionDate'],
  ['生效日期', 'validFrom'],
  ['失效日期', 'validTo'],
  ['原因', 'reason'],
  ['奖金（元）', 'prize'],
  ['决定标识', 'decision'],
  ['竞赛标识', 'competition'],
  ['对象标识', 'recipientId'],
  ['登记时间', 'recordedAt'],
] as const;
const cell = (value: string | number | boolean | undefined) =>
  typeof value === 'boolean' ? (value ? '是' : '否') : value;

export const hrRoutes = [
  get('/hr/feed', {
    summary: [
      '人力资源订阅：按时间排列的荣誉各版次；以 grant+revision 去重，续读时可用 since 略作重叠',
      'HR feed: revisions of grants in order of time; duplicates are known by grant and revision; overlap with since',
    ],
    roles: ['hr', 'auditor'],
    query: z.object({
      ...paging,
      /** Instead of a cursor: from this instant on. */
      since: instant.optional(),
    }),
    answer: feed,
    async ask({ query: { cursor, since, limit }, read }) {
      const after = cursor ?? (since && feedTime(since));
      const page = await read.page(hrFeed, {}, { after, limit });
      const last = page.items.at(-1);
      const reached = last ? feedKey(last) : cursor;
      return { ...page, ...(reached ? { cursor: reached } : {}) };
    },
    table: ({ items }) => ({
      name: '荣誉记录',
      columns: columns.map(([title]) => ({ title })),
      rows: items.map((row) => columns.map(([, field]) => cell(row[field]))),
    }),
  }),
];
