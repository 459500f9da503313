// What people see of a webhook besides its record: how sending goes, deliveries, and its secret, once.
import { randomUUID } from 'node:crypto';
import { type Delivery, type Refusal, refuse } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { hrFeed, type WebhookRow } from '../../views.ts';
import { cursorIn, deliveriesIn, SHOWN, secretsIn, waitingIn } from './rows.ts';
import { hmacSecretOf, publicKeyOf, type Secrets } from './signature.ts';

export interface Records extends Companion {
  shown(row: WebhookRow): Promise<{
    sending: { waiting: number; paused: boolean; behind: number };
    publicKey?: string;
    overlap?: string;
  }>;
  secrets(webhook: string): Promise<Secrets | undefined>;
  show(row: WebhookRow): Promise<{ secret: string; publicKey: string } | Refusal>;
  deliveries(webhook: string, after: string | undefined, limit: number): Promise<{ items: Delivery[]; next?: string }>;
}
export const webhookRecords: CompanionDeclaration<Records> = { name: 'webhook-records', make: openRecords };

function openRecords({ store, read, now }: Host): Records {
  return {
    async shown({ webhook, org }) {
      const secrets = await secretsIn(store, webhook);
      const overlap = secrets?.before[0]?.until;
      const { after, paused = false } = await cursorIn(store, webhook);
      const waiting = (await waitingIn(store, webhook)).length;
      const behind = Math.max((await read(org).count(hrFeed)) - after, 0);
      return {
        sending: { waiting, paused, behind },
        ...(secrets ? { publicKey: publicKeyOf(secrets.current) } : {}),
        ...(overlap !== undefined && overlap > now() ? { overlap } : {}),
      };
    },
    secrets: (webhook) => secretsIn(store, webhook),
    async show({ webhook }) {
      const secrets = await secretsIn(store, webhook);
      if (!secrets) return refuse('webhook-removed');
      const publicKey = publicKeyOf(secrets.current);
      const [key, caller] = [`${webhook}/${publicKey}`, randomUUID()];
      await store.write({ privateRows: [{ table: SHOWN, key, body: caller, once: true }] });
      const isFirst = (await store.privateRow(SHOWN, key)) === caller;
      return isFirst ? { secret: hmacSecretOf(secrets.current), publicKey } : refuse('secret-shown');
    },
    deliveries: (webhook, after, limit) => deliveriesIn(store, webhook, after, limit),
  };
}
