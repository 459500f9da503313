// Routes of rounds: list, open, find what is missing, close, open again.
import {
  closeRound,
  id,
  missingView,
  openRound,
  type Read,
  refuse,
  reopenRound,
  roles,
  roundStatus,
  roundSummary,
  roundView,
  valueLabels,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { countChecks, launchedOf, missingIn, unknownTo } from './assemble.ts';
import { departmentsOf } from './criteria.ts';
import { missingPage } from './missing-page.ts';
import { type Round, roundCommand } from './round.ts';
import { tables } from './tables.ts';
import { rounds } from './views.ts';
import { judges } from './visible.ts';

const byId = z.object({ id });
const at = ({ id }: Record<string, string>) => `/rounds/${id}`;
/** A round under its competition's name of today. */
const named = async (round: Round, read: Read) => {
  const launched = await launchedOf(round.competition, read);
  return { ...round, competitionName: launched?.name ?? round.competitionName };
};
const summary = async (round: Round, read: Read) => ({
  ...(await named(round, read)),
  entrants: await countChecks(round, read),
});

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
      return { items: await Promise.all(items.map((round) => summary(round, read))), ...next };
    },
    table: tables.rounds,
  }),
  get('/rounds/:id', {
    summary: ['查看检查轮次', 'Read a round'],
    roles,
    params: byId,
    answer: roundView,
    async query({ params, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return undefined;
      const [made, open, sealed] = await Promise.all(
        ['made', 'open', 'sealed'].map((status) => countChecks(round, read, status)),
      );
      const checks = { made: made!, open: open!, sealed: sealed!, withdrawn: 0 };
      const entrants = checks.made + checks.open + checks.sealed;
      return { ...(await named(round, read)), entrants, departments: departmentsOf(round.body), checks };
    },
    stream: ({ id }) => `round/${id}`,
  }),
  get('/rounds/:id/missing', {
    summary: ['尚未提交的单位和内容', 'List missing submissions by unit'],
    roles,
    params: byId,
    querystring: z.object(paging),
    answer: missingView,
    async query({ params, query, read, actor }) {
      const round = await read.get(rounds, params.id);
      if (!round) return undefined;
      // What rivals lack is not for each other.
      const units = judges(actor) ? undefined : actor.units;
      return { round: round.round, ...(await missingPage(round, query, read, units)) };
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
    body: openRound,
    follows: {
      at,
      done: ['status 为 open 且 checks.made 为 0 后即可评分', 'marks are taken once status is open and checks.made 0'],
    },
    async handle({ params, body, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return refuse('not-found', { what: params.id });
      const panel = departmentsOf(round.body).map(({ id }) => id);
      return roundCommand(params.id, 'open', { unknown: await unknownTo(round, read), panel, ...body });
    },
  }),
  post('/rounds/:id/close', {
    summary: ['关闭检查并封存成绩', 'Close a round and seal its results'],
    roles: ['organiser'],
    params: byId,
    body: closeRound,
    follows: { at, done: ['status 为 closed 后成绩已封存', 'results are sealed once status is closed'] },
    async handle({ params, body, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return refuse('not-found', { what: params.id });
      const { items, count } = await missingIn(round, read);
      const missing = items.map(({ code: _, name: __, ...item }) => item);
      return roundCommand(params.id, 'close', { missing, count, ...body });
    },
  }),
  post('/rounds/:id/reopen', {
    summary: ['重新开启已关闭的检查（说明理由）', 'Reopen a closed round, with a reason'],
    roles: ['organiser'],
    params: byId,
    body: reopenRound,
    follows: { at, done: ['checks.sealed 为 0 后即可修改', 'marks are taken again once checks.sealed is 0'] },
    async handle({ params, body, read }) {
      const round = await read.get(rounds, params.id);
      const launched = round && (await launchedOf(round.competition, read));
      if (!round || !launched) return refuse('not-found', { what: params.id });
      const { ended } = launched;
      if (ended) return refuse('competition-over', { stateZh: valueLabels.competition[ended], state: ended });
      return roundCommand(params.id, 'undo-closure', body);
    },
  }),
];
