// Routes of the links by which suggestions are made.
import {
  defaultLinkDays,
  id,
  openSuggestionLink,
  revokeSuggestionLink,
  suggestionLinkAnswer,
} from '@jiangong/contracts';
import { drawKey, get, hashOfKey, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { suggestionDesk } from '../background/suggestions/desk.ts';
import { tables } from '../tables.ts';
import { suggestionLinkCommand } from './suggestion-link.ts';
import { suggestionLinks } from './suggestion-views.ts';

export const suggestionLinkRoutes = [
  post('/suggestion-links', {
    summary: ['生成合理化建议链接与二维码', 'Make a link for suggestions, with its QR code'],
    roles: ['organiser'],
    body: openSuggestionLink,
    shown: z.object({ address: z.string(), code: z.string() }),
    async handle({ body: { label, days = defaultLinkDays, origin = '' }, businessDate, companion, newId }) {
      const key = drawKey();
      const address = `${companion(suggestionDesk).address() || origin}/api/public/suggestion-links/${key}`;
      const { codeSvg } = await import('@jiangong/documents');
      const until = Temporal.PlainDate.from(businessDate).add({ days }).toString();
      const request = suggestionLinkCommand(newId(), 'open', { label, check: hashOfKey(key), until });
      return { request, shown: { address, code: codeSvg(address) } };
    },
  }),
  post('/suggestion-links/:id/revoke', {
    summary: ['停用合理化建议链接', 'Revoke a link for suggestions'],
    roles: ['organiser'],
    params: z.object({ id }),
    body: revokeSuggestionLink,
    handle: ({ params, body }) => suggestionLinkCommand(params.id, 'revoke', body),
  }),
  get('/suggestion-links', {
    summary: ['合理化建议链接列表', 'List the links for suggestions'],
    roles: ['organiser', 'auditor'],
    querystring: z.object(paging),
    answer: pageOf(suggestionLinkAnswer),
    async query({ query: { cursor, limit }, read }) {
      const found = await read.page(suggestionLinks, {}, { after: cursor, limit });
      return { ...found, items: found.items.map(({ check: _, org: __, ...row }) => row) };
    },
    table: tables.suggestionLinks,
  }),
];
