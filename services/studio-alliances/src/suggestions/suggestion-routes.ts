// Routes of suggestions for those who deal with them: lists, and what a studio does about one.
import {
  type Actor,
  adoptSuggestion,
  declineSuggestion,
  id,
  isRefusal,
  type Refusal,
  refuse,
  suggestionAnswer,
  suggestionStatus,
  takeUpSuggestion,
  trySuggestion,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { type Asking, workable } from '../access.ts';
import { proposerIs, suggestionDesk } from '../background/suggestions/desk.ts';
import { knownAs } from '../output-routes.ts';
import { unknownTo } from '../output-rule-checks.ts';
import { rulesOf } from '../output-rules-views.ts';
import { tables } from '../tables.ts';
import { currentMembers, studios } from '../views.ts';
import { belongingTo, outside, workers } from '../work-routes.ts';
import { suggestionCommand } from './suggestion.ts';
import { type SuggestionRow, suggestionLinks, suggestions } from './suggestion-views.ts';

const readers = ['organiser', 'alliance-leader', 'auditor'] as const;
const byId = z.object({ id });
const speaksFor = ({ roles, units }: Actor, studio: string | undefined) =>
  roles.includes('organiser') || (roles.includes('alliance-leader') && studio !== undefined && units.includes(studio));

/** A suggestion to the union that is the actor's to deal with: an organiser's, or of the studio that took it up. */
async function dealt({ actor, read }: Asking, id: string): Promise<SuggestionRow | Refusal> {
  const found = await read.get(suggestions, id);
  if (!found) return refuse('not-found', { what: id });
  return speaksFor(actor, found.studio) ? found : refuse('not-yours', { scope: found.title });
}
async function labelled({ read }: Asking, { receipt: _, ...row }: SuggestionRow) {
  return { ...row, label: (await read.get(suggestionLinks, row.link))!.label };
}

export const suggestionRoutes = [
  post('/suggestions/:id/take-up', {
    summary: ['接办合理化建议', 'Take up a suggestion'],
    roles: workers,
    params: byId,
    body: takeUpSuggestion,
    async handle({ params, body: { studio: which }, actor, read }) {
      const studio = await read.get(studios, which);
      if (!studio) return refuse('not-found', { what: which });
      if (!speaksFor(actor, which)) return refuse('not-yours', { scope: studio.name });
      if (studio.status !== 'recognised') return refuse('studio-not-recognised', { studios: [studio.name] });
      return suggestionCommand(params.id, 'take-up', { studio: which, studioName: studio.name });
    },
  }),
  post('/suggestions/:id/try', {
    summary: ['登记建议试用情况', 'Record how a suggestion is tried'],
    roles: workers,
    params: byId,
    body: trySuggestion,
    async handle(request) {
      const found = await dealt(request, request.params.id);
      return isRefusal(found) ? found : suggestionCommand(found.suggestion, 'try', request.body);
    },
  }),
  post('/suggestions/:id/adopt', {
    summary: ['采纳合理化建议并起草成果', 'Adopt a suggestion, which drafts an output'],
    roles: workers,
    params: byId,
    body: adoptSuggestion,
    async handle(request) {
      const { params, body, read, businessDate, newId } = request;
      const found = await dealt(request, params.id);
      if (isRefusal(found)) return found;
      const alliance = await workable(request, body.alliance);
      if (isRefusal(alliance)) return alliance;
      const isMember = currentMembers(alliance).some(({ studio }) => studio === found.studio);
      if (found.studioName !== undefined && !isMember) return refuse('not-a-member', { studio: found.studioName });
      // The draft is written by a reaction, whom nobody would read a refusal to.
      const amiss =
        outside(alliance, businessDate) ??
        (await knownAs(request, alliance.alliance, found.title)) ??
        unknownTo(await rulesOf(read, alliance.org), body);
      if (amiss) return amiss;
      return suggestionCommand(found.suggestion, 'adopt', { ...body, ...belongingTo(alliance), output: newId() });
    },
  }),
  post('/suggestions/:id/decline', {
    summary: ['不采纳合理化建议（建议人可见理由）', 'Decline a suggestion; its proposer reads why'],
    roles: workers,
    params: byId,
    body: declineSuggestion,
    async handle(request) {
      const found = await dealt(request, request.params.id);
      return isRefusal(found) ? found : suggestionCommand(found.suggestion, 'decline', request.body);
    },
  }),
  post('/suggestions/:id/erase-proposer', {
    summary: ['删除建议人信息', 'Erase who made a suggestion'],
    roles: ['organiser', 'hr', 'admin'],
    params: byId,
    async handle({ params, read }) {
      const found = await read.get(suggestions, params.id);
      if (!found) return refuse('not-found', { what: params.id });
      const request = suggestionCommand(found.suggestion, 'erase-proposer', {});
      return { request, privateRows: [proposerIs(found.proposer, undefined)] };
    },
  }),
  get('/suggestions', {
    summary: ['合理化建议列表', 'List suggestions'],
    roles: readers,
    querystring: z.object({ ...paging, status: suggestionStatus.optional(), studio: id.optional() }),
    answer: pageOf(suggestionAnswer),
    async query(request) {
      const { cursor, limit, ...filter } = request.query;
      const found = await request.read.page(suggestions, definedOnly(filter), { after: cursor, limit });
      return { ...found, items: await Promise.all(found.items.map((row) => labelled(request, row))) };
    },
    table: tables.workerSuggestions,
  }),
  get('/suggestions/:id', {
    summary: ['查看合理化建议', 'Read a suggestion'],
    roles: readers,
    params: byId,
    answer: suggestionAnswer,
    async query(request) {
      const { params, actor, read, companion } = request;
      const row = await read.get(suggestions, params.id);
      if (!row) return undefined;
      const isTheirs = speaksFor(actor, row.studio);
      const proposer = isTheirs ? await companion(suggestionDesk).proposerOf(row.proposer) : undefined;
      return { ...(await labelled(request, row)), ...proposer };
    },
    stream: ({ id }) => `suggestion/${id}`,
  }),
];
