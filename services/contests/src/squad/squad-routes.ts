// Routes of contestants: enter, accept, reject, withdraw, list.
import {
  type Actor,
  type ContestEntrant,
  contestantState,
  contestantView,
  enterContestant,
  id,
  isRefusal,
  type Read,
  refuse,
  rejectContestant,
  withdrawContestant,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { namesOf } from '../names.ts';
import { isOwn, judges } from '../sight.ts';
import { tables } from '../tables.ts';
import { type ContestantRow, contestants, contests } from '../views.ts';
import { entering, entryOf, over } from './entering.ts';
import { squadCommand } from './squad.ts';

const byId = z.object({ id });
const readers = ['organiser', 'checker', 'committee', 'auditor', 'entrant'] as const;
const organises = ({ roles }: Actor) => roles.includes('organiser');

export const squadRoutes = [
  post('/contests/:id/contestants', {
    summary: ['报名参赛（组织者登记即受理）', 'Enter a contestant; an organiser’s entry is accepted at once'],
    roles: ['organiser', 'entrant'],
    params: byId,
    within: ({ id }) => `contest/${id}`,
    body: enterContestant,
    async handle({ params, body, actor, businessDate, read }) {
      const contest = await read.get(contests, params.id);
      if (!contest) return refuse('not-found', { what: params.id });
      const refusal = over(contest);
      if (refusal) return refusal;
      const { from, to } = contest.registration;
      if (!organises(actor)) {
        if (businessDate < from || businessDate > to) return refuse('contest-registration-over', { from, to });
        const found = await entryOf(contest, body, read);
        if (isRefusal(found)) return found;
        if (!isOwn(actor, found.about.entrant)) return refuse('not-found', { what: body.entrant });
      }
      return entering(contest, body, organises(actor), read);
    },
  }),
  post('/contestants/:id/accept', {
    summary: ['受理参赛报名', 'Accept a contestant'],
    roles: ['organiser'],
    params: byId,
    async handle({ params, read }) {
      const row = await read.get(contestants, params.id);
      const contest = row && (await read.get(contests, row.contest));
      if (!contest) return refuse('not-found', { what: params.id });
      const most = contest.tracks.find(({ track }) => track === row.track)?.perUnit;
      return over(contest) ?? squadCommand(row.squad, 'accept', { contestant: params.id, most });
    },
  }),
  post('/contestants/:id/reject', {
    summary: ['不受理参赛报名', 'Reject a contestant'],
    roles: ['organiser'],
    params: byId,
    body: rejectContestant,
    async handle({ params, body, read }) {
      const row = await read.get(contestants, params.id);
      if (!row) return refuse('not-found', { what: params.id });
      return squadCommand(row.squad, 'reject', { contestant: params.id, ...body });
    },
  }),
  post('/contestants/:id/withdraw', {
    summary: ['退赛', 'Withdraw a contestant'],
    roles: ['organiser', 'entrant'],
    params: byId,
    body: withdrawContestant,
    async handle({ params, body, actor, read }) {
      const row = await read.get(contestants, params.id);
      if (!row || !mayRead(actor, row.entrant)) return refuse('not-found', { what: params.id });
      return squadCommand(row.squad, 'withdraw', { contestant: params.id, ...body });
    },
  }),
  get('/contests/:id/contestants', {
    summary: ['参赛名单', 'List contestants'],
    roles: readers,
    params: byId,
    querystring: z.object({ ...paging, track: z.string().optional(), state: contestantState.optional() }),
    answer: pageOf(contestantView),
    async query({ params, query: { cursor, limit, track, state }, actor, read, states }) {
      if (!(await read.get(contests, params.id))) return undefined;
      const units = judges(actor) ? undefined : actor.units;
      const filter = definedOnly({ contest: params.id, track, state, unit: units });
      const { items, ...next } = await read.page(contestants, filter, { after: cursor, limit });
      return { items: await named(items, states), ...next };
    },
    table: tables.contestants,
  }),
  get('/contestants/:id', {
    summary: ['查看参赛者', 'Read a contestant'],
    roles: readers,
    params: byId,
    answer: contestantView,
    async query({ params, actor, read, states }) {
      const row = await read.get(contestants, params.id);
      return row && mayRead(actor, row.entrant) ? (await named([row], states))[0] : undefined;
    },
  }),
];

const mayRead = (actor: Actor, entrant: ContestEntrant) => judges(actor) || isOwn(actor, entrant);
async function named(rows: readonly ContestantRow[], states: Parameters<typeof namesOf>[1]) {
  const names = await namesOf(rows, states);
  return rows.map(({ entrantId: _, unit: __, ...row }) => ({ ...row, ...names.get(row.contestant) }));
}
/** The contestants of a stage's track that take part. */
export const takingPart = (contest: string, track: string, read: Read) =>
  read.all(contestants, { contest, track, state: 'accepted' });
