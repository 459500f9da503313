// Webhooks: where an organisation's HR systems are called, with which events. Secrets are in private rows and never here.
import { z } from 'zod';
import { event } from '../event.ts';
import { id, instant, label, prose } from '../values.ts';

/** The events that an HR system may be called with. */
export const webhookEvents = ['award-granted', 'award-corrected', 'award-revoked'] as const;
/** An address to call, without user name, password and fragment. */
export const webhookUrl = z.string().min(1).max(500);
/** What an HR system is sent: messages by Standard Webhooks, or rows of SAP SuccessFactors by its OData API. */
export const webhookForms = ['standard', 'successfactors'] as const;
const filter = z.array(z.enum(webhookEvents)).min(1);
const head = z.object({ webhook: id, url: webhookUrl, eventTypes: filter, name: label });
const webhook = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d51';
const headExample = {
  webhook,
  url: 'https://hr.example.cn/hooks/awards',
  eventTypes: [...webhookEvents],
  name: '集团人力资源系统',
};

/** `after`: the number of the last row of the HR feed that it is not sent. `form`: absent of one that is sent messages. */
export const webhookRegistered = event(
  'webhook-registered',
  head.extend({ after: z.int().min(0), form: z.enum(webhookForms).optional() }),
  { ...headExample, after: 0 },
);
/** Its address, name and events from now on. */
export const webhookAmended = event('webhook-amended', head, headExample);
/** The secret before stays good for a day. */
export const webhookSecretRotated = event('webhook-secret-rotated', z.object({ webhook: id, until: instant }), {
  webhook,
  until: '2025-01-21T09:00:00.000Z',
});
/** `gone`: the receiver said so (410). */
export const webhookDisabled = event(
  'webhook-disabled',
  z.object({ webhook: id, cause: z.enum(['asked', 'gone']), reason: prose.optional() }),
  { webhook, cause: 'gone' },
);
/** It is called again, with what it missed, too. */
export const webhookEnabled = event('webhook-enabled', z.object({ webhook: id }), { webhook });
/** It is called no more, and its secret is erased. */
export const webhookRemoved = event('webhook-removed', z.object({ webhook: id }), { webhook });

const number = z.int().min(0);
/** What is to be sent again: rows of the feed after one number up to another, or grants as they stand. */
export const replayed = z.union([
  z.object({ after: number, upTo: number }),
  z.object({ grants: z.array(id).min(1).max(1000) }),
]);
/** Messages are sent again. */
export const webhookReplayed = event('webhook-replayed', z.object({ webhook: id, replay: id, what: replayed }), {
  webhook,
  replay: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d52',
  what: { after: 0, upTo: 92 },
});

/** A webhook as it stands. */
export const webhookView = head.extend({
  form: z.enum(webhookForms).optional(),
  state: z.enum(['active', 'disabled', 'removed']),
  /** Why it is disabled. */
  cause: z.enum(['asked', 'gone']).optional(),
  reason: z.string().optional(),
});
/** A webhook as it stands. */
export type WebhookView = z.infer<typeof webhookView>;

/** One attempt to deliver a message. */
export const attempt = z.object({
  at: instant,
  /** HTTP status of the answer; absent if there was none. */
  status: z.int().optional(),
  /** Begin of the answer, or what went wrong. */
  answer: z.string(),
  milliseconds: z.int(),
});
/** One attempt to deliver a message. */
export type Attempt = z.infer<typeof attempt>;
/** What became of a message: it waits for its next attempt, was accepted, or was given up. */
export const deliveryState = z.enum(['waiting', 'delivered', 'failed']);
/** A message to a webhook, and every attempt to deliver it. */
export const delivery = z.object({
  delivery: z.string(),
  /** Its `webhook-id`: the same each time that this revision is sent. */
  message: z.string(),
  grant: id,
  revision: z.int(),
  event: z.enum(webhookEvents),
  state: deliveryState,
  attempts: z.array(attempt),
  /** When it is tried next. */
  next: instant.optional(),
  /** Of SuccessFactors: the `backgroundElementId` of the row that stands there for the grant. */
  key: z.string().optional(),
});
/** A message to a webhook, and every attempt to deliver it. */
export type Delivery = z.infer<typeof delivery>;
/** How sending to it goes. */
export const webhookSending = z.object({
  waiting: z.int(),
  /** Too many attempts in a row failed: it is tried now and then, and nothing else is sent meanwhile. */
  paused: z.boolean(),
  /** Rows of the feed that it has not been sent yet. */
  behind: z.int(),
  /** Of SuccessFactors: grants whose row was refused. */
  failed: z.int().optional(),
});

/**
 * By what SuccessFactors knows this system: `user@company` and a password. Kept apart, and never shown again.
 * @example
 * ```ts
 * const account = { user: 'jiangong@union', password: '塔吊很高很高' };
 * webhookAccount.parse(account); // → account
 * ```
 */
export const webhookAccount = z.strictObject({
  user: z.string().min(1).max(200),
  password: z.string().min(1).max(500),
});
/** Registers a webhook. */
export const registerWebhook = z
  .strictObject({
    id: id.optional(),
    url: webhookUrl,
    name: label,
    eventTypes: filter.default([...webhookEvents]),
    /** Whether what was granted before is sent, too. */
    past: z.boolean().default(false),
    form: z.enum(webhookForms).default('standard'),
    account: webhookAccount.optional(),
  })
  .refine(({ form, account }) => (form === 'standard') === (account === undefined), {
    error: '对接 SuccessFactors 时请给出账号，其他情况不填 / give `account` for SuccessFactors, and for nothing else',
  });
/** Replaces address, name and events of a webhook; of SuccessFactors also the account, where another is given. */
export const amendWebhook = z.strictObject({
  url: webhookUrl,
  name: label,
  eventTypes: filter,
  account: webhookAccount.optional(),
});
/** Stops calling a webhook, with a reason. */
export const disableWebhook = z.strictObject({ reason: prose });
/** Sends again what was recorded in a time, or grants as they stand. */
export const replayWebhook = z
  .strictObject({
    since: instant.optional(),
    until: instant.optional(),
    grants: z.array(id).min(1).max(1000).optional(),
  })
  .refine(({ since, grants }) => (since === undefined) !== (grants === undefined), {
    error: '请给出 since 或 grants 之一 / give either `since` or `grants`',
  });
