// Routes of competitions: announce, launch, close, cancel, and read with their entries counted.
import {
  amendCompetition,
  announceCompetition,
  cancelCompetition,
  competitionState,
  competitionSummary,
  competitionView,
  id,
  type Read,
  refuse,
  roles,
  year,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { competitionCommand } from './competition.ts';
import { unfinishedOf } from './progress-views.ts';
import type { Body } from './tracks.ts';
import { type CompetitionRow, competitions, counted, entries, schemes, schemeVersions, versionKey } from './views.ts';

const byId = z.object({ id });

/** A published version of a scheme, by default the latest; the text is missing if there is no such version. */
async function pinned(read: Read, scheme: string, wantedVersion: number | undefined) {
  const schemeVersion = wantedVersion ?? ((await read.get(schemes, scheme))?.published || 1);
  const published = await read.get(schemeVersions, versionKey(scheme, schemeVersion));
  return { scheme, schemeVersion, body: published?.body };
}

/** The text of each track's scheme. */
async function bodiesOf({ tracks }: CompetitionRow, read: Read): Promise<Record<string, Body>> {
  const bodies: Record<string, Body> = {};
  for (const { track, scheme, schemeVersion } of tracks) {
    const { body } = await pinned(read, scheme, schemeVersion);
    if (body) bodies[track] = body;
  }
  return bodies;
}

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
    async handle({ params, read }) {
      const competition = await read.get(competitions, params.id);
      if (!competition) return refuse('not-found', { what: params.id });
      const bodies = await bodiesOf(competition, read);
      const accepted = await read.count(entries, { competition: params.id, state: 'accepted' });
      const { unpublished } = await calendarOf(read);
      const periods = competition.tracks.flatMap((track) => track.periods);
      const years = [...new Set(periods.flatMap(({ from, to }) => unpublished(from, to)))].sort();
      const remarks = years.map((year) => ({
        zh: `${year} 年的放假调休安排尚未收录，在施天数暂按周末推算，收录后自动重算`,
        en: `the days off of ${year} are not loaded yet: days on site are provisional and will be counted again`,
      }));
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
