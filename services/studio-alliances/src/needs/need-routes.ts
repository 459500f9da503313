// Routes of needs (揭榜): posted with a studio of the union, ended by whoever posted them or by an organiser.
import {
  type CommandRequest,
  id,
  isRefusal,
  needAnswer,
  needStatus,
  postNeed,
  refuse,
  roles,
  solveNeed,
  withdrawNeed,
} from '@jiangong/contracts';
import { definedOnly, get, type Out, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import type { Asking } from '../access.ts';
import { tables } from '../tables.ts';
import { studios } from '../views.ts';
import { needCommand } from './need.ts';
import { needs } from './need-view.ts';

const posters = ['organiser', 'alliance-leader', 'entrant'] as const;
const byId = z.object({ id });

/** A need of the union that is the actor's to end. */
async function endable({ actor, read }: Asking, id: string) {
  const need = await read.get(needs, id);
  if (!need) return refuse('not-found', { what: id });
  const isTheirs = actor.roles.includes('organiser') || need.by === actor.sub;
  return isTheirs ? need : refuse('not-yours', { scope: need.problem });
}
const ending = <B extends z.ZodType>(
  verb: string,
  summary: readonly [string, string],
  body: B,
  command: (id: string, data: Out<B>) => CommandRequest,
) =>
  post(`/needs/:id/${verb}`, {
    summary,
    roles: posters,
    params: byId,
    body,
    async handle(request) {
      const need = await endable(request, request.params.id);
      return isRefusal(need) ? need : command(need.need, request.body);
    },
  });

export const needRoutes = [
  post('/needs', {
    summary: ['发布技术需求（揭榜）', 'Post a need'],
    roles: posters,
    body: postNeed,
    async handle({ body: { id, ...posted }, actor, read, newId }) {
      if (!(await read.get(studios, posted.studio))) return refuse('not-found', { what: posted.studio });
      return needCommand(id ?? newId(), 'post', { ...posted, by: actor.sub });
    },
  }),
  ending('withdraw', ['撤回技术需求', 'Withdraw a need'], withdrawNeed, (id, data) =>
    needCommand(id, 'withdraw', data),
  ),
  ending('solve', ['登记需求已解决', 'Record that a need is solved'], solveNeed, (id, data) =>
    needCommand(id, 'solve', data),
  ),
  get('/needs', {
    summary: ['技术需求列表', 'List needs'],
    roles,
    querystring: z.object({ ...paging, studio: id.optional(), status: needStatus.optional() }),
    answer: pageOf(needAnswer),
    query({ query: { cursor, limit, ...filter }, read }) {
      return read.page(needs, definedOnly(filter), { after: cursor, limit });
    },
    table: tables.needs,
  }),
  get('/needs/:id', {
    summary: ['查看技术需求', 'Read a need'],
    roles,
    params: byId,
    answer: needAnswer,
    query: ({ params, read }) => read.get(needs, params.id),
    stream: ({ id }) => `need/${id}`,
  }),
];
