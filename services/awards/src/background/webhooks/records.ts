// What people see of a webhook besides its record: how sending goes, deliveries, and its secret, once.
import { randomUUID } from 'node:crypto';
import { type Delivery, type Refusal, refuse, type webhookSending } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import type { z } from 'zod';
import { hrFeed, type WebhookRow } from '../../views.ts';
import { type Connected, connectedIn, connectedPage, deliveryOf } from '../connector/rows.ts';
import { cursorIn, deliveriesIn, SHOWN, secretsIn, waitingIn } from './rows.ts';
import { hmacSecretOf, publicKeyOf, type Secrets } from './signature.ts';

export interface Records extends Companion {
  shown(row: WebhookRow): Promise<{
    sending: z.infer<typeof webhookSending>;
    publicKey?: string;
    overlap?: string;
  }>;
  secrets(webhook: string): Promise<Secrets | undefined>;
  show(row: WebhookRow): Promise<{ secret: string; publicKey: string } | Refusal>;
  /** A page of them; one with a state may be empty, and others follow it. */
  deliveries(
    row: Pick<WebhookRow, 'webhook' | 'form'>,
    page: { after?: string | undefined; limit: number; state?: Delivery['state'] | undefined },
  ): Promise<{ items: Delivery[]; next?: string }>;
  /** What a system that is sent rows has of these grants. */
  connected(webhook: string, grants: readonly string[]): Promise<Map<string, Connected>>;
}
export const webhookRecords: CompanionDeclaration<Records> = { name: 'webhook-records', make: openRecords };

/** Read by one request that looks for a state. */
const MOST_PAGES = 100;

function openRecords({ store, read, now }: Host): Records {
  async function connectedDeliveries(webhook: string, after: string | undefined, limit: number) {
    const { items, ...rest } = await connectedPage(store, webhook, after, limit);
    return { items: items.map(deliveryOf), ...rest };
  }
  return {
    async shown({ webhook, org, form }) {
      const secrets = await secretsIn(store, webhook);
      const overlap = secrets?.before[0]?.until;
      const { after, paused = false, waiting, failed } = await cursorIn(store, webhook);
      const behind = Math.max((await read(org).count(hrFeed)) - after, 0);
      return {
        sending: {
          waiting: waiting ?? (await waitingIn(store, webhook)).length,
          ...{ paused, behind },
          ...(form === 'successfactors' ? { failed: failed ?? 0 } : {}),
        },
        ...(secrets ? { publicKey: publicKeyOf(secrets.current) } : {}),
        ...(overlap !== undefined && overlap > now() ? { overlap } : {}),
      };
    },
    secrets: (webhook) => secretsIn(store, webhook),
    async show({ webhook, form }) {
      if (form === 'successfactors') return refuse('webhook-account');
      const secrets = await secretsIn(store, webhook);
      if (!secrets) return refuse('webhook-removed');
      const publicKey = publicKeyOf(secrets.current);
      const [key, caller] = [`${webhook}/${publicKey}`, randomUUID()];
      await store.write({ privateRows: [{ table: SHOWN, key, body: caller, once: true }] });
      const isFirst = (await store.privateRow(SHOWN, key)) === caller;
      return isFirst ? { secret: hmacSecretOf(secrets.current), publicKey } : refuse('secret-shown');
    },
    async deliveries({ webhook, form }, { after, limit, state }) {
      const page = (from: string | undefined) =>
        form === 'successfactors'
          ? connectedDeliveries(webhook, from, limit)
          : deliveriesIn(store, webhook, from, limit);
      for (let [from, looked] = [after, 1]; ; looked += 1) {
        const { items, next } = await page(from);
        const chosen = items.filter((each) => state === undefined || each.state === state);
        if (next === undefined) return { items: chosen };
        if (chosen.length > 0 || looked === MOST_PAGES) return { items: chosen, next };
        from = next;
      }
    },
    async connected(webhook, grants) {
      const rows = await Promise.all(grants.map((grant) => connectedIn(store, webhook, grant)));
      return new Map(rows.flatMap((row) => (row ? [[row.grant, row] as const] : [])));
    },
  };
}
