// Webhooks as people manage them: addresses, secrets, tests, what became of deliveries, sending again, and who may not.
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openReceiver, status } from './background/webhooks/receiver.fixture.ts';
import { grantId, hr, startWebhooks, until } from './background/webhooks/webhooks.fixture.ts';

let s: Awaited<ReturnType<typeof startWebhooks>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
beforeAll(async () => {
  s = await startWebhooks();
  receiver = await openReceiver();
});
afterAll(async () => {
  receiver.close();
  await s.stop();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer(status(200));
});
const webhook = (body?: object) => s.register(receiver.url, body);
const names = () => receiver.received.map(({ id }) => id);
const message = (name: string, revision: number) => `award_${grantId(name)}_${revision}`;

test('a secret is shown once, whoever asks at the same time, and never with the webhook', async () => {
  const id = await webhook();
  const answers = await Promise.all([1, 2, 3].map(() => s.act(id, 'secret', {})));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
  const { secret, publicKey } = answers.find((answer) => answer.status === 200)!.body;
  const read = await s.call(hr, 'GET', `/api/hr/webhooks/${id}`);
  expect(read.body.publicKey).toBe(publicKey);
  expect(read.text).not.toContain(secret.replace('whsec_', ''));
  let journal = '';
  for await (const commit of s.runtimes[0]!.store.journal()) journal += JSON.stringify(commit);
  expect(journal).not.toContain(secret.replace('whsec_', ''));
  await s.act(id, 'remove');
});

test('a rotated secret is a new one; the one before verifies for a day', async () => {
  const id = await webhook();
  const before = (await s.act(id, 'secret', {})).body.secret;
  expect((await s.act(id, 'rotate')).status).toBe(200);
  const { secret } = (await s.act(id, 'secret', {})).body;
  expect(secret).not.toBe(before);
  expect((await s.read(id)).overlap).toBeDefined();
  expect((await s.act(id, 'test', {})).body).toMatchObject({ ok: true, status: 200 });
  const [{ body, headers, type }] = receiver.received as [(typeof receiver.received)[0]];
  expect(type).toBe('webhook-test');
  for (const each of [before, secret]) expect(() => new Webhook(each).verify(body, headers)).not.toThrow();
  await s.act(id, 'remove');
});

test('a test message says what the receiver answered', async () => {
  const id = await webhook();
  receiver.answer((_, response) => response.writeHead(404).end('没有这个地址'));
  expect((await s.act(id, 'test', {})).body).toMatchObject({ ok: false, status: 404, answer: '没有这个地址' });
  await s.act(id, 'remove');
});

test('only the chosen events are sent, from the registration on or with those of the past', async () => {
  await s.grant('past');
  const revocations = await webhook({ eventTypes: ['award-revoked'], past: true });
  const all = await webhook();
  await s.grant('now');
  await s.revoke('now');
  await until(names).toHaveLength(3);
  expect(names().sort()).toEqual([message('now', 1), message('now', 2), message('now', 2)].sort());
  for (const id of [revocations, all]) await s.act(id, 'remove');
});

test('what was sent is sent again under the same ids: a range of time, or grants as they stand', async () => {
  const id = await webhook();
  s.pass(60_000);
  const since = s.now();
  await s.grant('r');
  await s.correct('r', '更正后的名称');
  await until(names).toHaveLength(2);
  s.pass(60_000);
  const before = s.now();
  await s.grant('later');
  await until(names).toHaveLength(3);
  receiver.received.length = 0;
  expect((await s.act(id, 'replay', { since, until: before })).status).toBe(200);
  await until(names).toEqual([message('r', 1), message('r', 2)]);
  receiver.received.length = 0;
  expect((await s.act(id, 'replay', { grants: [grantId('r'), grantId('later'), grantId('nobody')] })).status).toBe(200);
  await until(() => names().sort()).toEqual([message('r', 2), message('later', 1)].sort());
  const states = async () => (await s.deliveries(id)).map(({ state }) => state);
  await until(states).toEqual(Array(7).fill('delivered'));
  const { body } = await s.call(hr, 'GET', `/api/hr/webhooks/${id}/deliveries?limit=3`);
  expect(body.items).toHaveLength(3);
  const rest = await s.call(hr, 'GET', `/api/hr/webhooks/${id}/deliveries?limit=50&cursor=${body.next}`);
  const all = [...body.items, ...rest.body.items];
  expect(new Set(all.map(({ delivery }) => delivery)).size).toBe(7);
  await s.act(id, 'remove');
});

