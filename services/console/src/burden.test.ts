// What a scheme asks of everybody, counted from its text; and the periods that the page proposes for a year.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proposed, span } from '../web/competitions/calendar.ts';
import { burdenOf } from '../web/parts/burden.ts';

const template = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../packages/scoring/src/schemes/${name}.json`, import.meta.url), 'utf8'));

test('the seven sevens ask a project for 13 boxes a quarter: four of its own, nine of six departments', () => {
  const [projects, ...others] = burdenOf(template('qi-bi-qi-sai'));
  expect(others.every(({ stages }) => stages.every(({ by }) => by.every(({ who }) => who[0] === '组织者')))).toBe(true);
  const [quarter] = projects!.stages;
  expect([quarter!.boxes, quarter!.times]).toEqual([13, 4]);
  // Days on site follow from the project's status; of output and progress a plan, what was done and a verification.
  expect(quarter!.by.map(({ who, boxes }) => [who[0], boxes])).toEqual([
    ['参赛单位', 4],
    ['工程管理部', 2],
    ['安全环保部', 2],
    ['质量管理部', 1],
    ['技术中心', 1],
    ['经营财务部', 1],
    ['工会办公室', 2],
  ]);
});

test('what judges mark is theirs', () => {
  const [couriers] = burdenOf(template('ji-neng'));
  expect(couriers!.stages[0]!.by.map(({ who, boxes }) => [who[0], boxes])).toEqual([
    ['组织者', 3],
    ['评委', 1],
  ]);
});

const named = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `p${at + 1}`, label: `第${at + 1}期` }));
test.each([
  [1, ['2024-01-01 2024-12-31']],
  [2, ['2024-01-01 2024-06-30', '2024-07-01 2024-12-31']],
  [4, ['2024-01-01 2024-03-31', '2024-04-01 2024-06-30', '2024-07-01 2024-09-30', '2024-10-01 2024-12-31']],
])('%i periods share the months of a year', (n, days) => {
  expect(proposed(named(n), 2024).map(({ from, to }) => `${from} ${to}`)).toEqual(days);
});
test('months end on their own last days, and five periods are left to the organiser', () => {
  expect(proposed(named(12), 2024)[1]).toMatchObject({ from: '2024-02-01', to: '2024-02-29' });
  expect(proposed(named(12), 2025)[1]).toMatchObject({ from: '2025-02-01', to: '2025-02-28' });
  expect(proposed(named(5), 2024).every(({ from, to }) => from === '' && to === '')).toBe(true);
});
test('a period is drawn where it lies on its year, and not at all while it ends before it begins', () => {
  expect(span({ from: '2025-01-01', to: '2025-12-31' }, 2025)).toEqual({ from: 0, to: 1 });
  expect(span({ from: '2024-12-01', to: '2025-01-31' }, 2025)).toEqual({ from: 0, to: 31 / 365 });
  expect(span({ from: '2025-03-02', to: '2025-03-01' }, 2025)).toBeUndefined();
  expect(span({ from: '', to: '2025-03-01' }, 2025)).toBeUndefined();
});
