// Routes of webhooks: register, amend, secrets, test, what became of deliveries, send again.
import {
  amendWebhook,
  attempt,
  delivery,
  disableWebhook,
  id,
  instant,
  refuse,
  registerWebhook,
  replayWebhook,
  webhookSending,
  webhookView,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, query, type Request } from '@jiangong/service-kit';
import { literalOf, readUrl } from '@jiangong/service-kit/addresses';
import { z } from 'zod';
import { webhookDispatcher } from './background/webhooks/dispatcher.ts';
import { webhookRecords } from './background/webhooks/records.ts';
import { cursorRow, replayRow, secretsRow } from './background/webhooks/rows.ts';
import { drawSecret, OVERLAP_MS, rotated } from './background/webhooks/signature.ts';
import { tables } from './tables.ts';
import { feedTime, hrFeed, webhooks } from './views.ts';
import { webhookCommand } from './webhook.ts';

const byId = z.object({ id });
const writers = ['hr', 'admin'] as const;
const readers = ['hr', 'admin', 'auditor'] as const;
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
const rowOf = ({ read, params }: Request<{ id: string }>) => read.get(webhooks, params.id);

export const webhookRoutes = [
  post('/hr/webhooks', {
    summary: ['登记回调', 'Register a webhook'],
    roles: writers,
    scope: 'webhooks',
    body: registerWebhook,
    async handle(request) {
      const { url, name, eventTypes, past, id: drawn } = request.body;
      const refused = refusedUrl(url, request as Request);
      if (refused) return refused;
      const webhook = drawn ?? request.newId();
      const after = past ? 0 : await request.read.count(hrFeed);
      return {
        request: webhookCommand(webhook, 'register', { url, name, eventTypes, after }),
        privateRows: [secretsRow(webhook, { current: drawSecret(), before: [] }), cursorRow(webhook, { after })],
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
    handle: (request) =>
      refusedUrl(request.body.url, request as Request) ?? webhookCommand(request.params.id, 'amend', request.body),
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
      privateRows: [secretsRow(params.id, undefined)],
    }),
  }),
  post('/hr/webhooks/:id/rotate', {
    summary: ['更换签名密钥', 'Rotate the signing secret'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    async handle(request) {
      const { params, now, companion } = request;
      const until = new Date(Date.parse(now) + OVERLAP_MS).toISOString();
      const command = webhookCommand(params.id, 'rotate', { until });
      // Another organisation's is refused by the command itself.
      const known = (await rowOf(request)) && (await companion(webhookRecords).secrets(params.id));
      if (!known) return command;
      return {
        request: command,
        privateRows: [secretsRow(params.id, rotated(known, now, until))],
      };
    },
  }),
  query('/hr/webhooks/:id/secret', {
    summary: ['显示签名密钥（仅一次）', 'Show the signing secret, once'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    body: z.strictObject({}),
    answer: z.object({ secret: z.string(), publicKey: z.string() }),
    async query(request) {
      const row = await rowOf(request);
      return row && request.companion(webhookRecords).show(row);
    },
  }),
  query('/hr/webhooks/:id/test', {
    summary: ['发送测试消息', 'Send a test message'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    body: z.strictObject({}),
    answer: attempt.extend({ ok: z.boolean() }),
    async query(request) {
      const row = await rowOf(request);
      if (!row) return undefined;
      const secrets = await request.companion(webhookRecords).secrets(row.webhook);
      return secrets ? request.companion(webhookDispatcher).test(row, secrets) : refuse('webhook-removed');
    },
  }),
  get('/hr/webhooks/:id/deliveries', {
    summary: ['送达记录', 'List deliveries, newest first'],
    roles: readers,
    scope: 'webhooks',
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(delivery),
    async query(request) {
      const { cursor, limit } = request.query;
      return (await rowOf(request)) && request.companion(webhookRecords).deliveries(request.params.id, cursor, limit);
    },
    table: tables.deliveries,
  }),
  post('/hr/webhooks/:id/replay', {
    summary: ['重新发送', 'Send again'],
    roles: writers,
    scope: 'webhooks',
    params: byId,
    body: replayWebhook,
    async handle({ params, body: { since, until, grants }, read, newId }) {
      const replay = newId();
      const numberBefore = async (instant: string) =>
        ((await read.follow(hrFeed, { after: { key: feedTime(instant) }, limit: 1 })).items[0]?.number ?? Infinity) - 1;
      const last = await read.count(hrFeed);
      const what = grants
        ? { grants }
        : {
            after: Math.min(await numberBefore(since!), last),
            upTo: until === undefined ? last : Math.min(await numberBefore(until), last),
          };
      return {
        request: webhookCommand(params.id, 'replay', { replay, what }),
        privateRows: [replayRow(params.id, replay, what)],
      };
    },
  }),
];