test('a disabled webhook is sent nothing, and what it missed when it is enabled', async () => {
  const id = await webhook();
  await s.act(id, 'disable', { reason: '系统升级' });
  await s.grant('missed');
  await s.quiet();
  expect(names()).toEqual([]);
  expect((await s.act(id, 'replay', { grants: [grantId('missed')] })).body.type).toBe('/problems/webhook-disabled');
  await s.act(id, 'enable');
  await until(names).toEqual([message('missed', 1)]);
  await s.act(id, 'remove');
});

test('a removed webhook stays removed, and its secret is erased', async () => {
  const id = await webhook();
  expect((await s.act(id, 'remove')).status).toBe(200);
  expect(await s.read(id)).toMatchObject({ state: 'removed' });
  expect(await s.read(id)).not.toHaveProperty('publicKey');
  for (const [what, body] of [
    ['enable', undefined],
    ['rotate', undefined],
    ['secret', {}],
    ['test', {}],
    ['amend', { url: receiver.url, name: '甲', eventTypes: ['award-granted'] }],
  ] as const)
    expect([what, (await s.act(id, what, body)).body?.type]).toEqual([what, '/problems/webhook-removed']);
});

const named = { name: '人力资源系统' };
test.each([
  ['no address', 400, { ...named }, 'malformed-request'],
  ['no name', 400, { url: 'http://127.0.0.1/' }, 'malformed-request'],
  ['no events', 400, { ...named, url: 'http://127.0.0.1/', eventTypes: [] }, 'malformed-request'],
  ['unknown events', 400, { ...named, url: 'http://127.0.0.1/', eventTypes: ['unit-registered'] }, 'malformed-request'],
  ['a secret of one’s own', 400, { ...named, url: 'http://127.0.0.1/', secret: 'x' }, 'malformed-request'],
  ['what is no address', 422, { ...named, url: 'hr.union.example' }, 'webhook-url'],
  ['a user name in it', 422, { ...named, url: 'http://hr:secret@127.0.0.1/' }, 'webhook-url'],
  ['a file', 422, { ...named, url: 'file:///etc/passwd' }, 'webhook-url'],
  ['an address that is not allowed', 422, { ...named, url: 'http://169.254.169.254/' }, 'webhook-address-not-allowed'],
  ['another spelling of it', 422, { ...named, url: 'http://0xa9fea9fe/' }, 'webhook-address-not-allowed'],
])('registering %s is answered %i', async (_, code, body, type) => {
  const answer = await s.call(hr, 'POST', '/api/hr/webhooks', body);
  expect([answer.status, answer.body.type]).toEqual([code, `/problems/${type}`]);
});

test.each([
  ['replay', {}],
  ['replay', { since: '2025-01-01T00:00:00Z', grants: [grantId('a')] }],
  ['replay', { grants: [] }],
  ['amend', { url: 'http://127.0.0.1/' }],
  ['disable', {}],
])('%s of %j is answered 400', async (what, body) => {
  expect((await s.act(grantId('any'), what, body)).status).toBe(400);
});

test('another organisation’s webhook is none', async () => {
  const id = await webhook();
  const stranger = { org: 'other', sub: 'hr', roles: ['hr' as const] };
  const url = `/api/hr/webhooks/${id}`;
  for (const [method, path, body] of [
    ['GET', url],
    ['GET', `${url}/deliveries`],
    ['POST', `${url}/enable`],
    ['POST', `${url}/remove`],
    ['POST', `${url}/rotate`],
    ['POST', `${url}/secret`, {}],
    ['POST', `${url}/test`, {}],
    ['POST', `${url}/replay`, { grants: [grantId('r')] }],
    ['POST', `${url}/disable`, { reason: '陌生人' }],
    ['POST', `${url}/amend`, { url: receiver.url, name: '甲', eventTypes: ['award-granted'] }],
  ] as const)
    expect([path, (await s.call(stranger, method, path, body)).status]).toEqual([path, 404]);
  expect((await s.call(stranger, 'GET', '/api/hr/webhooks')).body.items).toEqual([]);
  expect((await s.read(id)).state).toBe('active');
  await s.act(id, 'remove');
});
