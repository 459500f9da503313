// What a connection to SuccessFactors promises: each person's grant as it stands is one row there, whatever its answers say, and
// whichever of them is lost.
import { afterEach, expect, test } from 'vitest';
import { grantId, hr, until } from '../webhooks/webhooks.fixture.ts';
import { personOf, startConnector, userOf } from './connector.fixture.ts';
import { openSap } from './sap.fixture.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
async function open(...names: string[]) {
  const s = await startConnector();
  const sap = await openSap();
  closing.push(s.stop, sap.close);
  await s.know(...names);
  const webhook = await s.connect(sap);
  return { s, sap, webhook };
}
const nothing = { waiting: 0, failed: 0, behind: 0, paused: false };
const rowOf = (sap: Awaited<ReturnType<typeof openSap>>, name: string) => sap.rowsOf(grantId(name));
const one = (name: string) => ({ userId: userOf(name), issueDate: `/Date(${Date.UTC(2025, 0, 20)})/` });

test('a grant is a row, a correction replaces it, a revocation deletes it; who is no person has none', async () => {
  const { s, sap, webhook } = await open('a', 'b');
  await s.honour('a');
  await s.honour('b');
  await s.grant('unit');
  await until(() => rowOf(sap, 'a')).toEqual([expect.objectContaining(one('a'))]);
  await until(() => rowOf(sap, 'b')).toHaveLength(1);
  const [before] = rowOf(sap, 'a');
  await s.amend('a', {
    documentNumber: '9号',
    level: 'group',
    prize: 500,
    validFrom: '2025-02-01',
    validTo: '2026-01-31',
  });
  await s.revoke('b');
  await until(() => rowOf(sap, 'a')[0]?.description).toBe(
    `9号；集团级；奖金 500 元；有效期至 2026-01-31；登记有误；${grantId('a')}`,
  );
  expect(rowOf(sap, 'a')[0]).toMatchObject({
    backgroundElementId: before!.backgroundElementId,
    issueDate: `/Date(${Date.UTC(2025, 1, 1)})/`,
  });
  await until(() => rowOf(sap, 'b')).toEqual([]);
  await until(() => s.sending(webhook)).toEqual(nothing);
  expect(sap.rows()).toHaveLength(1);
  expect([...sap.inserted]).toEqual([
    [grantId('a'), 1],
    [grantId('b'), 1],
  ]);
});

test('given to another, the row of whoever had it is deleted before the other’s is inserted', async () => {
  const { s, sap, webhook } = await open('a', 'b');
  await s.honour('a');
  await until(() => s.sending(webhook)).toEqual(nothing);
  await s.give('a', 'b');
  await until(() => rowOf(sap, 'a').map(({ userId }) => userId)).toEqual([userOf('b')]);
  await s.move('a', { type: 'unit', id: personOf('x').id, externalId: 'XM-1', name: '一项目部' });
  await until(() => sap.rows()).toEqual([]);
  expect(sap.kinds().filter((kind) => kind !== 'find')).toEqual(['upsert', 'delete', 'upsert', 'delete']);
});

test('many are sent in batches, of which a record may fail in an answer of 200: it is found, and sent again', async () => {
  const names = Array.from({ length: 230 }, (_, n) => `p${n}`);
  const { s, sap, webhook } = await open(...names);
  sap.unknownUsers.add(userOf('p7'));
  await s.act(webhook, 'disable', { reason: '稍后' });
  await Promise.all(names.map((name) => s.honour(name)));
  await s.act(webhook, 'enable');
  await until(() => s.sending(webhook)).toEqual({ ...nothing, failed: 1 });
  expect(sap.rows()).toHaveLength(229);
  const records = sap.ops.flatMap((op) => (op.kind === 'upsert' ? [op.records.length] : []));
  expect(Math.max(...records)).toBeLessThanOrEqual(200);
  expect(records.length).toBeLessThan(5);
  const failed = (await s.call(hr, 'GET', `/api/hr/webhooks/${webhook}/deliveries?state=failed`)).body;
  expect(failed.items).toMatchObject([
    { grant: grantId('p7'), state: 'failed', attempts: [{ status: 500, answer: 'Invalid user: ＊' }] },
  ]);
  expect(JSON.stringify(failed)).not.toContain(userOf('p7'));

  sap.unknownUsers.clear();
  await s.act(webhook, 'replay', { grants: [grantId('p7')] });
  await until(() => rowOf(sap, 'p7')).toHaveLength(1);
  await until(() => s.sending(webhook)).toEqual(nothing);
  const all = (await s.call(hr, 'GET', `/api/hr/webhooks/${webhook}/deliveries?limit=200`)).body;
  expect(all.items).toHaveLength(200);
  expect(all.items[0]).toMatchObject({ state: 'delivered', key: expect.stringMatching(/^\d+$/) });
});

