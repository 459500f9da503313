// Routes of a contest's stages: open, close, publish; what is missing, standings, explanations, corrections.
import {
  contestExplanation,
  contestMissingView,
  contestRevisionView,
  contestStageView,
  contestStandingsView,
  decideContestTie,
  id,
  publishContestStage,
  refuse,
  roles,
} from '@jiangong/contracts';
import { get, pageOf, paging, post } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { namesOf } from '../names.ts';
import { itemLabel } from '../scheme.ts';
import { judges } from '../sight.ts';
import { tables } from '../tables.ts';
import { stageRevisions } from '../views.ts';
import { evaluated } from './evaluate.ts';
import { explanationOf } from './explanation.ts';
import { stageCommand } from './stage.ts';
import { inputOf, siteOf } from './stage-input.ts';
import { shownStage, standingsOf, standingsTable } from './standings.ts';

const byId = z.object({ id });
const readers = ['organiser', 'checker', 'committee', 'auditor'] as const;

export const stageRoutes = [
  post('/contest-stages/:id/open', {
    summary: ['开始登记该阶段成绩', 'Open a stage for results'],
    roles: ['organiser'],
    params: byId,
    async handle({ params, read }) {
      const site = await siteOf(params.id, read);
      if (site?.contest.state === 'cancelled') return refuse('contest-cancelled', { name: site.contest.name });
      return stageCommand(params.id, 'open', {});
    },
  }),
  post('/contest-stages/:id/close', {
    summary: ['关闭阶段并计算成绩', 'Close a stage and compute its results'],
    roles: ['organiser'],
    params: byId,
    async handle({ params, read }) {
      const site = await siteOf(params.id, read);
      if (!site) return refuse('not-found', { what: params.id });
      return stageCommand(params.id, 'close', await inputOf(site, read));
    },
  }),
  post('/contest-stages/:id/decide-tie', {
    summary: ['裁定入围并列（说明理由）', 'Decide a tie at the cut of a shortlist, with a reason'],
    roles: ['committee'],
    params: byId,
    body: decideContestTie,
    async handle({ params, body, read }) {
      const site = await siteOf(params.id, read);
      if (!site) return refuse('not-found', { what: params.id });
      return stageCommand(params.id, 'decide-tie', { ...(await inputOf(site, read)), ...body });
    },
  }),
  post('/contest-stages/:id/publish', {
    summary: ['公布阶段成绩，或收回公布', 'Publish a stage’s results, or withdraw them'],
    roles: ['organiser'],
    params: byId,
    body: publishContestStage,
    handle: ({ params, body }) => stageCommand(params.id, 'publish', body),
  }),
  get('/contest-stages/:id', {
    summary: ['查看比赛阶段', 'Read a stage of a contest'],
    roles,
    params: byId,
    answer: contestStageView,
    async query({ params, read }) {
      const site = await siteOf(params.id, read);
      return site && shownStage(site.stage, await calendarOf(read));
    },
    stream: ({ id }) => `contest-stage/${id}`,
  }),
  get('/contest-stages/:id/missing', {
    summary: ['尚缺的成绩', 'List missing results'],
    roles: readers,
    params: byId,
    answer: contestMissingView,
    async query({ params, read, states }) {
      const site = await siteOf(params.id, read);
      if (!site) return undefined;
      const { input } = await inputOf(site, read);
      const lacking = new Map<string, string[]>();
      for (const { entrant, item } of evaluated(input).pending)
        lacking.set(entrant, [...(lacking.get(entrant) ?? []), itemLabel(input.body, input.ref, item)[0]]);
      const names = await namesOf(input.contenders, states);
      const items = [...lacking].map(([contestant, missing]) => {
        return { contestant, ...names.get(contestant), missing: [...new Set(missing)] };
      });
      return { stage: params.id, count: items.length, items };
    },
    table: tables.missing,
  }),
  get('/contest-stages/:id/standings', {
    summary: ['阶段排名与荣誉', 'Read the standings and honours of a stage'],
    roles,
    params: byId,
    querystring: z.object({ format: z.enum(['json', 'csv', 'xlsx']).optional() }),
    answer: contestStandingsView,
    async query({ params, actor, read, states }) {
      const site = await siteOf(params.id, read);
      return site && standingsOf(site, { actor, read, states }, await calendarOf(read));
    },
    table: standingsTable,
  }),
  get('/contest-stages/:id/explanations/:contestant', {
    summary: ['参赛者成绩说明', 'Explain a contestant’s result'],
    roles,
    params: z.object({ id, contestant: id }),
    answer: contestExplanation,
    query: ({ params, actor, read, states }) => explanationOf(params.id, params.contestant, { actor, read, states }),
  }),
  get('/contest-stages/:id/revisions', {
    summary: ['阶段成绩的历次更正及名次变动', 'List corrections of a stage with their rank changes'],
    roles,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(contestRevisionView),
    async query({ params, query: { cursor, limit }, actor, read, states }) {
      const site = await siteOf(params.id, read);
      if (!site) return undefined;
      const isShown = judges(actor) || (site.stage.status === 'closed' && site.stage.to === 'public');
      if (!isShown) return refuse('contest-not-published');
      const { items, ...next } = await read.page(stageRevisions, { stage: params.id }, { after: cursor, limit });
      const shown = items.map(async ({ stage, revision, causes, digest, moved, moves }) => {
        const names = await namesOf(moves, states);
        const named = moves.map((move) => ({ ...move, ...names.get(move.contestant) }));
        return { stage, revision, causes, digest, moved, moves: named };
      });
      return { items: await Promise.all(shown), ...next };
    },
    table: tables.revisions,
  }),
];
