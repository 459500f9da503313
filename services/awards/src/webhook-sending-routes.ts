// Routes of what webhooks are sent: keys that sign it, a test, what became of deliveries, send again.
import { attempt, delivery, deliveryState, refuse, replayWebhook } from '@jiangong/contracts';
import { get, pageOf, paging, post, query } from '@jiangong/service-kit';
import { z } from 'zod';
import { webhookDispatcher } from './background/webhooks/dispatcher.ts';
import { webhookRecords } from './background/webhooks/records.ts';
import { replayRow, secretsRow } from './background/webhooks/rows.ts';
import { OVERLAP_MS, rotated } from './background/webhooks/signature.ts';
import { tables } from './tables.ts';
import { feedTime, hrFeed } from './views.ts';
import { webhookCommand } from './webhook.ts';
import { byId, readers, rowOf, writers } from './webhook-routes.ts';

export const sendingRoutes = [
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
      return (await request.companion(webhookDispatcher).test(row)) ?? refuse('webhook-removed');
    },
  }),
  get('/hr/webhooks/:id/deliveries', {
    summary: ['送达记录', 'List deliveries, newest first'],
    roles: readers,
    scope: 'webhooks',
    params: byId,
    querystring: z.object({ ...paging, state: deliveryState.optional() }),
    answer: pageOf(delivery),
    async query(request) {
      const { cursor: after, ...page } = request.query;
      const row = await rowOf(request);
      return row && request.companion(webhookRecords).deliveries(row, { after, ...page });
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
