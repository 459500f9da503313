// Routes of contests: announce, cancel, read with their stages.
import {
  announceContest,
  cancelContest,
  contestState,
  contestSummary,
  contestView,
  id,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { latestVersions, schemeKey, schemeVersions } from '../followed-views.ts';
import { shownStage } from '../stage/standings.ts';
import { tables } from '../tables.ts';
import { contests, stages } from '../views.ts';
import { type Contest, contestCommand } from './contest.ts';

const byId = z.object({ id });
const summaryOf = ({ body: _, ...summary }: Contest) => summary;

export const contestRoutes = [
  post('/contests', {
    summary: ['公布专项比赛', 'Announce a contest'],
    roles: ['organiser'],
    body: announceContest,
    async handle({ body: { id, scheme, schemeVersion, ...head }, read, newId }) {
      const version = schemeVersion ?? (await read.get(latestVersions, scheme))?.version ?? 1;
      const published = await read.get(schemeVersions, schemeKey(scheme, version));
      const data = { ...definedOnly(head), scheme, schemeVersion: version, body: published?.body } as typeof head;
      return contestCommand(id ?? newId(), 'announce', {
        ...data,
        scheme,
        schemeVersion: version,
        body: published?.body,
      });
    },
  }),
  post('/contests/:id/cancel', {
    summary: ['取消专项比赛', 'Cancel a contest'],
    roles: ['organiser'],
    params: byId,
    body: cancelContest,
    handle: ({ params, body }) => contestCommand(params.id, 'cancel', body),
  }),
  get('/contests', {
    summary: ['专项比赛列表', 'List contests'],
    roles,
    querystring: z.object({
      ...paging,
      year: z.coerce.number().int().optional(),
      state: contestState.optional(),
      competition: id.optional(),
    }),
    answer: pageOf(contestSummary),
    async query({ query: { cursor, limit, ...filter }, read }) {
      const { items, ...next } = await read.page(contests, definedOnly(filter), { after: cursor, limit });
      return { items: items.map(summaryOf), ...next };
    },
    table: tables.contests,
  }),
  get('/contests/:id', {
    summary: ['查看专项比赛（含各阶段）', 'Read a contest with its stages'],
    roles,
    params: byId,
    answer: contestView,
    async query({ params, read }) {
      const contest = await read.get(contests, params.id);
      if (!contest) return undefined;
      const made = new Map((await read.all(stages, { contest: params.id })).map((row) => [keyOf(row), row]));
      const inOrder = contest.tracks.flatMap(({ track, stages }) =>
        stages.flatMap(({ stage: name, periods }) =>
          (periods.length > 0 ? periods.map(({ id }) => id) : [null]).flatMap(
            (period) => made.get(keyOf({ track, name, period })) ?? [],
          ),
        ),
      );
      const calendar = await calendarOf(read);
      return { ...summaryOf(contest), stages: inOrder.map((row) => shownStage(row, calendar)) };
    },
    stream: ({ id }) => `contest/${id}`,
  }),
];
const keyOf = ({ track, name, period }: { track: string; name: string; period: string | null }) =>
  [track, name, period].join('/');
