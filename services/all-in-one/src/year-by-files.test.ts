// A year of 40 units in three groups, by files and selections: so few requests, every number right, workbook and PDFs at its end.
import { competitions } from '@jiangong/competitions';
import { roundId } from '@jiangong/contracts';
import { linksOf, textsOf } from '@jiangong/documents/testing';
import { quarterlyChecks } from '@jiangong/quarterly-checks';
import { templates } from '@jiangong/scoring';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from '../../../packages/service-kit/src/http/file/read.ts';
import { csv } from './imports/case.fixture.ts';

const MOST_REQUESTS = 60;
const organiser = { org: 'o', sub: 'organiser', roles: ['organiser' as const], departments: [], units: [] };
const departments = ['engineering', 'safety', 'quality'];
const checker = { ...organiser, sub: 'checker', roles: ['checker' as const], departments };

/** The shipped scheme of three groups, with departments and deductions. */
function schemeOf() {
  const body = structuredClone(templates['gong-lu']) as never as {
    departments: object[];
    tracks: { stages: { sheet: { criteria: { id: string; owner: string; only?: string[]; measure: object }[] } }[] }[];
  };
  body.departments = departments.map((id, n) => ({ id, label: ['工程部', '安全部', '质量部'][n] }));
  for (const criterion of body.tracks[0]!.stages[0]!.sheet.criteria) {
    // All take part in everything.
    delete criterion.only;
    criterion.owner = { progress: 'engineering', quality: 'quality' }[criterion.id] ?? 'safety';
    if (criterion.id === 'safety')
      criterion.measure = {
        kind: 'events',
        tariff: [
          { id: 'hazard', label: '一般隐患', points: -2 },
          { id: 'serious', label: '重大隐患', points: -5 },
        ],
      };
  }
  return body;
}

const groups = [
  ['civil', 20],
  ['electrical', 12],
  ['supervision', 8],
] as const;
const units = groups.flatMap(([group, count]) =>
  Array.from({ length: count }, (_, n) => {
    const code = `${{ civil: 'TJ', electrical: 'JD', supervision: 'JL' }[group]}-${String(n + 1).padStart(2, '0')}`;
    const name = `${{ civil: '土建', electrical: '机电', supervision: '监理' }[group]}${n + 1}标项目经理部`;
    return { code, name: code === 'TJ-07' ? '土建7标王𠮷项目经理部' : name, group };
  }),
);
const periods = ['q1', 'q2', 'q3', 'q4'].map((id, n) => ({
  ...{ id, label: ['第一季度', '第二季度', '第三季度', '第四季度'][n]! },
  ...{ from: `2024-${String(n * 3 + 1).padStart(2, '0')}-01`, to: `2024-${String(n * 3 + 3).padStart(2, '0')}-30` },
}));
const last = periods.map(({ to }) => to);

/** What each unit planned, did and was found at, and what that comes to by hand. */
const work = periods.map((_, quarter) =>
  units.map((_, unit) => {
    const seed = unit * 7 + quarter * 3;
    const [plan, done] = [800 + 10 * (seed % 21), 700 + 13 * (seed % 25)];
    const [quality, civilised] = [24 + (seed % 13) / 2, 7 + (seed % 7) / 2];
    const [hazards, serious] = [seed % 4, seed % 11 === 0 ? 1 : 0];
    const progress = Math.round(30 * Math.min(1, Math.round((done / plan) * 1e6) / 1e6) * 1e4) / 1e4;
    const score = quality + civilised + 30 - 2 * hazards - 5 * serious + progress;
    return { plan, done, quality, civilised, hazards, serious, score };
  }),
);

let requests = 0;
let today = '2024-01-05';
let t: Awaited<ReturnType<typeof startTesting>>;
beforeAll(async () => {
  t = await startTesting([competitions, quarterlyChecks], {
    now: () => `${today}T02:00:00Z`,
    env: { PUBLIC_URL: 'https://gonglu.example.cn' },
  });
}, 240_000);
afterAll(() => t.stop());

async function ask(
  who: typeof organiser | typeof checker,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: unknown,
) {
  requests += 1;
  const sent = typeof body === 'string' ? Buffer.from(body) : body;
  const answer = await t.call(who, method, `/api${path}`, sent, method === 'PUT' ? { 'if-match': '*' } : {});
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  await t.quiet();
  return answer.body;
}
async function file(path: string): Promise<Buffer> {
  requests += 1;
  const headers = { authorization: `Bearer ${await tokenOf(organiser)}` };
  const { statusCode, rawPayload, body } = await t.app.inject({ url: `/api${path}`, headers });
  if (statusCode !== 200) throw new Error(`${path}: ${body}`);
  return rawPayload;
}
async function imported(who: typeof organiser | typeof checker, path: string, rows: (string | number)[][]) {
  const { accepted, faults } = await ask(who, 'POST', path, csv(...rows));
  expect([path, faults, accepted]).toEqual([path, [], rows.length - 1]);
}

