// What an HR system is told of its differences, and that what is sent again ends them.
import { derivedId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReceiver } from './background/webhooks/receiver.fixture.ts';
import { grantId, hr, startWebhooks, until } from './background/webhooks/webhooks.fixture.ts';

let s: Awaited<ReturnType<typeof startWebhooks>>;
beforeAll(async () => {
  s = await startWebhooks();
  for (const name of ['same', 'missing', 'outdated', 'revoked', 'ended', 'ahead', 'undone']) await s.grant(name);
  await s.correct('outdated', '更正');
  for (const name of ['revoked', 'ended', 'undone']) await s.revoke(name);
});
afterAll(() => s.stop());

const stranger = derivedId('stranger');
const row = (name: string, revision: number, status?: string) => ({
  grant: grantId(name),
  revision,
  ...(status ? { status } : {}),
});
const rows = [
  row('same', 1),
  row('outdated', 1, 'granted'),
  row('revoked', 1),
  row('ahead', 2),
  row('undone', 2, 'granted'),
  { grant: stranger, revision: 1 },
];
const ask = (body: unknown, query = '') => s.call(hr, 'POST', `/api/hr/reconciliations${query}`, body);
const of = (...names: string[]) => ({
  count: names.length,
  items: expect.arrayContaining(names.map((name) => expect.objectContaining({ grant: grantId(name) }))),
});

test('it is told what it misses, what is outdated, what it must revoke, and what nobody granted', async () => {
  const { status, body } = await ask({ rows });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...{ held: 6, agreeing: 1, faultsTotal: 0 },
    missing: of('missing'),
    outdated: of('outdated'),
    toRevoke: of('revoked', 'undone'),
    unknown: { count: 2, items: expect.arrayContaining([row('ahead', 2), { grant: stranger, revision: 1 }]) },
  });
  expect(body.outdated.items).toMatchObject([
    { revision: 2, heldRevision: 1, message: `award_${grantId('outdated')}_2` },
  ]);
  expect(body.resend).toHaveLength(1);
  expect(new Set(body.resend[0].grants)).toEqual(new Set(['missing', 'outdated', 'revoked', 'undone'].map(grantId)));
});

test('a csv file says the same, with the headings and words of the feed or of the exports', async () => {
  const line = (each: (typeof rows)[number], words: Record<string, string>) =>
    `${each.grant},${each.revision},${words['status' in each ? (each.status as string) : ''] ?? ''}`;
  const chinese = ['荣誉标识,版次,状态', ...rows.map((each) => line(each, { granted: '已授予' }))].join('\n');
  const plain = ['grant,revision,status', ...rows.map((each) => line(each, { granted: 'granted' }))].join('\n');
  const expected = (await ask({ rows })).body;
  for (const file of [chinese, plain]) expect((await ask(file)).body).toEqual(expected);
  const feed = await s.call(hr, 'GET', '/api/hr/feed?format=csv&view=state');
  expect((await ask(feed.text)).body).toMatchObject({ held: 7, agreeing: 7, resend: [], unknown: { count: 0 } });
});

test('grants of other years are missing only if they are asked for', async () => {
  expect((await ask({ rows: [] }, '?year=1999')).body).toMatchObject({ missing: { count: 0 } });
  expect((await ask({ rows: [row('same', 1)] }, '?year=1999')).body).toMatchObject({
    agreeing: 1,
    unknown: { count: 0 },
  });
});

test('a file that cannot be read whole has nothing sent again', async () => {
  const { body } = await ask(`grant,revision\n${grantId('same')},1\nnobody,1\n${grantId('missing')},0\n`);
  expect(body).toMatchObject({ held: 1, faultsTotal: 2, resend: [] });
  expect(body.faults.map(({ cell }: { cell: string }) => cell)).toEqual(['A3', 'B4']);
  expect((await ask('a,b\n1,2\n')).body).toMatchObject({ held: 0, resend: [] });
});

test('wrong requests are refused', async () => {
  for (const [body, status] of [
    [{ rows: [{ grant: 'x', revision: 1 }] }, 400],
    [{ rows: [{ grant: stranger, revision: 0 }] }, 400],
    [{ rows: [{ ...row('same', 1), more: 1 }] }, 400],
    [{}, 400],
    [[], 400],
    [undefined, 400],
  ] as const)
    expect([body, (await ask(body)).status]).toEqual([body, status]);
  expect(
    (await s.call({ org: 'union', roles: ['committee'] }, 'POST', '/api/hr/reconciliations', { rows })).status,
  ).toBe(403);
  const other = await s.call({ org: 'other', roles: ['hr'] }, 'POST', '/api/hr/reconciliations', { rows });
  expect(other.body).toMatchObject({ agreeing: 0, missing: { count: 0 }, unknown: { count: 6 }, resend: [] });
});

test('what is sent again by one request ends every difference', async () => {
  const receiver = await openReceiver();
  const held = new Map(rows.map(({ grant, revision }) => [grant, { grant, revision }]));
  const id = await s.register(receiver.url);
  const { body } = await ask({ rows: [...held.values()] });
  for (const each of body.resend) expect((await s.act(id, 'replay', each)).status).toBe(200);
  await until(() => receiver.received.length).toBe(3);
  for (const message of receiver.received) {
    const { grant, revision } = JSON.parse(message.body).data;
    held.set(grant, { grant, revision });
  }
  expect((await ask({ rows: [...held.values()] })).body).toMatchObject({
    ...{ missing: { count: 0 }, outdated: { count: 0 }, toRevoke: { count: 0 }, resend: [] },
    unknown: { count: 2 },
  });
  receiver.close();
});
