// The demonstration's HR system takes what the installation signed, and nothing else; a message may come late or twice.
import { drawSecret, hmacSecretOf, type Secrets, signed } from '@jiangong/awards/hr-signature';
import { grantExample, type HrRow } from '@jiangong/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openReceiver, type Receiver } from './receiver.ts';

const secrets: Secrets = { current: drawSecret(), before: [] };
const { grant, honour, recipient, documentNumber, decision, decisionDate, validFrom, grantedBy, year } = grantExample;
const row: Omit<HrRow, 'revision' | 'status'> = {
  ...{ grant, decision, documentNumber, decisionDate, validFrom, grantedBy, year, level: honour.level },
  ...{ honourCode: honour.code, honourName: honour.name, shortName: honour.shortName, collective: true, joint: false },
  ...{ recipientType: recipient.type, recipientId: recipient.id, recordedAt: '2025-01-20T09:00:00.000Z' },
};
let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

async function send(revision: number, by = secrets, alter = (body: string) => body): Promise<number> {
  const data = { ...row, revision, status: revision > 1 ? 'revoked' : 'granted' };
  const body = JSON.stringify({ type: 'award-granted', timestamp: row.recordedAt, data });
  const headers = signed(`award_${grant}_${revision}`, body, new Date().toISOString(), by);
  return (await fetch(receiver.url, { method: 'POST', headers, body: alter(body) })).status;
}

test('nothing is taken before the secret is known, nor what another signed or somebody altered', async () => {
  expect(await send(1)).toBe(503);
  receiver.trust(hmacSecretOf(secrets.current));
  expect(await send(1, { current: drawSecret(), before: [] })).toBe(401);
  expect(await send(1, secrets, (body) => body.replace('granted', 'revoked'))).toBe(401);
  expect(receiver.held()).toEqual([]);
  expect(await send(1)).toBe(204);
  expect(receiver.held()).toEqual([{ grant, revision: 1, status: 'granted' }]);
});

test('an older revision that comes late changes nothing', async () => {
  receiver.trust(hmacSecretOf(secrets.current));
  for (const revision of [1, 2, 1]) expect(await send(revision)).toBe(204);
  expect(receiver.held()).toEqual([{ grant, revision: 2, status: 'revoked' }]);
  receiver.forget(grant);
  expect(receiver.held()).toEqual([]);
});
