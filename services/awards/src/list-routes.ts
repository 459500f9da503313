// Routes of award lists: edit, review, object, decide.
import {
  type AwardListView,
  acknowledgeRevision,
  addCandidate,
  awardListKind,
  awardListSummary,
  awardListView,
  fileObjection,
  id,
  issueDecision,
  nameHonour,
  recommendCandidate,
  refuse,
  removeCandidate,
  reopenTie,
  resolveTie,
  returnAwardList,
  reviewAwardList,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { awardListCommand } from './award-list.ts';
import { dossiersOf } from './dossier/dossier-views.ts';
import { thereOf } from './dossier/papers.ts';
import { failuresOf, failuresOn, rulesOf } from './eligibility-facts.ts';
import { known } from './known-recipients.ts';
import { listWithNames } from './people.ts';
import { readers } from './readers.ts';
import { tables } from './tables.ts';
import { awardLists, objections } from './views.ts';

const byId = z.object({ id });

function summary(list: AwardListView): z.infer<typeof awardListSummary> {
  const candidates: Record<string, number> = {};
  for (const { state } of list.candidates) candidates[state] = (candidates[state] ?? 0) + 1;
  const { kind, title, year, competition, reviewed, notice, decisions } = list;
  const held = list.candidates.filter((c) => c.holds.length > 0).length;
  return { list: list.list, kind, title, year, competition, reviewed, notice, decisions, candidates, held };
}

export const listRoutes = [
  get('/award-lists', {
    summary: ['表彰名单列表', 'List award lists'],
    roles: readers,
    querystring: z.object({
      ...paging,
      kind: awardListKind.optional(),
      year: z.coerce.number().int().optional(),
      competition: id.optional(),
    }),
    answer: pageOf(awardListSummary),
    async query({ query: { cursor, limit, ...filter }, read }) {
      const page = await read.page(awardLists, definedOnly(filter), { after: cursor, limit });
      return { ...page, items: page.items.map(summary) };
    },
    table: tables.awardLists,
  }),
  get('/award-lists/:id', {
    summary: ['查看表彰名单及候选对象', 'Read an award list with its candidates'],
    roles: readers,
    params: byId,
    answer: awardListView,
    async query({ params, read, states }) {
      const list = await read.get(awardLists, params.id);
      return list && listWithNames(list, states);
    },
    stream: ({ id }) => `award-list/${id}`,
  }),
  post('/award-lists/:id/candidates', {
    summary: ['增列候选对象', 'Add a candidate'],
    roles: ['organiser'],
    params: byId,
    body: addCandidate,
    async handle(request) {
      const { params, body, read } = request;
      const { recipient: id, reason, ...rest } = body;
      const found = await known([id], request);
      if ('refused' in found) return found;
      const list = await read.get(awardLists, params.id);
      if (!list) return refuse('not-found', { what: params.id });
      const failures = await failuresOf(list, [id], request);
      const candidate = { ...rest, recipient: found[0]!, state: 'proposed' as const };
      return awardListCommand(params.id, 'add', { candidate, reason, failures });
    },
  }),
  post('/award-lists/:id/remove', {
    summary: ['移出候选对象', 'Remove a candidate'],
    roles: ['organiser', 'committee'],
    params: byId,
    body: removeCandidate,
    handle: ({ params, body }) => awardListCommand(params.id, 'remove', body),
  }),
  post('/award-lists/:id/recommend', {
    summary: ['推荐候选对象', 'Recommend a candidate'],
    roles: ['organiser', 'committee'],
    params: byId,
    body: recommendCandidate,
    handle: ({ params, body }) => awardListCommand(params.id, 'recommend', body),
  }),
  post('/award-lists/:id/honours', {
    summary: ['确定荣誉全称、简称、级别、名额与奖金', 'Set an honour’s names, level, seats and prize'],
    roles: ['organiser'],
    params: byId,
    body: nameHonour,
    handle: ({ params, body }) => awardListCommand(params.id, 'name-honour', body),
  }),
  post('/award-lists/:id/resolve-tie', {
    summary: ['裁定并列名次', 'Resolve a tie at the cut'],
    roles: ['committee'],
    params: byId,
    body: resolveTie,
    handle: ({ params, body }) => awardListCommand(params.id, 'resolve-tie', body),
  }),
  post('/award-lists/:id/reopen-tie', {
    summary: ['重新裁定并列名次', 'Open a decided tie again'],
    roles: ['committee'],
    params: byId,
    body: reopenTie,
    handle: ({ params, body }) => awardListCommand(params.id, 'reopen-tie', body),
  }),
  post('/award-lists/:id/return', {
    summary: ['退回已审定的名单（公示随之撤回）', 'Take a reviewed list back, with its notice'],
    roles: ['committee'],
    params: byId,
    body: returnAwardList,
    handle: ({ params, body }) => awardListCommand(params.id, 'return', body),
  }),
  post('/award-lists/:id/review', {
    summary: ['审定名单（资格与名额）', 'Review the list (eligibility and quotas)'],
    roles: ['committee'],
    params: byId,
    body: reviewAwardList,
    async handle(request) {
      const { params, body, read } = request;
      const list = await read.get(awardLists, params.id);
      if (!list) return refuse('not-found', { what: params.id });
      const { byBallot } = await rulesOf(read, request.actor.org);
      return awardListCommand(params.id, 'review', { ...body, byBallot, failures: await failuresOn(list, request) });
    },
  }),
  post('/award-lists/:id/acknowledge-revision', {
    summary: ['确认考评更正（名单已核对）', 'Acknowledge a revised evaluation'],
    roles: ['committee'],
    params: byId,
    body: acknowledgeRevision,
    handle: ({ params, body }) => awardListCommand(params.id, 'acknowledge-revision', body),
  }),
  post('/award-lists/:id/objections', {
    summary: ['登记异议（该对象随即暂缓授予）', 'File an objection; its candidate is held back at once'],
    roles: ['organiser', 'committee'],
    params: byId,
    within: ({ id }) => `award-list/${id}`,
    body: fileObjection,
    async handle({ params, body: { objector, ...filing }, read, newId }) {
      const objection = filing.objection ?? newId();
      const taken = await read.everywhere().get(objections, objection);
      if (taken)
        return refuse((await read.get(objections, objection)) ? 'already-exists' : 'not-found', { what: objection });
      return {
        request: awardListCommand(params.id, 'object', { ...filing, objection }),
        privateRows: [{ table: 'objectors', key: objection, body: { list: params.id, ...objector } }],
      };
    },
  }),
  post('/award-lists/:id/decisions', {
    summary: ['发布表彰决定（暂缓对象除外，可另发补充决定）', 'Issue the decision for all candidates not held back'],
    roles: ['committee'],
    params: byId,
    body: issueDecision,
    async handle(request) {
      const { params, body: document, read } = request;
      const list = await read.get(awardLists, params.id);
      if (!list) return refuse('not-found', { what: params.id });
      const { anotherDecides = false } = await rulesOf(read, request.actor.org);
      const failures = await failuresOn(list, request);
      const there = thereOf(await dossiersOf(read, list.list));
      return awardListCommand(params.id, 'issue', { document, failures, there, anotherDecides });
    },
  }),
];
