/**
 * On random instances of many shapes every answer obeys capacities and exclusions and is the best there is. An answer whose
 * published prices prove it (bound = total, recomputed here) needs no more; the others, and every 100th, are given to HiGHS.
 */
import { expect, test } from 'vitest';
import { randomInstance, shuffled } from '../bench/instances.ts';
import { loadHighs, optimum } from '../bench/oracle.ts';
import { recheck } from '../bench/recheck.ts';
import { pair, readInstance } from './index.ts';

const INSTANCES = Number(process.env.PAIRING_INSTANCES ?? 2000);

test(`bound ≥ optimum = total on ${INSTANCES} instances, in any order of the input`, { timeout: 600_000 }, async () => {
  const highs = await loadHighs();
  let checked = 0;
  for (let seed = 0; seed < INSTANCES; seed++) {
    const instance = randomInstance(seed, seed % 5 === 0 ? 40 : 16);
    expect(readInstance(instance)).toEqual({ instance });
    const answer = pair(instance);
    recheck(instance, answer);
    if (seed % 10 === 0) expect(pair(shuffled(instance, seed))).toEqual(answer);
    if (answer.bound === answer.total && seed % 100 !== 0) continue;
    checked++;
    const best = optimum(highs, instance);
    if (answer.total !== best || answer.bound < best)
      throw new Error(`seed ${seed}: ${answer.total} of ${best}, bound ${answer.bound}`);
  }
  expect(checked).toBeGreaterThanOrEqual(INSTANCES / 100);
});

test('stable has no blocking pair; no mode breaks a rule or beats the bound', { timeout: 120_000 }, () => {
  for (let seed = 0; seed < 500; seed++) {
    const instance = randomInstance(seed, 30);
    const best = pair(instance);
    for (const mode of ['stable', 'balanced'] as const) {
      const answer = pair(instance, { mode });
      recheck(instance, answer);
      expect(answer.total).toBeLessThanOrEqual(best.total);
      if (mode === 'stable') expect(answer.blocking).toBe(0);
    }
  }
});
