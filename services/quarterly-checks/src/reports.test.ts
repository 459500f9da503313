// What is printed of a year: who may read which report, what it says, and the sheets on paper with their codes.
import { checkId, roundId } from '@jiangong/contracts';
import { linksOf, textsOf } from '@jiangong/documents/testing';
import { tokenOf } from '@jiangong/service-kit/testing';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  branchMarks,
  checker,
  competition,
  entrant,
  evaluatedYear,
  foreigner,
  organiser,
  projects,
  publishAll,
  type Who,
  type Year,
} from './year.fixture.ts';

const address = 'https://year.example.cn';
let year: Year;
beforeAll(async () => {
  year = await evaluatedYear(undefined, { PUBLIC_URL: `${address}/` });
});
afterAll(() => year.stop());

const q1 = roundId(competition, 'projects', 'q1');
const own = entrant(projects[0]!.unit);
async function printed(who: Who, path: string) {
  const headers = { authorization: `Bearer ${await tokenOf(who)}` };
  const { statusCode, rawPayload, headers: answered } = await year.app.inject({ url: `/api${path}`, headers });
  if (statusCode !== 200) return { refused: JSON.parse(rawPayload.toString()).type as string };
  expect(answered['content-type']).toBe('application/pdf');
  return { pdf: rawPayload, texts: await textsOf(rawPayload) };
}
const report = (who: Who, query: string) => printed(who, `/standings/${competition}/report?${query}`);

test('a quarter is one page per track and group: places, units, points, and when it was printed', async () => {
  const { texts } = await report(organiser, 'period=q1');
  expect(texts).toHaveLength(1);
  const [page] = texts as [string];
  expect(page).toContain('2024年“七比七赛”劳动竞赛第一季度检查考核结果项目部名次单位得分图示1');
  expect(page).toMatch(/1项目11部\d+\.\d\d2项目13部\d+\.\d\d3项目12部\d+\.\d\d/);
  expect(page).toContain('2025年1月10日打印第1页，共1页');
});

test('a year has its quarters next to it, with the honours, for every track', async () => {
  const { texts } = await report(organiser, 'paper=A3');
  expect(texts).toHaveLength(2);
  expect(texts![0]).toContain('年度考评结果项目部名次单位第一季度第二季度第三季度第四季度年度得分图示荣誉');
  expect(texts![0]).toMatch(/1项目11部(\d+\.\d\d){5}优胜项目部/);
  expect(texts![1]).toContain('分支机构名次单位得分');
});

test('whoever may not read the standings may not read the report, and rivals’ points stay hidden in it', async () => {
  expect((await report(foreigner, 'period=q1')).refused).toBe('/problems/not-found');
  expect((await report(organiser, 'period=q9')).refused).toBe('/problems/not-found');
  await publishAll(year, 'hidden');
  expect((await report(own, 'period=q1')).refused).toBe('/problems/result-not-published');
  expect((await report(own, '')).refused).toBe('/problems/result-not-published');
  await publishAll(year, 'entrants');
  const { texts } = await report(own, 'period=q1');
  expect(texts![0]).toMatch(/1项目11部\d+\.\d\d2项目13部—3项目12部—/);
  expect(texts![0]).toContain('日前（含当日）在系统中提出申诉');
  await publishAll(year, 'public');
  expect((await report(own, 'period=q1')).texts![0]).toMatch(/2项目13部\d+\.\d\d/);
});

test('paper sheets: one for each unit and department, with items, tariff and the code of their page', async () => {
  const { pdf, texts } = await printed(organiser, `/rounds/${q1}/papers`);
  expect(texts!.length).toBe(projects.length * 6);
  const links = linksOf(pdf!);
  expect(new Set(links).size).toBe(texts!.length);
  expect(links).toContain(`${address}/sheets/${checkId(projects[0]!.entry, 'q1')}/safety`);
  const safety = await printed(checker('safety'), `/rounds/${q1}/papers`);
  expect(safety.texts).toHaveLength(projects.length);
  expect(safety.texts![0]).toContain('安全');
  expect(safety.texts![0]).toContain('分/次');
  const one = await printed(
    organiser,
    `/rounds/${q1}/papers?department=engineering&check=${checkId(projects[1]!.entry, 'q1')}`,
  );
  expect(one.texts).toHaveLength(1);
  expect(one.texts![0]).toContain('主体计划100，权重60');
  expect((await printed(checker('safety'), `/rounds/${q1}/papers?department=quality`)).refused).toBe(
    '/problems/not-yours',
  );
  expect((await printed(own, `/rounds/${q1}/papers`)).refused).toBe('/problems/forbidden');
  expect((await printed(foreigner, `/rounds/${q1}/papers`)).refused).toBe('/problems/not-found');
});

