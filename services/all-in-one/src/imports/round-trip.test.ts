// Every import has a template that can be filled in and sent back, a preview that writes nothing, and its faulty rows as a file.

import { tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from '../../../../packages/service-kit/src/http/file/read.ts';
import { typedInto } from '../../../../packages/service-kit/src/http/file/workbook.fixture.ts';
import { services } from '../services.ts';
import { csv } from './case.fixture.ts';
import { startedYear } from './started.fixture.ts';

let year: Awaited<ReturnType<typeof startedYear>>;
beforeAll(async () => {
  year = await startedYear();
}, 240_000);
afterAll(() => year.stop());

type Who = Parameters<typeof tokenOf>[0];
type Path = keyof typeof year.paths;
const send = (of: Path, file: Buffer | string, query = '', headers = {}) =>
  year.call(year.actor, 'POST', `/api${year.paths[of]}${query}`, Buffer.from(file as string), headers);
async function fileAt(method: 'GET' | 'POST', url: string, payload?: Buffer, who: Who = year.actor): Promise<Buffer> {
  const headers = { authorization: `Bearer ${await tokenOf(who)}` };
  const answer = await year.app.inject({
    method,
    url: `/api${url}`,
    headers: payload ? { ...headers, 'content-type': 'text/csv' } : headers,
    ...(payload ? { payload } : {}),
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  expect(answer.headers['content-disposition']).toContain('.xlsx');
  return answer.rawPayload;
}
const template = (of: Path) => fileAt('GET', `${year.paths[of]}/template.xlsx`);
const commits = () =>
  Promise.all(year.runtimes.map(async ({ store }) => (await Array.fromAsync(store.journal())).length));

/** What is typed into each template, below what it has. */
const typed: Record<Path, Record<string, string | number>> = {
  units: {
    A2: '007',
    B2: '第八分公司',
    C2: '八分',
    D2: '分支机构',
    A3: 'XM-8',
    B3: '第八项目部',
    C3: '八项目',
    D3: '项目部',
    E3: '007',
  },
  people: {
    ...{ A2: '007', B2: '王建国', C2: '钢筋工', D2: 'P-1', E2: '2024-01-02' },
    ...{ A3: 'G-1002', B3: '李秀英', D3: '乙项目部', E3: '2024年1月2日', G3: 3 },
  },
  // Of the two persons above.
  teams: {
    ...{ A2: 'D-01', B2: '青年突击队', C2: '突击队', D2: 'P-1', E2: '007', F2: '2024-01-03', H2: '否' },
    ...{ A3: 'D-01', B3: '青年突击队', C3: '突击队', D3: 'P-1', E3: 'G-1002', F3: '2024-01-03', H3: '是' },
  },
  // The template has the one unit that is not entered yet.
  entries: { C2: '项目部' },
  statuses: {
    ...{ C2: '在施', D2: '2024年1月2日', E2: '正式开工' },
    ...{ C3: '未开工', D3: '2024-01-02', E3: '施工许可办理中' },
  },
  // Three units with seven criteria each: technology and civilised of the first, team of the second.
  marks: { D4: 4.5, E7: '良好', F2: '一般隐患×2：东侧基坑；逾期未整改', H2: '检查记录 3；整改单 5', G9: '现场移交' },
  // Two criteria of each unit: an amount for output, a milestone for progress.
  plans: {
    ...{ E2: 1000, H2: '季度计划', D3: '主体结构', E3: 100, F3: 60, G3: '2024-03-20', H3: '季度计划' },
  },
  // What is planned stands in the template.
  progress: { E2: 950, E3: 80 },
  reviews: { E2: 18, E3: 17.5, K3: '总结材料 2' },
  studios: {
    ...{ A2: 'GZS-8', B2: '甲工作室', C2: '0008', D2: '甲公司', E2: '朝阳区', F2: '区级', G2: '焊接', I2: 2 },
    ...{ J2: '激光焊接；探伤', K2: '检测', L2: 1 },
  },
  contestants: { ...{ A2: 'P-1', B2: '运动员' }, ...{ A3: '乙项目部', B3: 'runners' } },
  // Both contestants with their one criterion.
  performances: { C2: 1295.4, D3: '21:40' },
};

test.each(Object.keys(typed) as Path[])('the template of %s is filled in and imported without a fault', async (of) => {
  const empty = await send(of, await template(of), '?preview=true');
  expect(empty.body).toMatchObject({ accepted: 0, preview: { new: 0, changed: 0, same: 0 } });
  const filled = await typedInto(await template(of), typed[of]);
  const would = (await send(of, filled, '?preview=true')).body;
  const done = (await send(of, filled)).body;
  const count = {
    units: 2,
    people: 2,
    teams: 2,
    entries: 1,
    statuses: 2,
    marks: 4,
    plans: 2,
    progress: 2,
    reviews: 2,
    studios: 1,
    contestants: 2,
    performances: 2,
  }[of];
  expect([would.faults, would.preview.new, would.preview.faulty]).toEqual([[], count, 0]);
  expect([done.faults, done.accepted]).toEqual([[], count]);
  await year.quiet();
  expect((await send(of, filled, '?preview=true')).body.preview).toMatchObject({ new: 0, changed: 0, same: count });
});

test('every import of every service has had its template tried', () => {
  const all = services.flatMap(({ routes }) => routes.filter(({ kind }) => kind === 'import').map(({ path }) => path));
  expect(
    Object.values(year.paths)
      .map((path) => path.replace(/[0-9a-f-]{36}/, ':id'))
      .sort(),
  ).toEqual(all.sort());
});

test('a template shows what concerns whoever takes it, and nothing of another organisation', async () => {
  const { paths, call, actor } = year;
  const foreign = { ...actor, org: 'p' };
  for (const of of ['entries', 'statuses', 'marks'] as const)
    expect([of, (await call(foreign, 'GET', `/api${paths[of]}/template.xlsx`)).status]).toEqual([of, 404]);
  const checker = { ...actor, sub: 'c', roles: ['checker' as const], departments: ['technology'] };
  expect((await call(checker, 'GET', `/api${paths.units}/template.xlsx`)).status).toBe(403);
  const { headings, at } = { headings: [['指标', 0]] as const, at: 2 };
  const { lines } = await readFile(await fileAt('GET', `${paths.marks}/template.xlsx`, undefined, checker), {
    headings,
  });
  expect(new Set(lines.slice(1).map(({ cells }) => cells[at]))).toEqual(new Set(['技术创新']));
});

test('a preview writes nothing', async () => {
  const before = await commits();
  const file = csv(
    ['编码', '名称', '简称', '类别', '上级编码'],
    ['PV-1', '项目', '项目', '项目部', 'PV-2'],
    ['PV-2', '分公司', '分', '分支机构', ''],
    ['PV-3', '', '丙', '分支机构', ''],
    ['P-2', '乙一项目部', '乙一', '项目部', ''],
  );
  const { body } = await send('units', file, '?preview=true', { 'idempotency-key': 'preview' });
  expect(body).toMatchObject({ rows: 4, accepted: 0, faultsTotal: 1 });
  expect(body.preview).toEqual({
    ...{ new: 2, changed: 1, same: 0, faulty: 1 },
    lines: [
      { row: 2, outcome: 'new' },
      { row: 3, outcome: 'new' },
      { row: 5, outcome: 'changed' },
    ],
  });
  await year.quiet();
  expect(await commits()).toEqual(before);
  expect((await year.call(year.actor, 'GET', '/api/units?code=PV-2')).body.items).toEqual([]);
});

test('two deductions in a file are two deductions', async () => {
  const file = csv(
    ['单位编码', '指标', '事项', '依据'],
    ['P-2', '工程质量', '返工：外墙', '记录 1'],
    ['P-2', 'quality', 'defect×2', '记录 2'],
  );
  expect((await send('marks', file)).body).toMatchObject({ rows: 2, accepted: 1, faults: [] });
  const { body } = await year.call(year.actor, 'GET', `/api/checks/${year.check('P-2')}`);
  expect(body.sheets.quality.marks.quality).toMatchObject({
    events: [
      { code: 'rework', subject: '外墙' },
      { code: 'defect', times: 2 },
    ],
    evidence: ['记录 1', '记录 2'],
  });
});

test('faulty rows come back as a file, which is imported once it is mended', async () => {
  const file = Buffer.from(
    csv(
      ['编码', '名称', '简称', '类别', '备注'],
      ['FR-1', '甲公司', '甲', '分支机构', ''],
      ['FR-2', '乙公司', '乙', '公司', '见附件'],
      ['FR-3', '', '丙', '分支机构', ''],
    ),
  );
  const faulty = await fileAt('POST', `${year.paths.units}?faults=xlsx`, file);
  const again = (await send('units', faulty, '?preview=true')).body;
  expect(again.faults.map(({ cell }: { cell: string }) => cell)).toEqual(['D2', 'B3']);
  expect(again.notes.map(({ zh }: { zh: string }) => zh)).toEqual(['没有用到的栏：备注']);
  const mended = await typedInto(faulty, { D2: '分支机构', B3: '丙公司' });
  expect((await send('units', mended)).body).toMatchObject({ rows: 2, accepted: 2, faults: [] });
});

test('the same import again with its key is answered alike, whether its faults are wanted as a file or not', async () => {
  const key = { 'idempotency-key': 'once' };
  const file = csv(
    ['编码', '名称', '简称', '类别'],
    ['ON-1', '甲公司', '甲', '分支机构'],
    ['ON-2', '', '乙', '分支机构'],
  );
  const first = await send('units', file, '', key);
  expect(first.body).toMatchObject({ accepted: 1, faultsTotal: 1 });
  expect((await send('units', file, '?faults=json', key)).body).toEqual(first.body);
});
