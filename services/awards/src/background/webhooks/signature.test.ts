// Signatures are those of Standard Webhooks: its own library verifies them, and another implementation of ed25519.
import { webcrypto } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, expect, test } from 'vitest';
import { drawSecret, hmacSecretOf, publicKeyOf, rotated, type Secrets, signed } from './signature.ts';

const body = JSON.stringify({ type: 'award-granted', data: { name: '优胜单位 🏆' } });
const at = (seconds = 0) => new Date(Date.now() + seconds * 1000).toISOString();
const fresh = (): Secrets => ({ current: drawSecret(), before: [] });
const seen = {
  'official library, accepted': 0,
  'official library, refused': 0,
  'ed25519, accepted': 0,
  'ed25519, refused': 0,
};
afterAll(() => console.log(`signatures: ${JSON.stringify(seen)}`));
function verify(secret: string, headers: Record<string, string>, text = body) {
  seen['official library, refused'] += 1;
  const read = new Webhook(secret).verify(text, headers);
  seen['official library, refused'] -= 1;
  seen['official library, accepted'] += 1;
  return read;
}

async function verifyByKey(publicKey: string, headers: Record<string, string>, text = body): Promise<boolean> {
  const isAccepted = await isSignedBy(publicKey, headers, text);
  seen[isAccepted ? 'ed25519, accepted' : 'ed25519, refused'] += 1;
  return isAccepted;
}
async function isSignedBy(publicKey: string, headers: Record<string, string>, text: string): Promise<boolean> {
  const raw = Buffer.from(publicKey.replace('whpk_', ''), 'base64');
  const key = await webcrypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`);
  const signatures = headers['webhook-signature']!.split(' ').filter((each) => each.startsWith('v1a,'));
  for (const each of signatures)
    if (await webcrypto.subtle.verify('Ed25519', key, Buffer.from(each.slice(4), 'base64'), content)) return true;
  return false;
}

test('the official library accepts a message, and none that was altered or signed with another secret', () => {
  const secrets = fresh();
  const headers = signed('award_1', body, at(), secrets);
  const secret = hmacSecretOf(secrets.current);
  expect(verify(secret, headers)).toEqual(JSON.parse(body));
  expect(() => verify(secret, headers, body.replace('优胜', '先进'))).toThrow();
  expect(() => verify(secret, { ...headers, 'webhook-id': 'award_2' })).toThrow();
  expect(() => verify(hmacSecretOf(drawSecret()), headers)).toThrow();
});

test.each([-301, 301])('a message signed %i seconds from now is a replay to the official library', (seconds) => {
  const secrets = fresh();
  const secret = hmacSecretOf(secrets.current);
  expect(() => verify(secret, signed('award_1', body, at(seconds), secrets))).toThrow(/timestamp/);
  expect(() => verify(secret, signed('award_1', body, at(seconds * 0.9), secrets))).not.toThrow();
});

test('ed25519 signatures are accepted by the public key alone', async () => {
  const secrets = fresh();
  const headers = signed('award_1', body, at(), secrets);
  expect(await verifyByKey(publicKeyOf(secrets.current), headers)).toBe(true);
  expect(await verifyByKey(publicKeyOf(secrets.current), headers, `${body} `)).toBe(false);
  expect(await verifyByKey(publicKeyOf(drawSecret()), headers)).toBe(false);
});

test('after rotations every secret of the last day signs, and none of before', async () => {
  const first = fresh();
  const second = rotated(first, at(), at(3600));
  const third = rotated(second, at(60), at(7200));
  const soon = signed('award_1', body, at(), third);
  for (const { current } of [first, second, third]) {
    expect(() => verify(hmacSecretOf(current), soon)).not.toThrow();
    expect(await verifyByKey(publicKeyOf(current), soon)).toBe(true);
  }
  const later = signed('award_1', body, at(5400), third);
  expect(later['webhook-signature'].split(' ')).toHaveLength(4);
  expect(await verifyByKey(publicKeyOf(first.current), later)).toBe(false);
  expect(signed('award_1', body, at(7201), third)['webhook-signature'].split(' ')).toHaveLength(2);
});

test('secrets have 256 bits', () => {
  expect(Buffer.from(hmacSecretOf(drawSecret()).replace('whsec_', ''), 'base64')).toHaveLength(32);
});
