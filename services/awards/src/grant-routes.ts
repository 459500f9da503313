// Routes of decisions and grants: list, read, correct, revoke.
import {
  correctGrant,
  decisionView,
  grant,
  grantStatus,
  id,
  type Read,
  revokeDecision,
  revokeGrant,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { decisionCommand } from './decision.ts';
import { grantCommand } from './grant.ts';
import { known } from './known-recipients.ts';
import { calledOf } from './names.ts';
import { withNames } from './people.ts';
import { tables } from './tables.ts';
import { decisions, type GrantRow, grants } from './views.ts';

const byId = z.object({ id });

/** Whether somebody else's decision gave the same honour of the year to the recipient. */
async function holds(read: Read, { grant, year, honourCode, competition }: GrantRow, recipientId: string) {
  const given = await read.all(grants, { year, honourCode, recipientId });
  return given.some((each) => each.grant !== grant && each.status !== 'revoked' && each.competition === competition);
}

export const grantRoutes = [
  get('/decisions', {
    summary: ['表彰决定列表', 'List decisions'],
    roles,
    querystring: z.object({ ...paging, list: id.optional(), year: z.coerce.number().int().optional() }),
    answer: pageOf(decisionView),
    query: ({ query: { cursor, limit, ...filter }, read }) =>
      read.page(decisions, definedOnly(filter), { after: cursor, limit }),
    table: tables.decisions,
  }),
  get('/decisions/:id', {
    summary: ['查看表彰决定', 'Read a decision'],
    roles,
    params: byId,
    answer: decisionView,
    query: ({ params, read }) => read.get(decisions, params.id),
    stream: ({ id }) => `decision/${id}`,
  }),
  post('/decisions/:id/revoke', {
    summary: ['撤销表彰决定（连同其全部荣誉）', 'Revoke a decision with all its grants'],
    roles: ['committee'],
    params: byId,
    body: revokeDecision,
    handle: ({ params, body }) => decisionCommand(params.id, 'revoke', body),
  }),
  get('/grants', {
    summary: ['荣誉列表', 'List grants in their current state'],
    roles,
    querystring: z.object({
      ...paging,
      year: z.coerce.number().int().optional(),
      honour: z.string().max(64).optional(),
      status: grantStatus.optional(),
      decision: id.optional(),
      recipient: id.optional(),
    }),
    answer: pageOf(grant),
    async query({ query: { cursor, limit, honour, recipient, ...filter }, read, states }) {
      const chosen = definedOnly({ ...filter, honourCode: honour, recipientId: recipient });
      const page = await read.page(grants, chosen, { after: cursor, limit });
      return { ...page, items: await withNames(page.items, states) };
    },
    table: tables.grants,
  }),
  get('/grants/:id', {
    summary: ['查看荣誉', 'Read a grant'],
    roles,
    params: byId,
    answer: grant,
    async query({ params, read, states }) {
      const row = await read.get(grants, params.id);
      return row && (await withNames([row], states))[0];
    },
    stream: ({ id }) => `grant/${id}`,
  }),
  post('/grants/:id/correct', {
    summary: ['更正荣誉', 'Correct a grant'],
    roles: ['organiser', 'committee'],
    params: byId,
    body: correctGrant,
    async handle(request) {
      const { params, body, read } = request;
      const { recipient: id, ...correction } = body;
      if (id === undefined) return grantCommand(params.id, 'correct', correction);
      const found = await known([id], request);
      if ('refused' in found) return found;
      const grant = await read.get(grants, params.id);
      const [recipient] = found;
      const held = grant && (await holds(read, grant, id)) ? calledOf(recipient!) : undefined;
      return grantCommand(params.id, 'correct', { ...correction, recipient, held });
    },
  }),
  post('/grants/:id/revoke', {
    summary: ['撤销荣誉', 'Revoke a grant'],
    roles: ['committee'],
    params: byId,
    body: revokeGrant,
    handle: ({ params, body }) => grantCommand(params.id, 'revoke', body),
  }),
];
