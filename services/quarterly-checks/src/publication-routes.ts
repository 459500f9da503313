// Routes of publications: how far rounds and years are published, and publishing them.
import {
  id,
  isRefusal,
  type PublicationState,
  publicationView,
  type Refusal,
  refuse,
  roles,
  setPublication,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { withLastDay } from './appeal-window.ts';
import { launchedOf } from './assemble.ts';
import { rankingFor } from './background/rankings.ts';
import { publicationCommand, reach } from './publication.ts';
import { publications } from './publication-views.ts';
import { partsOf, publishedOf } from './sight.ts';
import { tables } from './tables.ts';
import { evaluations, rounds } from './views.ts';

const byId = z.object({ id });

/** What is to be published: a closed round, or an evaluated year with what it is made of. */
async function subjectOf(publication: string, to: PublicationState, { read }: Pick<Request, 'read'>) {
  const round = await read.get(rounds, publication);
  if (round) {
    const { competition, track, period } = round;
    return { about: { competition, track, period: period.id }, ready: round.status === 'closed', due: [] };
  }
  const evaluated = await read.get(evaluations, publication);
  const known = evaluated ?? (await read.get(publications, publication));
  if (!known) return undefined;
  const { competition, track } = known;
  const launched = await launchedOf(competition, read);
  const parts = launched && to !== 'hidden' ? await partsOf(launched, track, read) : [];
  const due = parts.filter(({ published }) => reach(published) < reach({ to, rows: 'own' }));
  return {
    about: { competition, track, period: null },
    ready: evaluated !== undefined,
    due: due.map(({ zh, en }) => ({ zh, en })),
  };
}

export const publicationRoutes = [
  get('/publications', {
    summary: ['成绩公布情况', 'List how far results are published'],
    roles,
    querystring: z.object({ ...paging, competition: id.optional() }),
    answer: pageOf(publicationView),
    async query({ query: { cursor, limit, ...filter }, read }) {
      const { items, ...next } = await read.page(publications, definedOnly(filter), { after: cursor, limit });
      const calendar = await calendarOf(read);
      return { items: items.map((row) => withLastDay(row, calendar)), ...next };
    },
    table: tables.publications,
  }),
  get('/publications/:id', {
    summary: ['查看成绩公布情况（轮次或年终考评）', 'Read how far a round or a year is published'],
    roles,
    params: byId,
    answer: publicationView,
    async query({ params, read }) {
      const row = await read.get(publications, params.id);
      const subject = row ? undefined : await subjectOf(params.id, 'hidden', { read });
      if (row) return withLastDay(row, await calendarOf(read));
      if (!subject) return undefined;
      const { to, rows, frozen } = await publishedOf(params.id, subject.about.competition, read);
      return { publication: params.id, ...subject.about, to, rows, frozen };
    },
    stream: ({ id }) => `publication/${id}`,
  }),
  post('/publications/:id', {
    summary: ['公布成绩，或冻结、收回公布', 'Publish results, freeze or withdraw what is published'],
    roles: ['organiser'],
    params: byId,
    body: setPublication,
    async handle({ params, body, ...request }) {
      const subject = await subjectOf(params.id, body.to, request);
      if (!subject) return refuse('not-found', { what: params.id });
      const now = body.frozen ? await standingsNow(subject.about, request) : undefined;
      if (isRefusal(now)) return now;
      return publicationCommand(params.id, 'publish', { ...body, ...subject, now });
    },
  }),
];

async function standingsNow(
  { competition, track, period }: { competition: string; track: string; period: string | null },
  request: Pick<Request, 'read' | 'actor' | 'companion'>,
) {
  const query = { track, ...(period === null ? {} : { period }) };
  const ranking: Awaited<ReturnType<typeof rankingFor>> | Refusal = await rankingFor(competition, query, request);
  if (!ranking || isRefusal(ranking)) return ranking;
  const { state, items, honours } = ranking;
  return { state, items, honours };
}
