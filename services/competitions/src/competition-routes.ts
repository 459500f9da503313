// Routes of competitions: announce, launch, close, cancel, and read with their entries counted.
import {
  amendCompetition,
  announceCompetition,
  cancelCompetition,
  competitionState,
  competitionSummary,
  competitionView,
  id,
  refuse,
  roles,
  year,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { provisional } from './calendar-routes.ts';
import { competitionCommand } from './competition.ts';
import { bodiesOf, pinned } from './pinned.ts';
import { unfinishedOf } from './progress-views.ts';
import { tables } from './tables.ts';
import { competitions, counted, entries } from './views.ts';

const byId = z.object({ id });

export const competitionRoutes = [
  post('/competitions', {
    summary: ['公布竞赛', 'Announce a competition'],
    roles: ['organiser'],
    body: announceCompetition,
    async handle({ body: { id, ...head }, read, newId }) {
      const tracks = [];
      for (const { scheme, schemeVersion, ...track } of head.tracks)
        tracks.push({ ...track, ...(await pinned(read, scheme, schemeVersion)) });
      return competitionCommand(id ?? newId(), 'announce', { ...head, tracks });
    },
  }),
  post('/competitions/:id/amend', {
    summary: ['更正竞赛（名称、报名期、周期）', 'Amend a competition: names, window, periods'],
    roles: ['organiser'],
    params: byId,
    body: amendCompetition,
    async handle({ params, body: { tracks: given, ...change }, read }) {
      const competition = await read.get(competitions, params.id);
      if (!competition) return refuse('not-found', { what: params.id });
      const data = definedOnly(change) as typeof change;
      if (!given) return competitionCommand(params.id, 'amend', data);
      const known = competition.tracks.map(({ track }) => track);
      const knownLabels = competition.tracks.map(({ label, track }) => `${label}（${track}）`);
      for (const [at, { track }] of given.entries()) {
        if (!known.includes(track)) return refuse('entry-track', { track, known, knownLabels });
        if (given.findIndex((each) => each.track === track) < at)
          return refuse('competition-track', {
            track,
            trackLabel: knownLabels[known.indexOf(track)]!,
            known,
            knownLabels,
          });
      }
      const tracks = [];
      for (const track of competition.tracks) {
        const { periods = track.periods, schemeVersion = track.schemeVersion } =
          given.find((each) => each.track === track.track) ?? track;
        tracks.push({ ...track, periods, ...(await pinned(read, track.scheme, schemeVersion)) });
      }
      return competitionCommand(params.id, 'amend', { ...data, tracks });
    },
  }),
  post('/competitions/:id/launch', {
    summary: ['启动竞赛', 'Launch a competition'],
    roles: ['organiser'],
    params: byId,
    follows: {
      at: ({ id }) => `/rounds?competition=${id}`,
      done: [
        '列出各轮次且 entrants 为已受理单位数后即可开启检查',
        'rounds can be opened once they are listed with as many entrants as were accepted',
      ],
    },
    async handle({ params, read }) {
      const competition = await read.get(competitions, params.id);
      if (!competition) return refuse('not-found', { what: params.id });
      const bodies = await bodiesOf(competition, read);
      const accepted = await read.count(entries, { competition: params.id, state: 'accepted' });
      const remarks = await provisional(competition, read);
      return { request: competitionCommand(params.id, 'launch', { accepted, bodies }), remarks };
    },
  }),
  post('/competitions/:id/close', {
    summary: ['结束竞赛', 'Close a competition'],
    roles: ['organiser'],
    params: byId,
    async handle({ params, read }) {
      const competition = await read.get(competitions, params.id);
      if (!competition) return refuse('not-found', { what: params.id });
      const unfinished = await unfinishedOf(competition, await bodiesOf(competition, read), read);
      return competitionCommand(params.id, 'close', { unfinished });
    },
  }),
  post('/competitions/:id/cancel', {
    summary: ['取消竞赛', 'Cancel a competition'],
    roles: ['organiser'],
    params: byId,
    body: cancelCompetition,
    handle: ({ params, body }) => competitionCommand(params.id, 'cancel', body),
  }),
  get('/competitions', {
    summary: ['竞赛列表', 'List competitions'],
    roles,
    querystring: z.object({
      ...paging,
      year: z.coerce.number().pipe(year).optional(),
      state: competitionState.optional(),
    }),
    answer: pageOf(competitionSummary),
    query: ({ query: { cursor, limit, year, state }, read }) =>
      read.page(competitions, definedOnly({ year, state }), { after: cursor, limit }),
    table: tables.competitions,
  }),
  get('/competitions/:id', {
    summary: ['查看竞赛（含赛道、周期、报名情况）', 'Read a competition with its tracks, periods and entry counts'],
    roles,
    params: byId,
    answer: competitionView,
    async query({ params, read }) {
      const row = await read.get(competitions, params.id);
      if (!row) return undefined;
      const tracks = row.tracks.map(async (each) => ({
        ...each,
        entries: await counted(row.competition, each.track, read),
      }));
      return { ...row, tracks: await Promise.all(tracks) };
    },
    stream: ({ id }) => `competition/${id}`,
  }),
];
