// The last chapter: an HR system of the demonstration's own is called with every grant, a correction reaches it at once, and what it has
// wrong is found and sent again. Where the installation may not call this machine, the correction alone is played.
import { randomUUID } from 'node:crypto';
import { isRefused } from '@jiangong/client';
import {
  delivery,
  type Grant,
  grant as grantView,
  type HeldGrant,
  reconciliation,
  webhookView,
} from '@jiangong/contracts';
import type { Cast } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { grantOfPerson } from './honoured.ts';
import { type Person, patiently } from './person.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { correction } from './seed/honoured.ts';

const NAME = '人力资源系统（演示）';
const webhooksOf = async (hr: Person) =>
  (await hr.all(webhookView, '/hr/webhooks')).filter(({ name }) => name === NAME);
const grantsOf = (hr: Person) => hr.all(grantView, '/grants');

/** What of the grants is held otherwise, or not at all. */
export function differing(grants: readonly Grant[], held: readonly HeldGrant[]): Grant[] {
  const known = new Map(held.map((each) => [each.grant, each]));
  const isHeld = ({ grant, revision, status }: Grant) =>
    known.get(grant)?.revision === revision && known.get(grant)?.status === status;
  return grants.filter((grant) => !isHeld(grant));
}
const untilHeld = (hr: Person, receiver: Receiver) =>
  patiently('人力资源系统与荣誉一致 / the HR system holds every grant', async () => {
    const missing = differing(await grantsOf(hr), receiver.held());
    return missing.length === 0 ? { answer: undefined } : { notYet: `${missing.length} grants differ` };
  });

const secretAnswer = { parse: (value: unknown) => value as { secret: string } };
/** Shown once: where that answer was lost, the key is rotated. */
async function secretOf(hr: Person, key: string, at: string): Promise<string> {
  try {
    return (await hr.postFor(secretAnswer, `${key}/secret`, `${at}/secret`, {})).secret;
  } catch (error) {
    if (!isRefused(error, 'secret-shown')) throw error;
    await hr.post(`${key}/rotate`, `${at}/rotate`);
    return secretOf(hr, key, at);
  }
}

/** @returns the path of the webhook; undefined where the installation may not call this machine */
async function registered(hr: Person, key: string, receiver: Receiver): Promise<string | undefined> {
  // Of a year that was interrupted: its receiver is gone.
  for (const { webhook, state } of await webhooksOf(hr))
    if (state === 'active') await hr.post(`${key}/remove/${webhook}`, `/hr/webhooks/${webhook}/remove`);
  try {
    return `/hr/webhooks/${await hr.post(`${key}/register`, '/hr/webhooks', { url: receiver.url, name: NAME })}`;
  } catch (error) {
    if (isRefused(error, 'webhook-address-not-allowed')) return undefined;
    throw error;
  }
}

/** What its records say that a webhook was sent. */
async function deliveredTo(hr: Person, at: string) {
  const delivered = new Map<string, number>();
  for (const { message, state } of await hr.all(delivery, `${at}/deliveries`))
    if (state === 'delivered') delivered.set(message, (delivered.get(message) ?? 0) + 1);
  const grants = await grantsOf(hr);
  const isDelivered = ({ grant, revision }: Grant) => delivered.has(`award_${grant}_${revision}`);
  return {
    grants: grants.length,
    delivered: grants.filter(isDelivered).length,
    messages: delivered.size,
    again: [...delivered.values()].filter((times) => times > 1).length,
  };
}

/** The grant that was revoked is held as if it stood: that is found, sent again, and then nothing differs. */
async function reconcile(hr: Person, key: string, at: string, receiver: Receiver) {
  const compare = (step: string, rows: HeldGrant[]) =>
    hr.postFor(reconciliation, `${key}/${step}`, '/hr/reconciliations', { rows });
  const held = receiver.held();
  const revoked = held.find(({ status }) => status === 'revoked')!;
  const planted = held.map((each) => (each === revoked ? { ...each, revision: 1, status: 'granted' as const } : each));
  const { missing, outdated, toRevoke, unknown, agreeing, resend } = await compare('reconcile', planted);
  const counts = [missing, outdated, toRevoke, unknown].map(({ count }) => count).join();
  if (counts !== '0,0,1,0' || agreeing !== held.length - 1 || toRevoke.items[0]?.grant !== revoked.grant)
    throw new Error(`核对结果不符 / the reconciliation found ${counts} of one planted difference`);
  receiver.forget(revoked.grant);
  for (const body of resend) await hr.post(`${key}/resend`, `${at}/replay`, body);
  await untilHeld(hr, receiver);
  const again = await compare('reconcile/2', receiver.held());
  if (again.agreeing !== held.length) throw new Error(`仍有差异 / ${held.length - again.agreeing} grants still differ`);
  await patiently('送达记录已齐 / every delivery is recorded', async () => {
    const recorded = await deliveredTo(hr, at);
    const isWhole = recorded.delivered === recorded.grants && recorded.again > 0;
    return isWhole ? { answer: undefined } : { notYet: JSON.stringify(recorded) };
  });
}

async function correct(cast: Cast) {
  const organiser = await cast.company();
  const grant = await grantOfPerson(organiser);
  await organiser.post('demo/honoured/correct', `/grants/${grant}/correct`, correction);
  const isCorrected = ({ status }: Grant) => status === 'corrected';
  await organiser.until('荣誉已更正 / the grant is corrected', grantView, `/grants/${grant}`, isCorrected);
}

export const hrChapter: Chapter = {
  title: ['人力资源系统', 'An HR system'],
  steps: 8,

  async played(cast) {
    const hr = await cast.as('yijian.hr');
    const grant = await grantOfPerson(await cast.company());
    const corrected = grant ? await hr.find(grantView, `/grants/${grant}`) : undefined;
    return corrected?.status === 'corrected' && (await webhooksOf(hr)).some(({ state }) => state === 'disabled');
  },

  async play(cast) {
    const hr = await cast.as('yijian.hr');
    const key = `demo/hr/${randomUUID()}`;
    const receiver = await openReceiver();
    try {
      const at = cast.isHere ? await registered(hr, key, receiver) : undefined;
      if (at) {
        receiver.trust(await secretOf(hr, key, at));
        await hr.post(`${key}/replay`, `${at}/replay`, { since: '2000-01-01T00:00:00Z' });
        await untilHeld(hr, receiver);
      }
      await correct(cast);
      if (!at) return;
      await untilHeld(hr, receiver);
      await reconcile(hr, key, at, receiver);
      await hr.post(`${key}/disable`, `${at}/disable`, { reason: '演示结束，接收端已关闭' });
    } finally {
      await receiver.close();
    }
  },
};

/** Whether the HR system was sent each grant as it stands, and how often it was sent one again; undefined where none was called. */
export async function sentTo(hr: Person) {
  const webhook = (await webhooksOf(hr)).find(({ state }) => state === 'disabled');
  return webhook && deliveredTo(hr, `/hr/webhooks/${webhook.webhook}`);
}