/** The rows of each sheet of a workbook, heading first, as another reader finds them. */
function sheetsOf(file: Uint8Array): Record<string, string[][]> {
  const parts = unzipSync(file);
  const text = (path: string) => strFromU8(parts[path]!);
  const plain = (xml: string) =>
    xml.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name as 'amp']!);
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(([, t]) =>
    plain(t!),
  );
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name]) => plain(name!));
  return Object.fromEntries(
    names.map((name, at) => {
      const rows = [...text(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
        [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, about, inner = '']) => {
          const [, value = ''] = /<v>(.*?)<\/v>/s.exec(inner) ?? [];
          return about!.includes('t="s"') ? shared[Number(value)]! : value;
        }),
      );
      return [name, rows];
    }),
  );
}

/** How the cell of a workbook's first sheet is shown. */
function shownAt(file: Uint8Array, cell: string): string | undefined {
  const parts = unzipSync(file);
  const [sheet, styles] = ['xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((path) => strFromU8(parts[path]!));
  const [, style] = new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet!) ?? [];
  const [, formats] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles!)!;
  const [, id] = /numFmtId="(\d+)"/.exec([...formats!.matchAll(/<xf .*?(?:<\/xf>|\/>)/gs)][Number(style)]![0])!;
  return new RegExp(`numFmtId="${id}" formatCode="([^"]+)"`).exec(styles!)?.[1];
}

test('the whole year is one workbook: places, every item, vetoes, corrections, appeals, with real numbers and dates', async () => {
  const check = checkId(projects[1]!.entry, 'q2');
  const correction = { marks: { technology: { value: 4.5 } }, reason: '复核发现计分有误' };
  expect((await year.call(organiser, 'POST', `/checks/${check}/corrections`, correction)).status).toBe(200);
  await year.quiet();
  const get = async (who: Who) => {
    const headers = { authorization: `Bearer ${await tokenOf(who)}` };
    return year.app.inject({ url: `/api/standings/${competition}/workbook`, headers });
  };
  expect((await get(own)).statusCode).toBe(403);
  expect((await get(foreigner)).statusCode).toBe(404);
  const answer = await get(organiser);
  expect(answer.statusCode).toBe(200);
  const sheets = sheetsOf(answer.rawPayload);
  expect(Object.keys(sheets)).toEqual([
    ...['项目部年度', '项目部各期', '分支机构年度', '评分明细', '一票否决', '更正', '申诉'],
  ]);
  expect(sheets.项目部各期).toHaveLength(1 + 4 * projects.length);
  expect(sheets.项目部各期![0]).toContain('安全生产');
  const [, first] = sheets.项目部年度!;
  expect(first!.slice(0, 3)).toEqual(['1', 'U-11', '项目11部']);
  // A score of 94 is 94.00 there, and a number still.
  const column = String.fromCharCode(65 + sheets.项目部年度![0]!.indexOf('得分'));
  expect(shownAt(answer.rawPayload, `${column}2`)).toBe('0.00');
  const corrected = sheets.更正!.slice(1).map((row) => row.filter(Boolean).slice(0, 6));
  expect(corrected).toEqual([['项目部', '第二季度', 'U-12', '项目12部', '2', '复核发现计分有误']]);
  let items = 0;
  for (const { entry } of projects)
    for (const period of ['q1', 'q2', 'q3', 'q4']) {
      const { body } = await year.call(organiser, 'GET', `/checks/${checkId(entry, period)}`);
      items += Object.keys(body.sealed.inputs).length;
    }
  const reviewed = projects.length + 2 * Object.keys(branchMarks).length;
  expect(sheets.评分明细).toHaveLength(1 + items + reviewed);
  const hazard = sheets.评分明细!.find((row) => row.includes('质量缺陷×1'))!;
  // The day it was entered, as a workbook counts days.
  expect(hazard.at(-1)).toBe(String(Date.UTC(2025, 0, 10) / 86_400_000 + 25_569));
});
