// How the world reaches rounds: listed, opened, watched for what is missing, filled from a file, closed.
import {
  type CommandRequest,
  checkId,
  id,
  missingView,
  type Refusal,
  refuse,
  roles,
  roundStatus,
  roundSummary,
  roundView,
} from '@jiangong/contracts';
import { definedOnly, get, imports, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { checksOf, missingIn, unknownTo } from './assemble.ts';
import { checkCommand } from './check.ts';
import { departmentsOf } from './criteria.ts';
import { type MarkRow, markOf, markRow } from './mark-row.ts';
import { type Round, roundCommand } from './round.ts';
import { rounds } from './views.ts';

const byId = z.object({ id });
const summary = ({ entrants, ...round }: Round) => ({ ...round, entrants: Object.keys(entrants).length });

export const roundRoutes = [
  get('/rounds', {
    summary: ['检查轮次列表', 'List rounds'],
    roles,
    querystring: z.object({
      ...paging,
      competition: id.optional(),
      track: z.string().optional(),
      status: roundStatus.optional(),
    }),
    answer: pageOf(roundSummary),
    async query({ query: { cursor, limit, ...filter }, read }) {
      const { items, ...next } = await read.page(rounds, definedOnly(filter), { after: cursor, limit });
      return { items: items.map(summary), ...next };
    },
  }),
  get('/rounds/:id', {
    summary: ['查看检查轮次', 'Read a round'],
    roles,
    params: byId,
    answer: roundView,
    async query({ params, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return undefined;
      const checks = { made: 0, open: 0, sealed: 0, withdrawn: 0 };
      for (const { status } of await checksOf(round, read)) checks[status] += 1;
      return { ...summary(round), departments: departmentsOf(round.body), checks };
    },
    stream: ({ id }) => `round/${id}`,
  }),
  get('/rounds/:id/missing', {
    summary: ['尚未提交的单位和内容', 'Who has not submitted what'],
    roles,
    params: byId,
    answer: missingView,
    async query({ params, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return undefined;
      const missing = round.status === 'closed' ? [] : await missingIn(round, read);
      const items = missing.map((item) => ({ ...item, ...named(round, item.check) }));
      return { round: round.round, items };
    },
    table: ({ items }) => ({
      name: '未提交清单',
      columns: ['单位编码', '单位', '内容', '部门', '指标'].map((title) => ({ title })),
      rows: items.map(({ code, name, what, departmentLabel, criteria }) => [
        code,
        name,
        { plan: '计划', progress: '进度核验', sheet: '评分表', result: '成绩' }[what],
        departmentLabel ?? '',
        criteria.join('、'),
      ]),
    }),
  }),
  post('/rounds/:id/open', {
    summary: ['开启检查', 'Open a round'],
    roles: ['organiser'],
    params: byId,
    async handle({ params, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return refuse('not-found', { what: params.id });
      const panel = departmentsOf(round.body).map(({ id }) => id);
      return roundCommand(params.id, 'open', { unknown: await unknownTo(round, read), panel });
    },
  }),
  post('/rounds/:id/close', {
    summary: ['关闭检查并封存成绩', 'Close a round and seal its results'],
    roles: ['organiser'],
    params: byId,
    async handle({ params, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return refuse('not-found', { what: params.id });
      const missing = round.status === 'open' ? await missingIn(round, read) : [];
      return roundCommand(params.id, 'close', { missing });
    },
  }),
  imports('/rounds/:id/marks/import', {
    summary: ['批量导入评分（csv）', 'Import marks (csv)'],
    roles: ['checker', 'organiser'],
    params: byId,
    within: ({ id }) => `round/${id}`,
    row: markRow,
    async handle(row, { params, read }): Promise<CommandRequest | Refusal> {
      const round = await read.get(rounds, params.id);
      if (!round) return refuse('not-found', { what: params.id });
      return enterMark(round, row);
    },
  }),
];

const named = ({ entrants }: Round, check: string) => {
  const { code, name } = entrants[check]!;
  return { code, name };
};

/** The check of the row's unit takes its mark. */
function enterMark({ entrants, period }: Round, row: MarkRow): CommandRequest | Refusal {
  const entrant = Object.values(entrants).find(({ code }) => code === row.单位编码);
  if (!entrant) return refuse('unit-unknown', { code: row.单位编码 });
  const mark = markOf(row);
  if ('refused' in mark) return mark;
  const data = { criterion: row.指标, mark };
  return checkCommand(checkId(entrant.entry, period.id), 'enter-mark', data);
}
