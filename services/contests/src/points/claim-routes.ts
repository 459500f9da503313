// Routes of claims: claim points for a person, approve those of others, reject, take back, list.
import {
  approvePoints,
  claimPoints,
  id,
  pointsClaimState,
  pointsClaimView,
  pointsLedgerId,
  type Read,
  refuse,
  refusePoints,
} from '@jiangong/contracts';
import { bulk, definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { people } from '../followed-views.ts';
import { namesOf, type States } from '../names.ts';
import { isOwn, judges } from '../sight.ts';
import { tables } from '../tables.ts';
import { readers } from './campaign-routes.ts';
import { ledgerCommand } from './ledger.ts';
import { campaigns, claims } from './points-views.ts';

const byId = z.object({ id });
const organises = { roles: ['organiser' as const] };

export const claimRoutes = [
  post('/points-campaigns/:id/claims', {
    summary: ['申报积分（须附佐证，由他人审核）', 'Claim points for a person, with evidence; somebody else approves'],
    roles: ['organiser', 'entrant'],
    params: byId,
    within: ({ id }) => `points-campaign/${id}`,
    body: claimPoints,
    async handle({ params, body: { person, ...given }, actor, read, newId }) {
      const campaign = await read.get(campaigns, params.id);
      if (!campaign) return refuse('not-found', { what: params.id });
      const known = await read.get(people, person);
      const isTheirs = actor.roles.includes('organiser') || (known !== undefined && isOwn(actor, known));
      if (!known || known.gone || !isTheirs) return refuse('points-person');
      const about = { campaign, claim: newId(), person, unit: known.unit!, ...given };
      return ledgerCommand(pointsLedgerId(params.id, person), 'claim', about);
    },
  }),
  post('/points-claims/:id/approve', {
    summary: ['审核通过他人申报的积分', 'Approve points that another claimed'],
    ...organises,
    params: byId,
    handle: ({ params, read }) => approval(params.id, read),
  }),
  bulk('/points-claims/approve', {
    summary: ['成批审核通过他人申报的积分', 'Approve a selection of claims of others'],
    ...organises,
    body: approvePoints,
    rows: ({ body, read }) =>
      Promise.all([...new Set(body.ids)].map(async (id) => ({ key: id, of: [id], command: await approval(id, read) }))),
  }),
  post('/points-claims/:id/reject', {
    summary: ['不通过积分申报（说明理由）', 'Reject a claim of points, with a reason'],
    ...organises,
    params: byId,
    body: refusePoints,
    handle: ({ params, body, read }) => settling(params.id, 'reject', body.reason, read),
  }),
  post('/points-claims/:id/take-back', {
    summary: ['扣回已通过的积分（说明理由）', 'Take approved points back, with a reason'],
    ...organises,
    params: byId,
    body: refusePoints,
    handle: ({ params, body, read }) => settling(params.id, 'take-back', body.reason, read),
  }),
  get('/points-campaigns/:id/claims', {
    summary: ['积分申报列表', 'List claims of points'],
    roles: readers,
    params: byId,
    querystring: z.object({ ...paging, state: pointsClaimState.optional() }),
    answer: pageOf(pointsClaimView),
    async query({ params, query: { cursor, limit, state }, actor, read, states }) {
      if (!(await read.get(campaigns, params.id))) return undefined;
      const unit = judges(actor) ? undefined : actor.units;
      const filter = definedOnly({ campaign: params.id, state, unit });
      const { items, ...next } = await read.page(claims, filter, { after: cursor, limit });
      const names = await personNames(
        items.map(({ person }) => person),
        states,
      );
      const shown = items.map(({ by: _, claimedBy: __, ...claim }) => ({ ...claim, ...names.get(claim.person) }));
      return { items: shown, ...next };
    },
    table: tables.pointsClaims,
  }),
];

async function approval(claim: string, read: Read) {
  const found = await read.get(claims, claim);
  const campaign = found && (await read.get(campaigns, found.campaign));
  if (!campaign) return refuse('not-found', { what: claim });
  return ledgerCommand(found.ledger, 'approve', { campaign, claim });
}
async function settling(claim: string, type: 'reject' | 'take-back', reason: string, read: Read) {
  const found = await read.get(claims, claim);
  if (!found) return refuse('not-found', { what: claim });
  return ledgerCommand(found.ledger, type, { claim, reason });
}
/** Numbers and names of persons, by id. */
export const personNames = (persons: readonly string[], states: States) =>
  namesOf(
    persons.map((person) => ({ contestant: person, entrant: { type: 'person' as const, id: person } })),
    states,
  );
