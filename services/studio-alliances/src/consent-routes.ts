// Routes of consent: the directory of studios that unions show to each other, and the answers to invitations.
import {
  declineInvitation,
  directoryAnswer,
  id,
  invitationAnswer,
  invitationStatus,
  listStudio,
  refuse,
  roles,
  studioLevel,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { DIRECTORY, studioSearch } from './background/studio-search.ts';
import { invitationCommand } from './invitation.ts';
import { invitations } from './invitation-view.ts';
import { wordsOf } from './search-index.ts';
import { studioCommand } from './studio.ts';
import { entryOf } from './studio-directory.ts';
import { searchedRows } from './studio-routes.ts';
import { tables } from './tables.ts';
import { studios } from './views.ts';

const byId = z.object({ id });

/** An invitation of the actor's union, as one of these sides; for everybody else it does not exist. */
async function invitationOf({ actor, read }: Request, id: string, sides: readonly ('from' | 'to')[]) {
  const found = await read.everywhere().get(invitations, id);
  return found && sides.some((side) => found[side] === actor.org) ? found : refuse('not-found', { what: id });
}

export const consentRoutes = [
  post('/studios/:id/list', {
    summary: ['在工作室名录中公开', 'List a studio in the directory'],
    roles: ['organiser'],
    params: byId,
    body: listStudio,
    handle: ({ params, body }) => studioCommand(params.id, 'list', body),
  }),
  post('/studios/:id/unlist', {
    summary: ['从工作室名录中撤下', 'Remove a studio from the directory'],
    roles: ['organiser'],
    params: byId,
    handle: ({ params }) => studioCommand(params.id, 'unlist', {}),
  }),
  get('/studio-directory', {
    summary: ['工作室名录（各工会公开的工作室）', 'List or search the studios that unions show'],
    roles,
    querystring: z.object({
      ...paging,
      /** Words in Chinese or Latin, parted by spaces, that stand in what is shown. */
      q: z.string().max(200).optional(),
      level: studioLevel.optional(),
      trade: z.string().optional(),
      employer: z.string().optional(),
      district: z.string().optional(),
    }),
    answer: pageOf(directoryAnswer),
    async query({ query, read, companion }) {
      const { cursor, limit, q = '', ...facets } = query;
      const everywhere = read.everywhere();
      const filter = { status: 'recognised', ...definedOnly(facets) };
      const words = wordsOf(q);
      const found =
        words.length > 0
          ? await searchedRows(everywhere, companion(studioSearch), DIRECTORY, words, filter, { cursor, limit })
          : await everywhere.page(studios, { listed: 'yes' as const, ...filter }, { after: cursor, limit });
      return { ...found, items: found.items.map(entryOf).filter((entry) => entry !== undefined) };
    },
    table: tables.directory,
  }),
  get('/invitations', {
    summary: ['结盟邀请列表', 'List invitations'],
    roles,
    querystring: z.object({
      ...paging,
      /** Those that others sent to the union's studios, or that it sent. */
      direction: z.enum(['received', 'sent']).default('received'),
      status: invitationStatus.optional(),
    }),
    answer: pageOf(invitationAnswer),
    query({ query, actor, read }) {
      const { direction, status, ...page } = query;
      const side = direction === 'sent' ? { from: actor.org } : { to: actor.org };
      const filter = { ...side, ...definedOnly({ status }) };
      return read.everywhere().page(invitations, filter, { after: page.cursor, limit: page.limit });
    },
    table: tables.invitations,
  }),
  get('/invitations/:id', {
    summary: ['查看结盟邀请', 'Read an invitation'],
    roles,
    params: byId,
    answer: invitationAnswer,
    query: (request) => invitationOf(request, request.params.id, ['from', 'to']),
    stream: ({ id }) => `invitation/${id}`,
  }),
  post('/invitations/:id/accept', {
    summary: ['接受结盟邀请', 'Accept an invitation'],
    roles: ['organiser'],
    params: byId,
    handle: ({ params }) => invitationCommand(params.id, 'accept', {}),
  }),
  post('/invitations/:id/decline', {
    summary: ['谢绝结盟邀请', 'Decline an invitation'],
    roles: ['organiser'],
    params: byId,
    body: declineInvitation,
    handle: ({ params, body }) => invitationCommand(params.id, 'decline', body),
  }),
];
