// The duty of a year: read on one board, closed for all by one request, corrected with revisions.
import { textsOf } from '@jiangong/documents/testing';
import { startTesting, type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from '../../../packages/service-kit/src/http/file/read.ts';
import { studioAlliances } from './service.ts';
import type { Who } from './wrong.fixture.ts';

const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const accepter: Who = { org: 'industry', sub: 'sun', roles: ['organiser'] };
const auditor: Who = { org: 'industry', sub: 'shen', roles: ['auditor'] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };
const profile = {
  ...{ name: '工作室', leader: 'P-1', employer: '甲公司', district: '东城区', level: 'district' },
  ...{ trade: '焊接', offers: ['激光焊接'], seeks: ['探伤'], capacity: 1 },
};
const content = {
  ...{ kind: '专利', applied: ['production', 'research'], contributors: ['P-1'], adoptedOn: '2023-10-08' },
  evidence: [{ title: '证明', reference: '一' }],
};
let t: Testing;
const ids: Record<string, string> = {};
const give = async (path: string, body: object = {}, by = organiser) => {
  const { status, text } = await t.call(by, 'POST', `/api${path}`, body);
  if (status >= 300) throw new Error(`${path}: ${text}`);
  return JSON.parse(text);
};
const log = async (alliance: string, title: string) => {
  const { id } = await give('/outputs', { ...content, alliance: ids[alliance], title });
  await give(`/outputs/${id}/submit`);
  return id as string;
};
const board = async () => {
  const { body } = await t.call(auditor, 'GET', '/api/duties?year=2023');
  return Object.fromEntries(body.items.map((line: { code: string }) => [line.code, line]));
};
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
  for (const code of ['甲', '乙', '丙', '丁']) {
    const studios: string[] = [];
    for (const each of ['A', 'B']) {
      const { id } = await give('/studios', { ...profile, code: `${each}-${code}`, name: `${each}${code}工作室` });
      await give(`/studios/${id}/recognise`);
      studios.push(id);
    }
    const named = { code, name: `${code}联盟`, shortName: code, studios };
    ids[code] = (await give('/alliances', named)).id;
  }
  await t.quiet();
  const approve = (code: string, since: string, duty = {}) =>
    give(`/alliances/${ids[code]}/approve`, { form: 'linked', reason: '链', agreement: '一', since, ...duty });
  for (const code of ['甲', '乙', '丙']) await approve(code, '2023-06-15');
  await approve('丁', '2023-12-01', { duty: { minimum: 1, aim: 2, foundingYear: 'pro-rata' } });
  await t.quiet();
  ids.counted = await log('甲', '激光焊接夹具');
  await give(`/outputs/${ids.counted}/accept`, {}, accepter);
  ids.waiting = await log('乙', '管道预制台车');
  await t.quiet();
}, 240_000);
afterAll(() => t.stop());

test('the board says of every alliance how far it is, what counts by kind and field, and what is undecided', async () => {
  const kinds = [{ kind: '专利', outputs: 1 }];
  const applied = [
    { applied: 'production', outputs: 1 },
    { applied: 'research', outputs: 1 },
  ];
  expect(await board()).toMatchObject({
    甲: { status: 'met', outputs: 1, kinds, applied, undecided: [], closed: false },
    乙: { status: 'behind', behindSince: '2024-01-01', outputs: 0, undecided: ['管道预制台车'] },
    丙: { status: 'behind', outputs: 0, kinds: [] },
    丁: { status: 'not-due', minimum: 0, aim: 0 },
  });
  const table = await t.call(auditor, 'GET', '/api/duties?year=2023&format=csv');
  expect(table.text).toContain('甲,甲联盟,已达成,1,1,2,专利 1,生产 1；科研 1');
  expect((await t.call(abroad, 'GET', '/api/duties?year=2023')).body.items).toEqual([]);
});

