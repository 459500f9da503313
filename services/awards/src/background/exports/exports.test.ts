// Every export read back: a grant, a correction and a revocation in the form of each system, and no more read than is sent.
import { awardGranted } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targets } from '../../export-routes.ts';
import type { GrantRow } from '../../views.ts';
import { grantId, hr, startWebhooks } from '../webhooks/webhooks.fixture.ts';
import { hdlColumns } from './oracle.ts';
import { parseCsv, parseHdl, parseWorkday, parseXlsx } from './parsers.fixture.ts';
import { workbook } from './workbook.ts';

/** What each format has to escape. */
const awkward = '="甲"|乙,\\<丙>&\n丁𠮷';
let s: Awaited<ReturnType<typeof startWebhooks>>;
beforeAll(async () => {
  s = await startWebhooks();
  for (const name of ['good', 'corrected', 'revoked']) await s.grant(name);
});
afterAll(() => s.stop());

const path = (target: string) => `/api/hr/exports/${target}`;
const text = async (target: string) => (await s.call(hr, 'GET', path(target))).text;
async function exported() {
  const { rawPayload } = await s.app.inject({ url: path('xlsx'), headers: { authorization: await bearer() } });
  return {
    csv: parseCsv((await text('csv')).slice(1)),
    xlsx: parseXlsx(rawPayload),
    oracle: parseHdl(await text('oracle?sectionId=12'), 'ProfileItem', hdlColumns),
    workday: parseWorkday(await text('workday')),
  };
}
async function bearer() {
  const { tokenOf } = await import('@jiangong/service-kit/testing');
  return `Bearer ${await tokenOf(hr)}`;
}
const by = (rows: Record<string, string>[], field: string, name: string) =>
  rows.find((row) => row[field] === grantId(name));

test('a correction replaces a grant, and a revocation ends it, in the form of each system', async () => {
  const before = await exported();
  expect([before.csv, before.xlsx[0]!.slice(1), before.oracle, before.workday].map(({ length }) => length)).toEqual([
    3, 3, 3, 3,
  ]);
  await s.correct('corrected', awkward);
  await s.revoke('revoked');
  const { csv, xlsx, oracle, workday } = await exported();

  expect(by(csv, '荣誉标识', 'corrected')).toMatchObject({ 版次: '2', 状态: '已更正', 获奖对象: `'${awkward}` });
  expect(by(csv, '荣誉标识', 'revoked')).toMatchObject({
    状态: '已撤销',
    失效日期: '2025-02-05',
    级别: '企业级',
    集体: '是',
  });
  const [titles, ...rows] = xlsx[0]!;
  expect(titles).toEqual(Object.keys(csv[0]!));
  const found = rows.find(([grant]) => grant === grantId('corrected'))!;
  expect(found.slice(0, 5)).toEqual([grantId('corrected'), 2, '已更正', 'XM-07', awkward]);

  expect(by(oracle, 'SourceSystemId', 'good')).toMatchObject({
    SectionId: '12',
    DateTo: '',
    SourceKey1: grantId('good'),
    SourceKey3: '1',
  });
  expect(by(oracle, 'SourceSystemId', 'corrected')?.ItemText20001).toContain(awkward);
  expect(by(oracle, 'SourceSystemId', 'revoked')).toMatchObject({ DateFrom: '2025/01/20', DateTo: '2025/02/05' });

  expect(by(workday, 'Award_and_Activity_ID', 'good')).toMatchObject({
    Remove_Award_and_Activity: 'false',
    Start_Date: '2025-01-20',
    End_Date: '',
  });
  expect(by(workday, 'Award_and_Activity_ID', 'revoked')).toMatchObject({
    Remove_Award_and_Activity: 'true',
    End_Date: '2025-02-05',
  });
  expect(by(workday, 'Award_and_Activity_ID', 'corrected')?.Description).toContain(awkward);
});

test('what people get as a file, reconciliation reads, and finds nothing amiss', async () => {
  const { rawPayload } = await s.app.inject({ url: path('xlsx'), headers: { authorization: await bearer() } });
  for (const file of [await text('csv'), rawPayload]) {
    const { body } = await s.call(hr, 'POST', '/api/hr/reconciliations', file);
    expect(body).toMatchObject({ held: 3, agreeing: 3, faults: [], resend: [] });
  }
});

test('an export can be narrowed, has a name and a type, and nobody else’s grants', async () => {
  const { headers } = await s.call(hr, 'GET', path('oracle'));
  expect(headers['content-disposition']).toContain('TalentProfile.dat');
  expect(headers['content-type']).toContain('text/plain');
  const count = async (query: string) => parseCsv((await text(`csv?${query}`)).slice(1)).length;
  expect(await Promise.all(['status=revoked', 'year=2024', 'year=1999', 'recipientType=person'].map(count))).toEqual([
    1, 3, 0, 0,
  ]);
  const other = await s.call({ org: 'other', roles: ['hr'] }, 'GET', path('csv'));
  expect(parseCsv(other.text.slice(1))).toEqual([]);
  expect((await s.call({ org: 'union', roles: ['committee'] }, 'GET', path('csv'))).status).toBe(403);
  for (const wrong of ['sap', 'csv?year=x', 'csv?status=good', 'oracle?sectionId=x'])
    expect((await s.call(hr, 'GET', path(wrong))).status).toBe(400);
});

test.each(Object.entries(targets))('%s reads no further than the client takes', async (_, { write }) => {
  const row = {
    ...awardGranted.example,
    honourCode: '',
    recipientId: '',
    recordedAt: '2025-01-20T01:00:00.000Z',
  } as GrantRow;
  let pages = 0;
  let isLeft = false;
  async function* endless() {
    try {
      for (; ; pages += 1) yield Array.from({ length: 50 }, () => row);
    } finally {
      isLeft = true;
    }
  }
  let chunks = 0;
  for await (const __ of write(endless())) if (++chunks === 10) break;
  expect(pages).toBeLessThan(15);
  expect(isLeft).toBe(true);
});

test('a workbook goes on in another sheet where one is full', async () => {
  async function* pages() {
    for (let n = 0; n < 5; n += 1) yield [[n * 2], [n * 2 + 1]];
  }
  const sheets = parseXlsx(Buffer.concat(await Array.fromAsync(workbook('表', ['数'], pages(), 3))));
  expect(sheets.map((rows) => rows.slice(1).flat())).toEqual([[0, 1, 2], [3, 4, 5], [6, 7, 8], [9]]);
  expect(sheets.every(([head]) => head![0] === '数')).toBe(true);
});
