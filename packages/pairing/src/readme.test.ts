/** The examples of the README run as they stand. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as pairing from './index.ts';

const studio = (id: string, trade: string, offers: string[], seeks: string[]): pairing.Studio => ({
  id,
  employer: `${id}的公司`,
  district: '丰台',
  level: '市级',
  trade,
  offers,
  seeks,
  capacity: 1,
});

const given = {
  studios: [
    studio('焊接室', '焊接', ['高强钢焊接'], ['机器人离线编程']),
    studio('编程室', '自动化', ['机器人离线编程'], ['PLC 调试']),
    studio('电气室', '电气', ['PLC 调试'], ['高强钢焊接']),
    studio('旧伙伴', '焊接', ['机器人离线编程'], ['PLC 调试']),
  ],
  shown: [] as unknown[],
  cancelled: () => false,
  text: '{"studios":[{"id":"a","capacity":1}],"pairs":[]}',
};

test('every block of the README runs, and says what it shows', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1]!);
  expect(blocks.length).toBeGreaterThan(5);
  const names = Object.keys(pairing);
  const results = '{ answer, why, modes, alliances, again, outcome, changed, step: steps.next() }';
  const code = `const { ${names} } = pairing; const { studios, cancelled, text } = given; const show = (x) => given.shown.push(x);
    ${stripTypeScriptTypes(blocks.join('\n'))}; return ${results};`;
  const r = new Function('pairing', 'given', code)(pairing, given);
  expect(r.answer.pairs).toHaveLength(2);
  expect(r.answer.total).toBeLessThanOrEqual(r.answer.bound);
  expect(r.why.reasons.reduce((sum: number, reason: { points: number }) => sum + reason.points, 0)).toBe(r.why.weight);
  expect(r.modes).toHaveLength(3);
  expect(r.alliances.pairs.length).toBeGreaterThan(1);
  expect(r.again.pairs).not.toContainEqual(r.answer.pairs[0]);
  expect(r.outcome).toMatchObject({ pairs: [], total: 0, bound: 0 });
  expect(given.shown.length).toBeGreaterThan(0);
  expect(r.step.done).toBe(true);
});