test('the year takes at most 60 requests, and 160 scores and 40 years are right', async () => {
  const kinds = units.map(({ code, name }) => [code, name, code, '项目部']);
  await imported(organiser, '/units/import', [['编码', '名称', '简称', '类别'], ...kinds]);
  const { id: scheme } = await ask(organiser, 'POST', '/schemes', { template: 'gong-lu' });
  await ask(organiser, 'PUT', `/schemes/${scheme}`, { body: schemeOf() });
  await ask(organiser, 'POST', `/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: competition } = await ask(organiser, 'POST', '/competitions', {
    ...{ name: '2024年高速公路“六比六赛”劳动竞赛', year: 2024, theme: '岗位立功', slogan: '创效创优' },
    registration: { from: '2024-01-01', to: '2024-01-31' },
    tracks: [{ track: 'sections', label: '标段', scheme, periods }],
  });
  const entries = units.map(({ code, group }) => [code, '标段', group]);
  await imported(organiser, `/competitions/${competition}/entries/import`, [['单位编码', '赛道', '组别'], ...entries]);
  const listed = (await ask(organiser, 'GET', `/competitions/${competition}/entries?limit=200`)).items;
  const ids = listed.map(({ entry }: { entry: string }) => entry);
  expect(await ask(organiser, 'POST', '/entries/accept', { ids })).toEqual({ accepted: 40, faults: [] });
  await ask(organiser, 'POST', `/competitions/${competition}/launch`);

  for (const [quarter, { id: period }] of periods.entries()) {
    today = last[quarter]!;
    const round = roundId(competition, 'sections', period);
    const rows = work[quarter]!.map((each, n) => ({ ...each, code: units[n]!.code }));
    await imported(organiser, `/rounds/${round}/plans/import`, [
      ['单位编码', '指标', '计划'],
      ...rows.map(({ code, plan }) => [code, '工程进度', plan]),
    ]);
    await ask(organiser, 'POST', `/rounds/${round}/open`);
    await imported(checker, `/rounds/${round}/progress/import`, [
      ['单位编码', '指标', '完成', '验收合格'],
      ...rows.map(({ code, done }) => [code, '工程进度', done, done]),
    ]);
    await imported(checker, `/rounds/${round}/marks/import`, [
      ['单位编码', '指标', '分值', '事项'],
      ...rows.map(({ code, quality }) => [code, '工程质量', quality, '']),
      ...rows.map(({ code, civilised }) => [code, '文明施工', civilised, '']),
      ...rows.map(({ code, hazards, serious }) => {
        const found = [
          ...(hazards > 0 ? [`一般隐患×${hazards}：东区`] : []),
          ...(serious > 0 ? ['重大隐患：塔吊'] : []),
        ];
        return [code, '安全生产', '', found.join('；') || '无'];
      }),
    ]);
    const checks = (await ask(organiser, 'GET', `/checks?round=${round}&limit=200`)).items;
    const selected = checks.map(({ check }: { check: string }) => check);
    for (const department of ['safety', 'quality'])
      expect(await ask(checker, 'POST', '/checks/submit', { ids: selected, department })).toEqual({
        accepted: 40,
        faults: [],
      });
    await ask(organiser, 'POST', `/rounds/${round}/close`);
  }
  today = '2025-01-10';
  await ask(organiser, 'POST', '/evaluations', { competition, track: 'sections' });

  const standings = `/standings/${competition}`;
  const workbook = await file(`${standings}/workbook`);
  const quarters = [];
  for (const { id } of periods) quarters.push(await file(`${standings}/report?period=${id}`));
  const annual = await file(`${standings}/report?paper=A3`);
  const papers = await file(`/rounds/${roundId(competition, 'sections', 'q1')}/papers?department=safety`);
  console.log(`${requests} requests for 40 units and 160 checks`);
  expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);

  // Every score of the workbook against the sums by hand.
  const at = (code: string) => units.findIndex((unit) => unit.code === code);
  const rowsOf = async (sheet: string) => {
    const { lines } = await readFile(workbook, { headings: [['单位编码', 0]], sheet } as never);
    return lines.slice(1).map(({ cells }) => cells.map((cell) => String(cell)));
  };
  const periodic = await rowsOf('标段各期');
  expect(periodic).toHaveLength(160);
  for (const [label, , code, , , score] of periodic) {
    const quarter = periods.findIndex((period) => period.label === label);
    expect([label, code, Number(score)]).toEqual([label, code, round2(work[quarter]![at(code!)]!.score)]);
  }
  const yearly = await rowsOf('标段年度');
  expect(yearly).toHaveLength(40);
  for (const [, code, , , score] of yearly) {
    const all = work.map((quarter) => quarter[at(code!)]!);
    const planned = all.reduce((sum, { plan }) => sum + plan, 0);
    const mean = all.reduce((sum, each) => sum + each.score * each.plan, 0) / planned;
    expect([code, Number(score)]).toEqual([code, round2(mean)]);
  }
  expect(await rowsOf('评分明细')).toHaveLength(160 * 4);

  // A page for each group; the three best of each are honoured.
  for (const pdf of quarters) expect(await textsOf(pdf)).toHaveLength(3);
  const pages = await textsOf(annual);
  expect(pages).toHaveLength(3);
  for (const [n, [, count]] of groups.entries()) expect(pages[n]!.match(/标(王𠮷)?项目经理部/g)).toHaveLength(count);
  expect(pages[0]).toContain('土建7标王𠮷项目经理部');
  expect(await textsOf(papers)).toHaveLength(40);
  expect(new Set(linksOf(papers)).size).toBe(40);
}, 600_000);

/** As the sum of a quarter is published: two decimals, half up. */
const round2 = (score: number) => Math.round(Math.round(score * 1e4) / 100) / 100;
