// Routes of the year: reviews, the annual evaluation and its revisions.
import {
  completeEvaluation,
  evaluationId,
  evaluationRevisionView,
  evaluationView,
  id,
  type Read,
  recordReview,
  refuse,
  reviewView,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { launchedOf } from './assemble.ts';
import { evaluationCommand } from './evaluation.ts';
import type { Review } from './review.ts';
import { reviewRequest } from './review-request.ts';
import { shownHonours } from './shown.ts';
import { type Sights, sights } from './sight.ts';
import { tables } from './tables.ts';
import { type EvaluationRow, evaluationRevisions, evaluations, reviews, rounds } from './views.ts';
import { yearOf } from './year-input.ts';

const byId = z.object({ id });

/** An evaluation with the rounds it waits for: their closure was undone, and it stands as it was until they are closed. */
async function evaluationWith(row: EvaluationRow, read: Read, { ofYear }: Sights) {
  const sighting = await ofYear(row.competition, row.track);
  const open = await read.all(rounds, { competition: row.competition, status: ['open', 'closing'] });
  const reopened = open.flatMap(({ round, trackLabel, period, undone }) =>
    undone ? [{ round, trackLabel, periodLabel: period.label, reason: undone.at(-1)!.reason }] : [],
  );
  const { reason, ...rest } = row;
  const why = sighting.all && reason ? { reason } : {};
  return { ...rest, ...why, honours: shownHonours(row.honours, sighting), reopened };
}

async function shownReview(review: Review, { ofYear }: Sights): Promise<Review | undefined> {
  const sighting = await ofYear(review.competition, review.track);
  return sighting.of(review.entrant) === 'result' ? review : undefined;
}

export const yearRoutes = [
  post('/reviews', {
    summary: ['登记年终评审', 'Record a year-end review'],
    roles: ['organiser', 'checker'],
    body: recordReview,
    handle: ({ body: { entry, marks, reason }, actor, read }) => reviewRequest(entry, marks, reason, { actor, read }),
  }),
  get('/reviews', {
    summary: ['年终评审列表', 'List year-end reviews'],
    roles,
    querystring: z.object({ ...paging, competition: id.optional(), entry: id.optional() }),
    answer: pageOf(reviewView),
    async query({ query: { cursor, limit, ...filter }, read, actor }) {
      const { items, ...next } = await read.page(reviews, definedOnly(filter), { after: cursor, limit });
      const sighted = sights({ actor, read });
      const shown = items.map((review) => shownReview(review, sighted));
      return { items: (await Promise.all(shown)).filter((review) => review !== undefined), ...next };
    },
    table: tables.reviews,
  }),
  get('/reviews/:id', {
    summary: ['查看年终评审', 'Read a year-end review'],
    roles,
    params: byId,
    answer: reviewView,
    async query({ params, read, actor }) {
      const review = await read.get(reviews, params.id);
      return review && ((await shownReview(review, sights({ actor, read }))) ?? refuse('result-not-published'));
    },
    stream: ({ id }) => `review/${id}`,
  }),
  post('/evaluations', {
    summary: ['完成年终考评', 'Complete the annual evaluation'],
    roles: ['organiser'],
    body: completeEvaluation,
    async handle({ body: { competition, track }, read }) {
      const launched = await launchedOf(competition, read);
      if (!launched) return refuse('not-found', { what: competition });
      const year = await yearOf(launched, track, read);
      if (!year) return refuse('not-found', { what: track });
      const { name: competitionName, year: number } = launched;
      const { known: _, reopened: __, ...filter } = year;
      const data = { competition, competitionName, year: number, ...filter };
      return evaluationCommand(evaluationId(competition, track), 'complete', data);
    },
  }),
  get('/evaluations', {
    summary: ['年终考评列表', 'List annual evaluations'],
    roles,
    querystring: z.object({ ...paging, competition: id.optional() }),
    answer: pageOf(evaluationView),
    async query({ query: { cursor, limit, ...filter }, read, actor }) {
      const { items, ...next } = await read.page(evaluations, definedOnly(filter), { after: cursor, limit });
      const sighted = sights({ actor, read });
      return { items: await Promise.all(items.map((row) => evaluationWith(row, read, sighted))), ...next };
    },
    table: tables.evaluations,
  }),
  get('/evaluations/:id', {
    summary: ['查看年终考评', 'Read an annual evaluation'],
    roles,
    params: byId,
    answer: evaluationView,
    async query({ params, read, actor }) {
      const row = await read.get(evaluations, params.id);
      return row && evaluationWith(row, read, sights({ actor, read }));
    },
    stream: ({ id }) => `evaluation/${id}`,
  }),
  get('/evaluations/:id/revisions', {
    summary: ['年终考评的历次更正及名次变动', 'List revisions of an annual evaluation with their rank changes'],
    roles,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(evaluationRevisionView),
    async query({ params, query: { cursor, limit }, read, actor }) {
      const row = await read.get(evaluations, params.id);
      const sighting = row && (await sights({ actor, read }).ofYear(row.competition, row.track));
      if (sighting && !sighting.all) return refuse('result-not-published');
      return read.page(evaluationRevisions, { evaluation: params.id }, { after: cursor, limit });
    },
    table: tables.evaluationRevisions,
  }),
];
