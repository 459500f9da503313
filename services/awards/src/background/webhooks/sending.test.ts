// What webhooks promise their receivers: every revision, each grant's in order, again and again until it is accepted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grant, grantExample } from '@jiangong/contracts';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { hrRowOf } from '../../views.ts';
import { openReceiver, status } from './receiver.fixture.ts';
import { SCHEDULE_MS } from './schedule.ts';
import { bodyOf } from './sender.ts';
import { grantId, startWebhooks, until } from './webhooks.fixture.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
async function open() {
  const service = await startWebhooks();
  closing.push(service.stop);
  return service;
}
async function receiver(...given: Parameters<typeof openReceiver>) {
  const opened = await openReceiver(...given);
  closing.unshift(opened.close);
  return opened;
}
const names = Array.from({ length: 30 }, (_, n) => `g${n}`);

test('every revision is sent, each grant’s in order, in bodies that the official library accepts', async () => {
  const s = await open();
  const { url, received, revisions } = await receiver();
  const webhook = await s.register(url);
  const { secret } = (await s.act(webhook, 'secret', {})).body;
  await Promise.all(names.map((name) => s.grant(name)));
  await Promise.all(names.map((name) => s.correct(name, '更正后的名称')));
  await Promise.all(names.map((name) => s.revoke(name)));
  await until(() => received.length).toBe(90);
  for (const name of names)
    expect(received.filter(({ data }) => data.grant === grantId(name)).map(({ data }) => data.revision)).toEqual([
      1, 2, 3,
    ]);
  expect(new Set(revisions()).size).toBe(90);
  const { items } = (await s.call({ org: 'union', roles: ['hr'] }, 'GET', '/api/hr/feed?limit=200')).body;
  expect(received.map(({ data }) => data)).toEqual(expect.arrayContaining(items));
  for (const { body, headers } of received) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(received.map(({ type }) => type).sort()).toEqual(
    ['award-corrected', 'award-granted', 'award-revoked'].flatMap((type) => names.map(() => type)),
  );
});

test('what fails is sent again by the schedule, signed anew under the same id, others of its grant after it', async () => {
  const s = await open();
  const { url, received, answer, revisions } = await receiver(status(500));
  const webhook = await s.register(url);
  await s.grant('a');
  await s.correct('a', '更正后的名称');
  const attempts = async () => (await s.deliveries(webhook)).at(-1)?.attempts.length;
  await until(attempts).toBe(1);
  await s.revoke('a');
  await until(async () => (await s.read(webhook)).sending).toEqual({ waiting: 3, paused: false, behind: 0 });
  for (const [n, wait] of SCHEDULE_MS.slice(1).entries()) {
    s.pass(wait - 1);
    await s.quiet();
    expect(received).toHaveLength(n + 1);
    if (n === 8) answer(status(200));
    s.pass(1);
    await until(attempts).toBe(n + 2);
  }
  await until(() => received.length).toBe(12);
  expect(revisions().slice(-3)).toEqual([1, 2, 3].map((revision) => `${grantId('a')}/${revision}`));
  expect(new Set(received.slice(0, 10).map(({ id }) => id)).size).toBe(1);
  expect(new Set(received.slice(0, 10).map(({ headers }) => headers['webhook-signature'])).size).toBe(10);
  await until(async () => (await s.deliveries(webhook)).map((each) => each.state)).toEqual(Array(3).fill('delivered'));
  const [, , first] = await s.deliveries(webhook);
  expect(first!.attempts.map((each) => each.status)).toEqual([...Array(9).fill(500), 200]);
});

test('after the last attempt a message is given up, and the next of its grant is sent', async () => {
  const s = await open();
  const { url, received } = await receiver((one, response) => {
    response.writeHead(one.data.revision === 1 ? 400 : 204).end();
  });
  const webhook = await s.register(url);
  await s.grant('a');
  await s.correct('a', '更正后的名称');
  for (const [n, wait] of SCHEDULE_MS.entries()) {
    s.pass(wait);
    await until(async () => (await s.deliveries(webhook)).at(-1)?.attempts.length).toBe(n + 1);
  }
  await until(async () => (await s.deliveries(webhook)).map((each) => each.state)).toEqual(['delivered', 'failed']);
  expect(received).toHaveLength(11);
});

