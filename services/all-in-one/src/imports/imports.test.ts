// Files as people have them: each import takes them by what they hold, names what it does not take, and drops nothing in silence.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case } from './case.fixture.ts';
import { cells, codes, rows } from './cells.fixture.ts';
import { contestantCases, performanceCases } from './contest-imports.fixture.ts';
import { fileCases } from './files.fixture.ts';
import {
  entryCases,
  markCases,
  personCases,
  planCases,
  progressCases,
  reviewCases,
  statusCases,
  studioCases,
  teamCases,
} from './other-imports.fixture.ts';
import { page, written } from './page.ts';
import { startedYear } from './started.fixture.ts';
import { encodings, headers, separators, sheets } from './whole-files.fixture.ts';

const groups: [title: string, cases: Case[]][] = [
  ['编码与格式', encodings],
  ['分隔与引号', separators],
  ['表头', headers],
  ['工作表', sheets],
  ['编码一栏', codes],
  ['各种格子', cells],
  ['各种行', rows],
  ['报名', entryCases],
  ['施工状态', statusCases],
  ['评分', markCases],
  ['计划', planCases],
  ['完成情况', progressCases],
  ['年终评审', reviewCases],
  ['人员', personCases],
  ['队伍', teamCases],
  ['工作室', studioCases],
  ['参赛名单', contestantCases],
  ['比赛成绩', performanceCases],
  ['真实的文件', fileCases],
];
let year: Awaited<ReturnType<typeof startedYear>>;
const answers = new Map<Case, Awaited<ReturnType<typeof preview>>>();
beforeAll(async () => {
  year = await startedYear();
  const cases = groups.flatMap(([, each]) => each);
  // So many wait for their turn at most.
  for (let start = 0; start < cases.length; start += 16)
    await Promise.all(cases.slice(start, start + 16).map(async (each) => answers.set(each, await preview(each))));
}, 240_000);
afterAll(() => year.stop());

interface Fault {
  row: number;
  cell?: string;
  zh: string;
  en: string;
}

async function preview({ of, file, query, type }: Case) {
  const url = `/api${year.paths[of]}?preview=true${query ? `&${query}` : ''}`;
  const payload = typeof file === 'string' ? Buffer.from(file) : file;
  return year.call(year.actor, 'POST', url, payload, type ? { 'content-type': type } : {});
}

const seen = new Map<string, string>();
test.each(groups.flatMap(([, cases]) => cases))('$of: $what', (each) => {
  const { status, body } = answers.get(each)!;
  if (status !== 200) {
    seen.set(each.what + each.of, `不能读取：${body.detail}`);
    expect(body.type).toBe(`/problems/${each.gives}`);
    expect(body.detail).toMatch(/\p{Script=Han}/u);
    return;
  }
  const {
    preview: would,
    faults,
    notes,
  } = body as {
    preview: Record<'new' | 'changed' | 'same', number>;
    faults: Fault[];
    notes: { zh: string; en: string }[];
  };
  const counts = [`+${would.new}`, `~${would.changed}`, `=${would.same}`].filter((count) => !count.endsWith('0'));
  const at = [...new Set(faults.map(({ cell, row }) => `!${cell ?? row}`))];
  expect([...counts, ...at].join(' ')).toBe(each.gives);
  for (const { zh, en } of [...faults, ...notes]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh + en).not.toMatch(/undefined|\{\w+\}|Invalid input|[0-9a-f]{8}-[0-9a-f]{4}-/);
  }
  seen.set(each.what + each.of, sentence(would, faults, notes));
});

function sentence(would: Record<string, number>, faults: Fault[], notes: { zh: string }[]): string {
  const words = Object.entries({ new: '新增', changed: '更改', same: '不变' });
  const counts = words.filter(([key]) => would[key]).map(([key, word]) => `${word} ${would[key]} 行`);
  const wrong = faults.map(({ row, cell, zh }) => `${cell ?? `第 ${row} 行`} 有误：${zh}`);
  return [counts.join('、') || '不导入', ...wrong, ...notes.map(({ zh }) => `说明：${zh}`)].join('<br>');
}

test('there are as many kinds of files as people have, of every import', () => {
  const cases = groups.flatMap(([, each]) => each);
  process.stderr.write(`files as people have them: ${cases.length} of ${Object.keys(year.paths).length} imports\n`);
  expect(cases.length).toBeGreaterThanOrEqual(190);
  expect(new Set(cases.map(({ of }) => of))).toEqual(new Set(Object.keys(year.paths)));
});

test('the page of imports says what each file gives', async () => {
  const text = readFileSync(page, 'utf8');
  const result = ({ what, of }: Case) => seen.get(what + of)!;
  const tables = groups.map(([title, cases]) => ({
    title,
    rows: cases.map((each) => [each.what, result(each)] as const),
  }));
  await expect(written(text, tables)).toMatchFileSnapshot(fileURLToPath(page));
});
