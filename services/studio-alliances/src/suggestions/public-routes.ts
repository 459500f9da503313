// Routes of suggestions without an account: the form of a link, the suggestion, and what its receipt shows.
import { makeSuggestion, type Read, refuse, suggestionSeen } from '@jiangong/contracts';
import { definedOnly, download, drawKey, get, hashOfKey, keyIn, post, shownPage } from '@jiangong/service-kit';
import { z } from 'zod';
import { proposerIs, suggestionDesk } from '../background/suggestions/desk.ts';
import { formPage, receiptPage, statePage } from '../background/suggestions/pages.ts';
import { suggestionCommand } from './suggestion.ts';
import { type LinkRow, suggestionLinks, suggestions } from './suggestion-views.ts';

const byKey = z.object({ key: keyIn });
const byReceipt = z.object({ receipt: keyIn });
const title = '合理化建议';

/** A link that is good on the day. */
async function linkOf(read: Read, key: string, on: string): Promise<LinkRow | undefined> {
  const { items } = await read.everywhere().page(suggestionLinks, { check: hashOfKey(key) }, { limit: 1 });
  return items.find(({ revoked, until }) => revoked === undefined && on <= until);
}
async function seenBy(read: Read, receipt: string) {
  const { items } = await read.everywhere().page(suggestions, { receipt: hashOfKey(receipt) }, { limit: 1 });
  const [found] = items;
  if (!found) return undefined;
  const { title, status, on, studioName, note, reason } = found;
  return { title, status, on, ...definedOnly({ studioName, note, reason }) };
}

export const publicSuggestionRoutes = [
  download('/public/suggestion-links/:key', {
    summary: ['填写合理化建议（公众，无需登录）', 'The form of a suggestion (public, no sign-in)'],
    roles: 'public',
    params: byKey,
    produces: ['text/html'],
    // That the link is good no longer is an answer to whoever scans its code, and no failure.
    download: async ({ params, read, businessDate }) =>
      shownPage(title, formPage((await linkOf(read, params.key, businessDate))?.label), 'form'),
  }),
  post('/public/suggestion-links/:key', {
    summary: ['提交合理化建议（公众，无需登录）', 'Make a suggestion (public, no sign-in)'],
    roles: 'public',
    params: byKey,
    body: makeSuggestion,
    shown: z.object({ receipt: z.string() }),
    form: { page: (shown) => receiptPage(shown?.receipt) },
    async handle({ params, body, read, businessDate, network, companion, newId }) {
      const found = await linkOf(read, params.key, businessDate);
      if (!found) return refuse('link-closed');
      const { link, org } = found;
      const seconds = companion(suggestionDesk).waitOf(link, network());
      if (seconds > 0) return refuse('too-many-suggestions', { seconds });
      const { title, text, proposer: name, contact } = body;
      const [proposer, receipt] = [newId(), drawKey()];
      return {
        request: suggestionCommand(newId(), 'propose', { link, title, text, proposer, receipt: hashOfKey(receipt) }),
        privateRows: [proposerIs(proposer, { name, ...definedOnly({ contact }) })],
        by: { sub: `link:${link}`, org, roles: [], departments: [], units: [] },
        shown: { receipt },
      };
    },
  }),
  get('/public/suggestions/:receipt', {
    summary: ['凭回执码查看办理情况（公众，无需登录）', 'What became of a suggestion, by its receipt (public)'],
    roles: 'public',
    params: byReceipt,
    answer: suggestionSeen,
    query: async ({ params, read }) => (await seenBy(read, params.receipt)) ?? refuse('receipt-unknown'),
  }),
  download('/public/suggestions/:receipt/page', {
    summary: ['办理情况页面（公众，无需登录）', 'What became of a suggestion, as a page (public)'],
    roles: 'public',
    params: byReceipt,
    produces: ['text/html'],
    download: async ({ params, read }) => shownPage(title, statePage(await seenBy(read, params.receipt))),
  }),
];