test('410 disables a webhook; nothing is lost until it is enabled again', async () => {
  const s = await open();
  const { url, answer, revisions } = await receiver(status(410));
  const webhook = await s.register(url);
  await s.grant('a');
  await until(async () => (await s.read(webhook)).state).toBe('disabled');
  expect(await s.read(webhook)).toMatchObject({ cause: 'gone' });
  await s.grant('b');
  await s.correct('a', '更正后的名称');
  s.pass(3600_000);
  await s.quiet();
  expect(revisions()).toEqual([`${grantId('a')}/1`]);
  answer(status(200));
  await s.act(webhook, 'enable');
  await until(() => revisions().length).toBe(4);
  expect(revisions().slice(1).sort()).toEqual([`${grantId('a')}/1`, `${grantId('a')}/2`, `${grantId('b')}/1`].sort());
});

test('a receiver that wants to be left alone is left alone so long', async () => {
  const s = await open();
  const { url, received, answer } = await receiver(status(503, { 'retry-after': '600' }));
  const webhook = await s.register(url);
  await s.grant('a');
  await until(async () => (await s.deliveries(webhook)).length).toBe(1);
  answer(status(200));
  await s.grant('b');
  s.pass(599_000);
  await s.quiet();
  expect(received).toHaveLength(1);
  s.pass(1000);
  await until(() => received.length).toBe(3);
});

test('a dead receiver delays nobody else, and is tried now and then only', async () => {
  const s = await open();
  const dead = await receiver(status(502));
  const silent = await receiver(() => {});
  const well = await receiver();
  const failing = await s.register(dead.url);
  await s.register(silent.url);
  await s.register(well.url);
  for (const name of names) await s.grant(name);
  await until(() => well.received.length).toBe(30);
  await until(async () => (await s.read(failing)).sending.paused).toBe(true);
  const tried = dead.received.length;
  // Those under way when it was noticed, and no more.
  expect(tried).toBeLessThanOrEqual(20);
  expect(silent.received.length).toBeLessThanOrEqual(16);
  dead.answer(status(200));
  s.pass(60_000);
  await until(async () => (await s.read(failing)).sending).toEqual({ waiting: 0, paused: false, behind: 0 });
  expect(new Set(dead.revisions()).size).toBe(30);
});

test('what waits is durable: another process goes on where this one stopped', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-webhooks-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
  const { url, received, answer, revisions } = await receiver((one, response) => {
    response.writeHead(one.data.grant === grantId('a') ? 500 : 200).end();
  });
  const first = await startWebhooks(env);
  const webhook = await first.register(url);
  await first.grant('a');
  await first.correct('a', '更正后的名称');
  await first.grant('b');
  await until(async () => (await first.deliveries(webhook)).map(({ state }) => state)).toEqual([
    'delivered',
    'waiting',
  ]);
  await first.stop();
  answer(status(200));
  const second = await startWebhooks(env);
  closing.unshift(second.stop);
  second.pass(5000);
  await until(() => received.length).toBe(4);
  expect(revisions().slice(2)).toEqual([`${grantId('a')}/1`, `${grantId('a')}/2`]);
  await second.grant('c');
  await until(() => received.length).toBe(5);
});

test('the longest message has less than 20 kB', () => {
  const [name, shortName, code] = [200, 20, 64].map((length) => '奖'.repeat(length)) as [string, string, string];
  const longest = {
    ...grantExample,
    ...{ documentNumber: code, grantedBy: name, reason: '因'.repeat(4000) },
    honour: { ...grantExample.honour, code, name, shortName },
    recipient: { ...grantExample.recipient, name, externalId: code },
  };
  expect(grant.safeParse({ ...longest, reason: `${longest.reason}因` }).success).toBe(false);
  expect(Buffer.byteLength(bodyOf(hrRowOf(grant.parse(longest), '2025-02-05T09:00:00.000Z')))).toBeLessThan(20_000);
});
