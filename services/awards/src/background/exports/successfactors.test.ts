// The files for SuccessFactors read back: what stands is to be inserted or replaced, and what was revoked or given to another deleted,
// by the key that SAP drew for each grant.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { personOf, startConnector, userOf } from '../connector/connector.fixture.ts';
import { openSap } from '../connector/sap.fixture.ts';
import { grantId, hr } from '../webhooks/webhooks.fixture.ts';
import { parseAwards } from './parsers.fixture.ts';

let s: Awaited<ReturnType<typeof startConnector>>;
let sap: Awaited<ReturnType<typeof openSap>>;
let webhook: string;
beforeAll(async () => {
  s = await startConnector();
  sap = await openSap();
  await s.know('good', 'corrected', 'revoked', 'moved', 'other');
  webhook = await s.connect(sap);
  for (const name of ['good', 'corrected', 'revoked', 'moved']) await s.honour(name);
  await s.grant('unit');
  const isRight = async () => sap.rows().length === 4 && (await s.sending(webhook)).waiting === 0;
  await vi.waitUntil(isRight, { timeout: 60_000, interval: 5 });
  await s.act(webhook, 'disable', { reason: '以文件交换' });
  await s.amend('corrected', { documentNumber: '="甲",乙', level: 'group', prize: 800, validFrom: '2025-02-01' });
  await s.revoke('revoked');
  await s.give('moved', 'other');
});
afterAll(async () => {
  sap.close();
  await s.stop();
});

const text = async (query: string) => (await s.call(hr, 'GET', `/api/hr/exports/successfactors${query}`)).text;
const keyOf = (name: string) => sap.rowsOf(grantId(name))[0]!.backgroundElementId;

test('what stands is inserted or replaced, with everything that a correction reached', async () => {
  const rows = parseAwards(await text(`?webhook=${webhook}`), 'upsert');
  const of = (name: string) => rows.find(({ description }) => description!.endsWith(grantId(name)));
  expect(rows.map(({ userId }) => userId).sort()).toEqual(['corrected', 'good', 'other'].map(userOf).sort());
  expect(of('good')).toMatchObject({ backgroundElementId: keyOf('good'), issueDate: '2025-01-20T00:00:00' });
  expect(of('corrected')).toMatchObject({
    backgroundElementId: keyOf('corrected'),
    issueDate: '2025-02-01T00:00:00',
    description: `="甲",乙；集团级；奖金 800 元；登记有误；${grantId('corrected')}`,
  });
  expect(of('moved')).toMatchObject({ userId: userOf('other'), backgroundElementId: '' });
});

test('what was revoked, and what was given to another, is deleted by its key', async () => {
  const rows = parseAwards(await text(`?operation=delete&webhook=${webhook}`), 'delete');
  const expected = ['revoked', 'moved'].map((name) => ({ userId: userOf(name), backgroundElementId: keyOf(name) }));
  expect(rows).toEqual(expect.arrayContaining(expected));
  expect(rows).toHaveLength(2);
});

test('without a connection nothing is known to stand there; one that is nobody’s is none', async () => {
  expect(parseAwards(await text('?operation=delete'), 'delete')).toEqual([]);
  const keys = parseAwards(await text(''), 'upsert').map(({ backgroundElementId }) => backgroundElementId);
  expect(keys).toEqual(['', '', '']);
  expect((await s.call(hr, 'GET', `/api/hr/exports/successfactors?webhook=${personOf('x').id}`)).status).toBe(404);
  const stranger = { org: 'other', sub: 'hr', roles: ['hr' as const] };
  expect((await s.call(stranger, 'GET', `/api/hr/exports/successfactors?webhook=${webhook}`)).status).toBe(404);
});