test.each([429, 503])('%i with retry-after leaves it alone so long, and counts as no attempt', async (status) => {
  const { s, sap, webhook } = await open('a');
  sap.answer(() => ({ status, headers: { 'retry-after': '600' } }));
  await s.honour('a');
  await until(() => s.sending(webhook)).toEqual({ ...nothing, waiting: 1, paused: true });
  sap.answer(() => undefined);
  s.pass(599_000);
  await s.quiet();
  expect(sap.ops).toHaveLength(1);
  s.pass(1000);
  await until(() => rowOf(sap, 'a')).toHaveLength(1);
  await until(() => s.sending(webhook)).toEqual(nothing);
  expect((await s.record(webhook, 'a')).attempts).toHaveLength(1);
});

test.each([
  ['carried out and its answer lost', 'lost'],
  ['never carried out', 'cut'],
  ['answered by a page of a gateway', { status: 200, text: '<html>' }],
] as const)('an insertion that was %s is looked for, and made once', async (_, fate) => {
  const { s, sap, webhook } = await open('a');
  sap.answer(({ kind }) => (kind === 'upsert' && sap.ops.length === 1 ? fate : undefined));
  await s.honour('a');
  await until(async () => (await s.record(webhook, 'a'))?.attempts.length).toBe(1);
  s.pass(5000);
  await until(() => s.sending(webhook)).toEqual(nothing);
  expect(rowOf(sap, 'a')).toHaveLength(1);
  expect(sap.inserted.get(grantId('a'))).toBe(1);
  expect(sap.kinds()).toEqual(['upsert', 'find', 'upsert']);
});

test('a SAP that fails is tried now and then with one grant, and everything arrives once it is well', async () => {
  const names = Array.from({ length: 9 }, (_, n) => `p${n}`);
  const { s, sap, webhook } = await open(...names);
  sap.answer(() => ({ status: 500 }));
  await Promise.all(names.map((name) => s.honour(name)));
  for (let n = 0; n < 8; n += 1) {
    s.pass(5000);
    await s.quiet();
  }
  await until(async () => (await s.sending(webhook)).paused).toBe(true);
  const tried = sap.ops.length;
  s.pass(1000);
  await s.quiet();
  expect(sap.ops.length).toBe(tried);
  sap.answer(() => undefined);
  s.pass(6 * 60_000);
  s.pass(40 * 60_000);
  await until(() => sap.rows()).toHaveLength(9);
  await until(() => s.sending(webhook)).toEqual(nothing);
  expect([...sap.inserted.values()]).toEqual(Array(9).fill(1));
});

test('whoever is erased is named no more: the row is left to people, and what is kept names nobody', async () => {
  const { s, sap, webhook } = await open('a');
  await s.honour('a');
  await until(() => s.sending(webhook)).toEqual(nothing);
  await s.erase('a');
  await s.revoke('a');
  await until(() => s.sending(webhook)).toEqual({ ...nothing, failed: 1 });
  expect(rowOf(sap, 'a')).toHaveLength(1);
  const kept = JSON.stringify(await s.record(webhook, 'a'));
  expect(kept).toContain('没有此人的档案');
  expect(kept).not.toContain('YG-');
});

test('the account is kept apart, never shown, replaced by amending, and erased', async () => {
  const { s, sap, webhook } = await open('a');
  const read = await s.call(hr, 'GET', `/api/hr/webhooks/${webhook}`);
  expect(read.body).toMatchObject({ form: 'successfactors', state: 'active', sending: nothing });
  let kept = '';
  for await (const commit of s.runtimes[0]!.store.journal()) kept += JSON.stringify(commit);
  for (const text of [read.text, kept]) expect(text).not.toContain(sap.account.password);
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: true, status: 200 });
  const { url, name, eventTypes } = read.body;
  const wrong = { ...sap.account, password: 'wrong' };
  expect((await s.act(webhook, 'amend', { url, name, eventTypes, account: wrong })).status).toBe(200);
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: false, status: 401 });
  expect((await s.act(webhook, 'amend', { url, name, eventTypes })).status).toBe(200);
  for (const [what, body] of [['secret', {}], ['rotate']] as const)
    expect((await s.act(webhook, what, body)).body.type).toBe('/problems/webhook-account');
  await s.act(webhook, 'remove');
  expect((await s.act(webhook, 'test', {})).body.type).toBe('/problems/webhook-removed');
  expect(await s.runtimes[0]!.store.privateRow('connector-accounts', webhook)).toBeUndefined();
});

test.each([
  ['no account', { form: 'successfactors' }],
  ['an account of a webhook', { account: { user: 'u', password: 'p' } }],
  ['an account without password', { form: 'successfactors', account: { user: 'u' } }],
  ['a form that nobody knows', { form: 'workday' }],
])('registering with %s is answered 400', async (_, body) => {
  const { s } = await open();
  const answer = await s.call(hr, 'POST', '/api/hr/webhooks', { name: '甲', url: 'http://127.0.0.1/', ...body });
  expect([answer.status, answer.body.type]).toEqual([400, '/problems/malformed-request']);
});

test('a webhook takes no account', async () => {
  const { s, sap } = await open();
  const plain = await s.register(sap.url);
  const body = { url: sap.url, name: '甲', eventTypes: ['award-granted'], account: sap.account };
  expect((await s.act(plain, 'amend', body)).body.type).toBe('/problems/webhook-account');
});
