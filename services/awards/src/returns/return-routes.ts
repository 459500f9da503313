// Routes of what comes off and what comes back: proposals to remove a plaque, and the list of what is still out.
import {
  awardReturnView,
  decidePlaqueRemoval,
  id,
  plaqueRemovalView,
  refuse,
  setReturnDate,
  takeBack,
  writeOff,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { withNames } from '../people.ts';
import { readers } from '../readers.ts';
import { tables } from '../tables.ts';
import { grants } from '../views.ts';
import { awardReturnCommand } from './award-return.ts';
import { plaqueRemovalCommand } from './plaque-removal.ts';
import { awardReturns, plaqueRemovals } from './return-views.ts';

const byId = z.object({ id });
const keepers = ['organiser', 'committee'] as const;

export const returnRoutes = [
  get('/plaque-removals', {
    summary: ['摘牌建议列表', 'List proposals to take plaques off'],
    roles: readers,
    querystring: z.object({ ...paging, status: plaqueRemovalView.shape.status.optional() }),
    answer: pageOf(plaqueRemovalView),
    query: ({ query: { cursor, limit, ...filter }, read }) =>
      read.page(plaqueRemovals, definedOnly(filter), { after: cursor, limit }),
    table: tables.plaqueRemovals,
  }),
  get('/plaque-removals/:id', {
    summary: ['查看摘牌建议', 'Read a proposal to take a plaque off'],
    roles: readers,
    params: byId,
    answer: plaqueRemovalView,
    query: ({ params, read }) => read.get(plaqueRemovals, params.id),
    stream: ({ id }) => `plaque-removal/${id}`,
  }),
  post('/plaque-removals/:id/decide', {
    summary: ['决定是否摘牌（提出人须回避）；摘牌即撤销荣誉', 'Decide it (not by who proposed it); removing revokes'],
    roles: ['committee'],
    params: byId,
    body: decidePlaqueRemoval,
    async handle({ params, body, read, businessDate: on }) {
      const removal = await read.get(plaqueRemovals, params.id);
      if (!removal) return refuse('not-found', { what: params.id });
      const found = await Promise.all(removal.grants.map((grant) => read.get(grants, grant)));
      const later = found.find((grant) => grant !== undefined && on < grant.decisionDate);
      if (later && body.outcome === 'removed') return refuse('before-decision', { on, date: later.decisionDate });
      return plaqueRemovalCommand(params.id, 'decide', body);
    },
  }),
  get('/award-returns', {
    summary: ['撤销后待交回的奖牌、证书', 'List plaques and certificates to come back after revocations'],
    roles: readers,
    querystring: z.object({ ...paging, status: awardReturnView.shape.status.optional() }),
    answer: pageOf(awardReturnView),
    async query({ query: { cursor, limit, ...filter }, read, states }) {
      const page = await read.page(awardReturns, definedOnly(filter), { after: cursor, limit });
      // One look for the names of all rows.
      const named = await withNames(
        page.items.flatMap((row) => row.items),
        states,
      );
      return { ...page, items: page.items.map((row) => ({ ...row, items: named.splice(0, row.items.length) })) };
    },
    table: tables.awardReturns,
  }),
  get('/award-returns/:id', {
    summary: ['查看一份决定待交回的奖牌、证书', 'Read what of a decision is to come back'],
    roles: readers,
    params: byId,
    answer: awardReturnView,
    async query({ params, read, states }) {
      const row = await read.get(awardReturns, params.id);
      return row && { ...row, items: await withNames(row.items, states) };
    },
    stream: ({ id }) => `award-return/${id}`,
    table: tables.awardReturn,
  }),
  post('/award-returns/:id/set-date', {
    summary: ['设定交回期限', 'Set when things are to be back'],
    roles: keepers,
    params: byId,
    body: setReturnDate,
    handle: ({ params, body }) => awardReturnCommand(params.id, 'set-date', body),
  }),
  post('/award-returns/:id/take-back', {
    summary: ['登记交回', 'Take in what came back'],
    roles: keepers,
    params: byId,
    body: takeBack,
    handle: ({ params, body }) => awardReturnCommand(params.id, 'take-back', body),
  }),
  post('/award-returns/:id/write-off', {
    summary: ['登记遗失（说明理由）', 'Write off what is lost, with a reason'],
    roles: keepers,
    params: byId,
    body: writeOff,
    handle: ({ params, body }) => awardReturnCommand(params.id, 'write-off', body),
  }),
];
