// Routes of webhooks: register, amend, disable, enable, remove.
import {
  amendWebhook,
  disableWebhook,
  id,
  instant,
  refuse,
  registerWebhook,
  webhookSending,
  webhookView,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { literalOf, readUrl } from '@jiangong/service-kit/addresses';
import { z } from 'zod';
import { accountRow } from './background/connector/rows.ts';
import { webhookDispatcher } from './background/webhooks/dispatcher.ts';
import { webhookRecords } from './background/webhooks/records.ts';
import { cursorRow, secretsRow } from './background/webhooks/rows.ts';
import { drawSecret } from './background/webhooks/signature.ts';
import { tables } from './tables.ts';
import { hrFeed, webhooks } from './views.ts';
import { webhookCommand } from './webhook.ts';

export const byId = z.object({ id });
export const writers = ['hr', 'admin'] as const;
export const readers = ['hr', 'admin', 'auditor'] as const;
const shownView = webhookView.omit({}).extend({
  sending: webhookSending,
  /** With it a receiver verifies `v1a` signatures. */
  publicKey: z.string().optional(),
  /** Until when the keys before the last rotation sign, too. */
  overlap: instant.optional(),
});

/** Why an address is no webhook's; undefined if it may be one. */
function refusedUrl(text: string, { companion }: Request) {
  const url = readUrl(text);
  if (!url) return refuse('webhook-url');
  const literal = literalOf(url);
  return literal && !companion(webhookDispatcher).isAllowed(literal)
    ? refuse('webhook-address-not-allowed', { host: url.hostname })
    : undefined;
}
export const rowOf = ({ read, params }: Request<{ id: string }>) => read.get(webhooks, params.id);

export const webhookRoutes = [
  post('/hr/webhooks', {
    summary: ['登记回调', 'Register a webhook'],
    roles: writers,
    scope: 'webhooks',
    body: registerWebhook,
    async handle(request) {
      const { url, name, eventTypes, past, form, account, id: drawn } = request.body;
      const refused = refusedUrl(url, request as Request);
      if (refused) return refused;
      const webhook = drawn ?? request.newId();
      const after = past ? 0 : await request.read.count(hrFeed);
      const head = { url, name, eventTypes, after, ...(form === 'standard' ? {} : { form }) };
      const keys = account ? accountRow(webhook, account) : secretsRow(webhook, { current: drawSecret(), before: [] });
      return {
        request: webhookCommand(webhook, 'register', head),
        privateRows: [keys, cursorRow(webhook, { after })],
      };
    },
  }),
  get('/hr/webhooks', {
    summary: ['回调列表', 'List webhooks'],
    roles: readers,
    scope: 'webhooks',
    querystring: z.object(paging),
    answer: pageOf(webhookView),
    query: ({ query: { cursor, limit }, read }) => read.page(webhooks, {}, { after: cursor, limit }),
    table: tables.webhooks,
  }),
  get('/hr/webhooks/:id', {
    summary: ['查看回调及其送达情况', 'Read a webhook and how sending goes'],
    roles: readers,
    scope: 'webhooks',
    params: byId,
    answer: shownView,
    async query(request) {
      const row = await rowOf(request);
      return row && { ...row, ...(await request.companion(webhookRecords).shown(row)) };
    },
  }),
  post('/hr/webhooks/:id/amend', {
    summary: ['更改回调', 'Amend a webhook'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    body: amendWebhook,
    async handle(request) {
      const { account, ...body } = request.body;
      const { id: webhook } = request.params;
      const row = await rowOf(request);
      if (row && account && row.form !== 'successfactors') return refuse('webhook-account');
      const refused = refusedUrl(body.url, request as Request);
      if (refused) return refused;
      const command = webhookCommand(webhook, 'amend', body);
      return row && account ? { request: command, privateRows: [accountRow(webhook, account)] } : command;
    },
  }),
  post('/hr/webhooks/:id/disable', {
    summary: ['停用回调', 'Disable a webhook'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    body: disableWebhook,
    handle: ({ params, body }) => webhookCommand(params.id, 'disable', { cause: 'asked', ...body }),
  }),
  post('/hr/webhooks/:id/enable', {
    summary: ['启用回调', 'Enable a webhook'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    handle: ({ params }) => webhookCommand(params.id, 'enable', {}),
  }),
  post('/hr/webhooks/:id/remove', {
    summary: ['删除回调', 'Remove a webhook'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    handle: ({ params }) => ({
      request: webhookCommand(params.id, 'remove', {}),
      privateRows: [secretsRow(params.id, undefined), accountRow(params.id, undefined)],
    }),
  }),
];