test('a year is closed for all by one request, but for what is undecided, which is named; corrected with a reason', async () => {
  const closeAll = (by = organiser, year = 2023) => t.call(by, 'POST', `/api/duties/${year}/close-all`);
  expect((await closeAll(organiser, 2024)).body.type).toContain('duty-year-running');
  expect((await closeAll(abroad)).body.type).toContain('no-duties');
  const { status, body } = await closeAll();
  expect([status, body.remarks]).toEqual([
    201,
    [expect.objectContaining({ zh: '乙联盟未结账，待审成果：管道预制台车' })],
  ]);
  await t.quiet();
  expect(await board()).toMatchObject({
    甲: { closed: true, status: 'met', correctionDue: false },
    乙: { closed: false },
    丙: { closed: true, status: 'behind' },
    丁: { closed: true, status: 'not-due' },
  });
  // Again: only what was left is closed, and what is closed stays.
  expect((await closeAll()).body.type).toContain('outputs-undecided');
  await give(`/outputs/${ids.waiting}/accept`, {}, accepter);
  await t.quiet();
  expect((await closeAll()).status).toBe(200);
  await t.quiet();
  expect(await board()).toMatchObject({ 乙: { closed: true, status: 'met' } });
  expect((await closeAll()).body.version).toBe(2);

  await give(`/outputs/${ids.counted}/withdraw`, { reason: '应用证明有误' });
  await t.quiet();
  expect(await board()).toMatchObject({
    甲: { status: 'met', outputs: 1, correctionDue: true },
    乙: { correctionDue: false },
  });
  const at = `/api/alliances/${ids.甲}/duties`;
  expect((await t.call(organiser, 'POST', `${at}/2023/correct`, {})).status).toBe(400);
  expect((await t.call(abroad, 'POST', `${at}/2023/correct`, { reason: '改' })).status).toBe(404);
  expect((await t.call(organiser, 'POST', `${at}/2024/correct`, { reason: '改' })).body.type).toContain(
    'duty-not-closed',
  );
  const reason = { reason: '成果撤回，重新核对' };
  expect((await t.call(organiser, 'POST', `${at}/2023/correct`, reason)).status).toBe(200);
  await t.quiet();
  const corrections = [{ revision: 2, outputs: 0, status: 'behind', ...reason }];
  expect((await t.call(auditor, 'GET', `${at}/2023`)).body).toMatchObject({
    ...{ status: 'behind', outputs: 0, closed: true, correctionDue: false, corrections },
  });
  expect((await t.call(organiser, 'POST', `${at}/2023/correct`, reason)).body.version).toBe(2);
});

test('the year on paper and as a workbook says what the board says, what counts, what was corrected and is made up for', async () => {
  const by = { rectifyBy: '2024-09-30', reason: '本年补做' };
  await give(`/alliances/${ids.丙}/duties/2023/rectify`, by);
  await t.quiet();
  const file = async (path: string, who = auditor) => {
    const headers = { authorization: `Bearer ${await tokenOf(who)}` };
    const { statusCode, rawPayload } = await t.app.inject({ url: `/api/duties/${path}`, headers });
    return { status: statusCode, bytes: rawPayload };
  };
  const texts = await textsOf((await file('2023/report')).bytes);
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('2023年度创新工作室联盟成果任务完成情况联盟4个：');
  for (const part of ['未达成2个', '已达成1个', '本年无任务1个', '计入成果1项', '限2024-09-30前整改', '更正1次'])
    expect(texts[0]).toContain(part);
  expect(texts[0]).toContain('乙联盟管道预制台车专利生产、科研2023-10-08');
  expect(texts[0]).not.toContain('激光焊接夹具');

  const { bytes } = await file('2023/workbook');
  const rows = async (sheet: string, heading: string) => {
    const { lines } = await readFile(bytes, { headings: [[heading, 0]], sheet } as never);
    return lines.map(({ cells }) => cells.map(String));
  };
  const lines = Object.values(await board());
  const duties = (await rows('年度成果任务', '编号')).slice(1);
  expect(duties.map(([code, , , outputs]) => [code, Number(outputs)])).toEqual(
    lines.map(({ code, outputs }) => [code, outputs]).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect((await rows('创新成果', '联盟')).slice(1).map(([of, , title]) => [of, title])).toEqual(
    expect.arrayContaining([
      ['甲联盟', '激光焊接夹具'],
      ['乙联盟', '管道预制台车'],
    ]),
  );
  expect((await rows('更正', '联盟'))[1]).toEqual(['甲联盟', '2', '成果撤回，重新核对', '0', '未达成']);
  expect((await rows('整改', '联盟'))[1]!.slice(0, 3)).toEqual(['丙联盟', '2024-09-30', '本年补做']);

  for (const path of ['2023/report', '2023/workbook']) {
    expect((await file(path, abroad)).status).toBe(404);
    expect((await file(path.replace('2023', '2022'))).status).toBe(404);
    expect((await file(path.replace('2023', '2023e9'))).status).toBe(400);
  }
});
