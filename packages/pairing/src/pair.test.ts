import { expect, test } from 'vitest';
import { candidatesOf, corpusOf, defaultWeights, explain, instanceOf, pair, type Studio, scorePair } from './index.ts';

const studio = (id: string, over: Partial<Studio>): Studio => ({
  id,
  employer: id,
  district: '',
  level: '',
  trade: '',
  offers: [],
  seeks: [],
  capacity: 1,
  ...over,
});

const profiles = [
  studio('焊工', { trade: '焊接', seeks: ['机器人离线编程'], offers: ['高强钢焊接'], district: '丰台区' }),
  studio('编程', { trade: '自动化', offers: ['机器人离线编程'], seeks: ['PLC'], district: '丰台区' }),
  studio('电工', { trade: '电气', offers: ['PLC 调试'], seeks: ['高强钢焊接'] }),
];

test('the points of the reasons add up to the weight, and both directions agree', () => {
  const corpus = corpusOf(profiles, defaultWeights);
  const why = explain(corpus, '焊工', '编程')!;
  expect(why.reasons.reduce((sum, r) => sum + r.points, 0)).toBe(why.weight);
  expect(why.reasons.map((r) => r.part)).toEqual(['need', 'district']);
  expect(scorePair(corpus, '编程', '焊工')!.weight).toBe(why.weight);
  expect(why.form).toBe('cross-type');
});

test('the candidates of a small corpus are all pairs that exist', () => {
  const corpus = corpusOf(profiles, defaultWeights);
  const instance = instanceOf(candidatesOf(corpus, 5));
  for (const p of instance.pairs) expect(p.weight).toBe(scorePair(corpus, p.a, p.b)!.weight);
  expect(instance.pairs).toHaveLength(3);
  const answer = pair(instance, { mode: 'stable' });
  expect(answer.blocking).toBe(0);
  expect(answer.bound).toBeGreaterThanOrEqual(answer.total);
});
