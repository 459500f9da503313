// Routes of HR systems: every revision of every grant of their organisation, in order of publication. Following the cursor,
// the number of the last row read, returns each revision exactly once.
import { hrRow, instant } from '@jiangong/contracts';
import { get, paging } from '@jiangong/service-kit';
import { z } from 'zod';
import { feedTime, hrFeed } from './views.ts';

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

/** Cursors of releases that had no numbers: time, grant and revision of the last row read. */
const keyCursor = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)\/[0-9a-f-]{36}\/\d{6}$/;
/** Those releases could let a row pass that a little later ones had overtaken: it is given now. */
const OVERLAP_MS = 10 * 60_000;

const isKeyCursor = (cursor: string) => !Number.isNaN(Date.parse(keyCursor.exec(cursor)?.[1] ?? ''));

function placeOf(cursor: string | undefined, since: string | undefined): number | { key: string } {
  const [, reached] = keyCursor.exec(cursor ?? '') ?? [];
  if (reached) return { key: new Date(Date.parse(reached) - OVERLAP_MS).toISOString() };
  if (cursor !== undefined) return Number(cursor);
  return since === undefined ? 0 : { key: feedTime(since) };
}

export const hrRoutes = [
  get('/hr/feed', {
    summary: ['人力资源订阅：按发布顺序续读荣誉各版次', 'HR feed: grant revisions in order of publication'],
    roles: ['hr', 'auditor'],
    querystring: z.object({
      ...paging,
      /** Instead of a cursor: what was recorded from this instant on, perhaps with a few earlier rows between. */
      since: instant.optional(),
    }),
    answer: feed,
    cursorBefore: isKeyCursor,
    async query({ query: { cursor, since, limit }, read }) {
      const { items, more } = await read.follow(hrFeed, { after: placeOf(cursor, since), limit });
      const reached = items.at(-1)?.number.toString() ?? cursor;
      return {
        items: items.map(({ row }) => row),
        ...(more && reached ? { next: reached } : {}),
        ...(reached ? { cursor: reached } : {}),
      };
    },
    table: ({ items }) => ({
      name: '荣誉记录',
      columns: columns.map(([title]) => ({ title })),
      rows: items.map((row) => columns.map(([, field]) => cell(row[field]))),
    }),
  }),
];
