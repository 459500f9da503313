// Sends webhooks in the background of the service: a sender for each active one, so that a dead receiver delays nobody else.
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { type Addresses, addressesOf, type Resolve } from '@jiangong/service-kit/addresses';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { type WebhookRow, webhooks } from '../../views.ts';
import { webhookCommand } from '../../webhook.ts';
import { clientOf } from '../connector/client.ts';
import { connectorOf } from '../connector/connector.ts';
import { accountIn } from '../connector/rows.ts';
import { type Attempted, attempt } from './attempt.ts';
import { connect, disconnect } from './exchange.ts';
import { secretsIn } from './rows.ts';
import { type Sender, senderOf } from './sender.ts';

export interface WebhookOptions {
  addresses: string | undefined;
  resolve?: Resolve;
  timeoutMs?: number;
}
export interface Dispatcher extends Companion {
  /** Begins to send; until then nothing is allowed. */
  begin(options: WebhookOptions): void;
  isAllowed(address: string): boolean;
  /** Looks now for what there is to send; otherwise it does so each second. */
  nudge(): void;
  /** Sends a message of no grant, or asks for any row, once and at once; undefined for one that was removed. */
  test(webhook: WebhookRow): Promise<Attempted | undefined>;
  stop(): Promise<void>;
}
export const webhookDispatcher: CompanionDeclaration<Dispatcher> = { name: 'webhook-dispatcher', make: openDispatcher };

const TICK_MS = 1000;

interface Running {
  sender: Sender;
  webhook: WebhookRow;
  stop: AbortController;
  working?: Promise<void> | undefined;
  again: boolean;
}

function openDispatcher(host: Host): Dispatcher {
  const stopping = new AbortController();
  const running = new Map<string, Running>();
  let addresses: Addresses = addressesOf(undefined);
  let connection = connect(addresses);
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  function senderFor(webhook: WebhookRow): Running {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, stopping.signal]);
    const deps = { host, webhook, connection, onGone: () => disable(webhook), signal };
    const sender = webhook.form === 'successfactors' ? connectorOf(deps) : senderOf(deps);
    return { webhook, stop, again: false, sender };
  }
  async function disable({ webhook, org }: WebhookRow) {
    const now = host.now();
    const cause = `awards/webhook-gone/${webhook}/${now}`;
    await host.handle(webhookCommand(webhook, 'disable', { cause: 'gone' }), {
      cause,
      actor: { sub: 'system:awards', org, roles: [], departments: [], units: [] },
      now,
      businessDate: businessDateOf(now),
      system: true,
      correlation: cause,
      causation: cause,
    });
  }

  async function look() {
    const active = new Map<string, WebhookRow>();
    for (const row of await host.read(undefined).all(webhooks, { state: 'active' })) active.set(row.webhook, row);
    for (const [id, { stop, working }] of running)
      if (!active.has(id)) {
        stop.abort();
        await working;
        running.delete(id);
      }
    for (const [id, row] of active) {
      const one = running.get(id) ?? senderFor(row);
      running.set(id, one);
      wake(one, row);
    }
  }
  function wake(one: Running, row: WebhookRow) {
    one.sender.nudge(row);
    one.again = true;
    one.working ??= work(one).finally(() => {
      one.working = undefined;
    });
  }
  async function work(one: Running) {
    while (one.again && !stopping.signal.aborted && !one.stop.signal.aborted) {
      one.again = false;
      try {
        await one.sender.work();
      } catch (error) {
        host.logger.error({ err: error, webhook: one.webhook.webhook }, 'webhooks stopped; the next round goes on');
      }
    }
  }
  /** One look at a time, and one more if somebody asked meanwhile. */
  function nudge() {
    again = true;
    looking ??= (async () => {
      while (again && !stopping.signal.aborted) {
        again = false;
        try {
          await look();
        } catch (error) {
          host.logger.error({ err: error }, 'webhooks could not be looked up; the next round goes on');
        }
      }
    })().finally(() => {
      looking = undefined;
    });
  }

  return {
    begin(options) {
      addresses = addressesOf(options.addresses, options.resolve);
      disconnect(connection);
      connection = connect(addresses, options.timeoutMs);
      host.onHandled(({ stream }) => {
        if (stream === 'grant' || stream === 'webhook') nudge();
      });
      timer = setInterval(nudge, TICK_MS);
    },
    nudge,
    isAllowed: (address) => addresses.isAllowed(address),
    async test(webhook) {
      const now = host.now();
      const signal = stopping.signal;
      if (webhook.form === 'successfactors') {
        const account = await accountIn(host.store, webhook.webhook);
        const called =
          account && (await clientOf({ url: webhook.url, account, connection, now: host.now, signal }).test());
        return called && { ...called.made, ok: called.ok };
      }
      const secrets = await secretsIn(host.store, webhook.webhook);
      if (!secrets) return undefined;
      const body = JSON.stringify({ type: 'webhook-test', timestamp: now, data: { webhook: webhook.webhook } });
      const message = { id: `test_${webhook.webhook}_${Date.parse(now)}`, body };
      return attempt(message, new URL(webhook.url), secrets, { connection, now, signal });
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await looking;
      for (const { working } of running.values()) await working;
      disconnect(connection);
    },
  };
}
