/** What is said about an answer is true: shadow prices, studios left out, the price of modes, the proof over all pairs, re-solving. */
import { expect, test } from 'vitest';
import { randomInstance } from '../bench/instances.ts';
import { loadHighs, optimum } from '../bench/oracle.ts';
import { recheck } from '../bench/recheck.ts';
import { sample } from '../bench/sample.ts';
import {
  boundOverAll,
  candidatesOf,
  compareModes,
  corpusOf,
  defaultWeights,
  graphOf,
  graphOfCandidates,
  type Instance,
  instanceOf,
  leftOut,
  pair,
  pairSteps,
  runToEnd,
  whyNot,
} from './index.ts';

const corpus = corpusOf(sample({ count: 300, seed: 5 }), defaultWeights);
const instance = instanceOf(candidatesOf(corpus, 20));
const answer = pair(instance);

test('a chosen pair is worth its prices; another is worth less, and the difference is what forcing it costs at least', {
  timeout: 60_000,
}, () => {
  const chosen = new Set(answer.pairs.map(([a, b]) => `${a} ${b}`));
  let checked = 0;
  for (const { a, b, weight } of instance.pairs.slice(0, 2000)) {
    const why = whyNot(instance, answer, b, a);
    if (chosen.has(`${a} ${b}`)) expect(why.reason).toBe('chosen');
    else if (why.reason === 'worth-more-elsewhere') {
      const loss = why.prices[0] + why.prices[1] + why.odd - weight;
      expect(loss).toBeGreaterThan(0);
      if (checked++ % 40 !== 0) continue;
      const forced = pair({ ...instance, kept: [[a, b]] });
      expect(forced.total).toBeLessThanOrEqual(answer.bound - loss);
    }
  }
  expect(checked).toBeGreaterThan(500);
});

test('why-not tells a kept, a forbidden, an impossible and an exhausted pair apart', () => {
  const small: Instance = {
    studios: ['a', 'b', 'c', 'd'].map((id) => ({ id, capacity: 1 })),
    pairs: [
      { a: 'a', b: 'b', weight: 5 },
      { a: 'a', b: 'c', weight: 9 },
      { a: 'c', b: 'd', weight: 4 },
    ],
    kept: [['a', 'b']],
    forbidden: [['d', 'c']],
  };
  const reasons = ['ab', 'cd', 'ad', 'ca'].map((ids) => whyNot(small, pair(small), ids[0]!, ids[1]!).reason);
  expect(reasons).toEqual(['kept', 'forbidden', 'not-possible', 'no-place']);
  expect(() => whyNot(small, pair(small), 'a', 'x')).toThrow(RangeError);
  expect(leftOut(graphOf(small), pair(small)).map((l) => [l.id, l.reason])).toEqual([
    ['c', 'no-possible-pair'],
    ['d', 'no-possible-pair'],
  ]);
});

test('a studio left out that has possible partners lost them to others', () => {
  const triangle: Instance = {
    studios: ['a', 'b', 'c', 'z'].map((id) => ({ id, capacity: id === 'z' ? 0 : 1 })),
    pairs: [
      { a: 'a', b: 'b', weight: 5 },
      { a: 'b', b: 'c', weight: 4 },
    ],
  };
  const out = leftOut(graphOf(triangle), pair(triangle));
  expect(out.map((l) => [l.id, l.reason, l.best])).toEqual([
    ['c', 'lost-to-others', { with: 'b', weight: 4 }],
    ['z', 'no-place', undefined],
  ]);
});

test('best has the largest total and stable no blocking pair', () => {
  const [stable, balanced, best] = runToEnd(compareModes(instance));
  expect([stable!.mode, balanced!.mode, best!.mode]).toEqual(['stable', 'balanced', 'best']);
  expect(best!.total).toBe(answer.total);
  expect(best!.total).toBeGreaterThanOrEqual(balanced!.total);
  expect(balanced!.total).toBeGreaterThanOrEqual(stable!.total);
  expect(stable!.blocking).toBe(0);
  expect(best!.worstOff).toBeGreaterThan(0);
});

test('the bound over all pairs holds for every pairing, with any K', { timeout: 60_000 }, () => {
  const all = pair(instanceOf(candidatesOf(corpus, 300)));
  for (const k of [1, 3, 10, 40]) {
    const candidates = candidatesOf(corpus, k);
    const some = pair(instanceOf(candidates));
    const bound = boundOverAll(candidates, some);
    expect(bound).toBeGreaterThanOrEqual(all.total);
    expect(bound).toBeGreaterThanOrEqual(some.bound);
  }
  expect(() => candidatesOf(corpus, 0)).toThrow(RangeError);
});

test('leaders take their number of members and members one leader', () => {
  const leaders = new Map(corpus.studios.slice(0, 30).map((s, i) => [s.id, i % 12]));
  const candidates = candidatesOf(corpus, 20, { leaders });
  const hubs = pair(instanceOf(candidates));
  const count = new Map<string, number>();
  for (const [a, b] of hubs.pairs) {
    expect(leaders.has(a)).not.toBe(leaders.has(b));
    for (const id of [a, b]) count.set(id, (count.get(id) ?? 0) + 1);
  }
  for (const [id, c] of count) expect(c).toBeLessThanOrEqual(leaders.get(id) ?? 1);
  expect(hubs.bound).toBe(hubs.total); // two sides have no odd cycles: the prices prove it exactly
});

test('re-solving after a change from the prices before is as good as solving afresh', { timeout: 60_000 }, async () => {
  const highs = await loadHighs();
  for (let seed = 0; seed < 60; seed++) {
    const before = randomInstance(seed, 25);
    const { prices } = pair(before);
    const pairs = before.pairs.map((p, i) => (i % 9 === seed % 9 ? { ...p, weight: p.weight + (seed % 4) } : p));
    const after: Instance = { ...before, pairs, kept: [], forbidden: pairs.slice(0, 1).map((p) => [p.a, p.b]) };
    const again = runToEnd(pairSteps(graphOf(after), { from: prices }));
    recheck(after, again);
    expect(again.total).toBe(optimum(highs, after));
  }
});

test('a long run reports its progress and stops when the caller stops iterating', () => {
  const steps = pairSteps(graphOfCandidates(candidatesOf(corpus, 20)));
  const stages = new Set<string>();
  for (const step of steps) {
    stages.add(step.stage);
    expect(step.done).toBeGreaterThanOrEqual(0);
    if (step.stage === 'proof') break;
  }
  expect(stages).toContain('proof');
  expect(steps.next()).toEqual({ done: true, value: undefined });
});
