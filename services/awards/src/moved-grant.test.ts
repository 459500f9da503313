// A grant that is given to another is the other's by every way in which HR systems learn of it: feed, webhook, connector, files,
// reconciliation and topics.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { personOf, startConnector, userOf } from './background/connector/connector.fixture.ts';
import { openSap } from './background/connector/sap.fixture.ts';
import { hdlColumns } from './background/exports/oracle.ts';
import { parseAwards, parseCsv, parseHdl, parseWorkday, parseXlsx } from './background/exports/parsers.fixture.ts';
import { openReceiver } from './background/webhooks/receiver.fixture.ts';
import { grantId, hr } from './background/webhooks/webhooks.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiangong-moved-'));
const [had, has] = ['甲', '乙'] as const;
const grant = grantId(had);
let s: Awaited<ReturnType<typeof startConnector>>;
let sap: Awaited<ReturnType<typeof openSap>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let connection: string;
/** The row that SuccessFactors had of whoever had it. */
let formerKey: string;
/** At the receiver and at SuccessFactors. */
const arrived = (name: string, messages: number) =>
  vi.waitUntil(() => sap.rowsOf(grant)[0]?.userId === userOf(name) && receiver.received.length === messages, {
    timeout: 60_000,
    interval: 5,
  });
beforeAll(async () => {
  s = await startConnector({ STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` });
  sap = await openSap();
  receiver = await openReceiver();
  await s.know(had, has);
  await s.register(receiver.url);
  connection = await s.connect(sap);
  await s.honour(had);
  await arrived(had, 1);
  formerKey = sap.rowsOf(grant)[0]!.backgroundElementId;
  await s.give(had, has);
  await arrived(has, 2);
  await s.quiet();
});
afterAll(async () => {
  receiver.close();
  sap.close();
  await s.stop();
  rmSync(folder, { recursive: true });
});
const get = (path: string) => s.call(hr, 'GET', `/api/hr/${path}`);

test('feed and webhook say whose it is now and whose record it leaves', async () => {
  const moved = {
    ...{ grant, revision: 2, status: 'corrected', recipientId: personOf(has).id, externalId: userOf(has) },
    ...{ recipientName: `张${has}`, formerRecipientId: personOf(had).id, formerExternalId: userOf(had) },
  };
  const { items } = (await get('feed')).body;
  expect(items).toMatchObject([{ revision: 1, externalId: userOf(had) }, moved]);
  expect((await get('feed?view=state')).body.items).toEqual([items[1]]);
  expect(receiver.received.map(({ type, data }) => [type, data])).toEqual([
    ['award-granted', items[0]],
    ['award-corrected', items[1]],
  ]);
});

test('files end what the one had and give it to the other, and people read the other alone', async () => {
  const text = async (target: string) => (await get(`exports/${target}`)).text;
  const headers = { authorization: `Bearer ${await tokenOf(hr)}` };
  const { rawPayload } = await s.app.inject({ url: '/api/hr/exports/xlsx', headers });
  const [titles, ...rows] = parseXlsx(rawPayload)[0]!;
  const xlsx = rows.map((row) => Object.fromEntries(titles!.map((title, n) => [title, String(row[n] ?? '')])));
  for (const found of [parseCsv((await text('csv')).slice(1)), xlsx])
    expect(found).toEqual([
      expect.objectContaining({
        荣誉标识: grant,
        版次: '2',
        状态: '已更正',
        外部编码: userOf(has),
        获奖对象: `张${has}`,
      }),
    ]);
  const oracle = parseHdl(await text('oracle?sectionId=12'), 'ProfileItem', hdlColumns);
  expect(oracle.map((row) => [row.SourceSystemId, row.ProfileCode, row.DateTo !== ''])).toEqual([
    [grant, userOf(had), true],
    [`${grant}-1`, userOf(has), false],
  ]);
  const workday = parseWorkday(await text('workday'));
  const holders = workday.map((row) => [
    row.Award_and_Activity_ID,
    row.Worker_Reference,
    row.Remove_Award_and_Activity,
  ]);
  expect(holders).toEqual([
    [grant, userOf(had), 'true'],
    [`${grant}-1`, userOf(has), 'false'],
  ]);
});

test('SuccessFactors has the other’s row alone, and its files agree with that', async () => {
  const [row, ...more] = sap.rows();
  expect([row?.userId, more]).toEqual([userOf(has), []]);
  expect(row!.backgroundElementId).not.toBe(formerKey);
  const file = async (query: string) => (await get(`exports/successfactors?webhook=${connection}${query}`)).text;
  expect(parseAwards(await file(''), 'upsert')).toMatchObject([
    { userId: userOf(has), backgroundElementId: row!.backgroundElementId },
  ]);
  expect(parseAwards(await file('&operation=delete'), 'delete')).toEqual([]);
});

test('whoever holds the revision before learns that it is outdated, whoever holds this one agrees', async () => {
  const held = async (revision: number) =>
    (await s.call(hr, 'POST', '/api/hr/reconciliations', { rows: [{ grant, revision }] })).body;
  const before = await held(1);
  expect([before.agreeing, before.outdated.items]).toMatchObject([0, [{ grant, revision: 2, heldRevision: 1 }]]);
  expect(before.resend).toMatchObject([{ grants: [grant] }]);
  expect(await held(2)).toMatchObject({ agreeing: 1, resend: [] });
});

test('both topics of events have the other’s id and nobody’s name or number, the topic of states has both', async () => {
  // Whoever writes the log holds it alone.
  await s.stop();
  const log = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
  const bodies = (sql: string, topic: string) =>
    log
      .prepare(sql)
      .all(topic)
      .map(({ body }) => JSON.parse(String(body)));
  const moved = { grant, revision: 2, recipient: personOf(has), formerRecipient: personOf(had) };
  for (const topic of ['awards.v1', 'awards.grants.v1']) {
    const events = bodies('SELECT body FROM events WHERE topic = ? ORDER BY place', topic);
    const ofGrant = events.filter(({ subject }) => subject === `grant/${grant}`);
    expect(ofGrant.map(({ type }) => type)).toEqual(['award-granted', 'award-corrected']);
    expect(ofGrant[1].data).toMatchObject(moved);
  }
  const states = bodies('SELECT body FROM states WHERE topic = ?', 'awards.state.v1');
  const named = (name: string) => ({ ...personOf(name), externalId: userOf(name), name: `张${name}` });
  // Two revisions of the grant, one of each person.
  const value = { ...moved, recipient: named(has), formerRecipient: named(had) };
  expect(states).toMatchObject([{ key: grant, revision: 2_000_002, value }]);
  const everything = JSON.stringify(log.prepare('SELECT body FROM events').all());
  log.close();
  for (const name of [had, has]) {
    expect(everything).not.toContain(`张${name}`);
    expect(everything).not.toContain(JSON.stringify(userOf(name)).slice(1, -1));
  }
});
