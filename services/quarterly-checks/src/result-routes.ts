// Routes of results: standings, explanations, previews of a correction or a scheme, and the scoring inputs.
import {
  explanation,
  id,
  impactView,
  isRefusal,
  previewImpact,
  refuse,
  roles,
  type Standing,
  type StandingsView,
  seasonView,
  standingsPage,
  type Table,
  whatIf,
  whatIfView,
} from '@jiangong/contracts';
import { get, paging, query } from '@jiangong/service-kit';
import { z } from 'zod';
import { rankingShown } from './background/ranking-shown.ts';
import { explanationOf } from './explanation.ts';
import { impactOf } from './impact.ts';
import { pageOf, WHOLE } from './ranking.ts';
import { trackInputsOf } from './track-inputs.ts';
import { judges } from './visible.ts';
import { whatIfOf } from './what-if.ts';

export const resultRoutes = [
  get('/standings/:competition', {
    summary: ['排名', 'Read standings'],
    roles,
    params: z.object({ competition: id }),
    querystring: z.object({
      track: z.string().optional(),
      stage: z.string().optional(),
      /** A period; without one, the year. */
      period: z.string().optional(),
      group: z.string().optional(),
      cursor: paging.cursor,
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(WHOLE)
        .optional()
        .describe('默认不超过 500 行 · up to 500 rows by default'),
      around: id.optional().describe('报名或检查：所在页 · an entry or a check: the page around it'),
      as: id
        .optional()
        .describe('某参赛单位所见（组织、评审人员预览） · as this entrant’s unit sees it, for those who judge'),
      format: z.enum(['json', 'csv', 'xlsx']).optional(),
    }),
    answer: standingsPage,
    async query({ params, query: { as, ...query }, ...request }) {
      const { actor } = request;
      const reader = as && judges(actor) ? { ...actor, roles: ['entrant' as const], units: [as] } : actor;
      const ranking = await rankingShown(params.competition, query, { ...request, actor: reader });
      if (!ranking || isRefusal(ranking)) return ranking;
      // A file has all rows.
      if (query.format && query.format !== 'json') return ranking.of(query.group).view;
      return pageOf(ranking, query) ?? refuse('not-found', { what: query.around });
    },
    table: tableOf,
  }),
  get('/explanations/:result', {
    summary: ['成绩说明', 'Explain a result'],
    roles,
    params: z.object({ result: id }),
    answer: explanation,
    query: ({ params, read, actor }) => explanationOf(params.result, { actor, read }),
  }),
  query('/explanations/:result/what-if', {
    summary: ['试算更正（不保存）', 'Preview a correction without saving'],
    roles,
    params: z.object({ result: id }),
    body: whatIf,
    answer: whatIfView,
    query: ({ params, body, read, actor, now, businessDate }) =>
      whatIfOf(params.result, body, { actor, now, businessDate }, read),
  }),
  get('/competitions/:id/inputs', {
    summary: ['导出评分输入（可用评分命令核算）', 'Export the scoring inputs'],
    roles: ['organiser', 'committee', 'auditor'],
    params: z.object({ id }),
    querystring: z.object({ track: z.string() }),
    answer: seasonView,
    query: ({ params, query, read }) => trackInputsOf(params.id, query.track, read),
  }),
  query('/schemes/impact', {
    summary: ['发布前预览新方案对已关闭周期的影响', 'Preview how a new scheme would change closed periods'],
    roles: ['organiser', 'committee'],
    body: previewImpact,
    answer: impactView,
    query: ({ body, read }) => impactOf(body, read),
  }),
];

const statusNames = { scored: '', 'not-assessable': '不予评定', pending: '待评', invalid: '本期无效' };
/** The standings as people print them. */
function tableOf(view: StandingsView): Table {
  const { competitionName, trackLabel, periodLabel } = view;
  const soFar = view.items.some(({ provisional }) => provisional);
  const own = soFar ? ['已交', '应交', '其余不得分', '其余得满分', '缺'] : [];
  const titles = ['名次', '单位编码', '单位', '组别', '得分', '等级', '状态', '否决情形', ...own];
  return {
    name: `${competitionName}-${trackLabel}-${periodLabel ?? '年度'}`,
    columns: titles.map((title) => ({
      ...{ title, width: title === '单位' || title === '否决情形' ? 28 : 12 },
      ...(title === '得分' ? { kind: 'score' as const } : {}),
    })),
    rows: view.items.map((item) => [
      item.place,
      item.code,
      item.name,
      item.groupLabel,
      item.score,
      item.bandLabel,
      item.bars.length > 0 ? '不参评' : statusNames[item.status],
      item.bars.map(({ label }) => label).join('；'),
      ...(soFar ? cellsOf(item) : []),
    ]),
  };
}

function cellsOf({ provisional }: Standing) {
  if (!provisional) return ['', '', '', '', ''];
  const { due, in: given, ifNothing, ifFull, missing } = provisional;
  const named = missing.map(({ departmentLabel, criteria }) => `${departmentLabel ?? '计划'}：${criteria.join('、')}`);
  return [given, due, ifNothing, ifFull, named.join('；')];
}
