// How the world reaches the year: reviews, the annual evaluation, standings, explanations.
import {
  completeEvaluation,
  evaluationId,
  evaluationView,
  explanation,
  id,
  recordReview,
  refuse,
  reviewId,
  reviewView,
  roles,
  type StandingsView,
  standingsView,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, type Table, wanted } from '@jiangong/service-kit';
import { z } from 'zod';
import { launchedOf, yearOf } from './assemble.ts';
import { criteriaOf } from './criteria.ts';
import { stagesOf } from './evaluate.ts';
import { explanationOf } from './explanation.ts';
import { standingsOf } from './standings.ts';
import { entries, evaluations, reviews } from './views.ts';

const byId = z.object({ id });

export const yearRoutes = [
  post('/reviews', {
    summary: ['登记年终评审', 'Record a year-end review'],
    roles: ['organiser', 'checker'],
    body: recordReview,
    async run({ body: { entry, marks }, read }) {
      const row = await read.get(entries, entry);
      const launched = row && (await launchedOf(row.competition, read));
      const own = launched?.tracks.find(({ track }) => track === row?.track);
      if (!row?.entrant || row.standing !== 'accepted' || !own) return refuse('not-found', { what: entry });
      const { competition, entrant } = row;
      const { track, body } = own;
      if (await read.get(evaluations, evaluationId(competition, track))) return refuse('year-evaluated');
      const stage = stagesOf(body, track).annual?.id;
      const criteria = stage === undefined ? [] : criteriaOf(body, track, stage);
      const data = { competition, track, entrant, criteria, marks };
      return { stream: 'review', id: reviewId(entry), type: 'record', data };
    },
  }),
  get('/reviews', {
    summary: ['年终评审列表', 'List year-end reviews'],
    roles,
    query: z.object({ ...paging, competition: id.optional(), entry: id.optional() }),
    answer: pageOf(reviewView),
    ask: ({ query: { cursor, limit, ...asked }, read }) => read.page(reviews, wanted(asked), { after: cursor, limit }),
  }),
  get('/reviews/:id', {
    summary: ['查看年终评审', 'Read a year-end review'],
    roles,
    params: byId,
    answer: reviewView,
    ask: ({ params, read }) => read.get(reviews, params.id),
    stream: ({ id }) => `review/${id}`,
  }),
  post('/evaluations', {
    summary: ['完成年终考评', 'Complete the annual evaluation'],
    roles: ['organiser'],
    body: completeEvaluation,
    async run({ body: { competition, track }, read }) {
      const launched = await launchedOf(competition, read);
      if (!launched) return refuse('not-found', { what: competition });
      const year = await yearOf(launched, track, read);
      if (!year) return refuse('not-found', { what: track });
      const { name: competitionName, year: number } = launched;
      const data = { competition, competitionName, year: number, ...year };
      return { stream: 'evaluation', id: evaluationId(competition, track), type: 'complete', data };
    },
  }),
  get('/evaluations', {
    summary: ['年终考评列表', 'List annual evaluations'],
    roles,
    query: z.object({ ...paging, competition: id.optional() }),
    answer: pageOf(evaluationView),
    ask: ({ query: { cursor, limit, ...asked }, read }) =>
      read.page(evaluations, wanted(asked), { after: cursor, limit }),
  }),
  get('/evaluations/:id', {
    summary: ['查看年终考评', 'Read an annual evaluation'],
    roles,
    params: byId,
    answer: evaluationView,
    ask: ({ params, read }) => read.get(evaluations, params.id),
    stream: ({ id }) => `evaluation/${id}`,
  }),
  get('/standings/:competition', {
    summary: ['排名', 'Standings'],
    roles,
    params: z.object({ competition: id }),
    query: z.object({
      track: z.string().optional(),
      stage: z.string().optional(),
      /** A period; without one, the year. */
      period: z.string().optional(),
      group: z.string().optional(),
    }),
    answer: standingsView,
    ask: ({ params, query, read }) => standingsOf(params.competition, query, read),
    table: tableOf,
  }),
  get('/explanations/:result', {
    summary: ['成绩说明', 'Explain a result'],
    roles,
    params: z.object({ result: id }),
    answer: explanation,
    ask: ({ params, read }) => explanationOf(params.result, read),
  }),
];

const statusNames = { scored: '', 'not-assessable': '不予评定', pending: '待评', invalid: '本期无效' };
/** The standings as people print them. */
function tableOf(view: StandingsView): Table {
  const { competitionName, trackLabel, periodLabel } = view;
  const titles = ['名次', '单位编码', '单位', '组别', '得分', '等级', '状态', '否决情形'];
  return {
    name: `${competitionName}-${trackLabel}-${periodLabel ?? '年度'}`,
    columns: titles.map((title) => ({ title, width: title === '单位' || title === '否决情形' ? 28 : 12 })),
    rows: view.items.map((item) => [
      item.place,
      item.code,
      item.name,
      item.groupLabel,
      item.score,
      item.bandLabel,
      item.bars.length > 0 ? '不参评' : statusNames[item.status],
      item.bars.map(({ label }) => label).join('；'),
    ]),
  };
}
