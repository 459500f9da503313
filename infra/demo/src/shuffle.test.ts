// Streams have no order among each other: however the log interleaves them, the year comes to the same.
import { expect, test } from 'vitest';
import { YEAR } from './year.expected.ts';
import { install, playUnseen } from './year.fixture.ts';

/** Mulberry32: the same numbers for the same seed on every machine. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SHUFFLES = Number(process.env.SHUFFLES ?? 3);
const seeds = Array.from({ length: SHUFFLES }, (_, at) => at + 1);
test.each(seeds)('streams interleaved by seed %i', { timeout: 120_000 }, async (seed) => {
  const { url, admin, running } = await install({ shuffle: randomOf(seed) });
  const { digest } = await playUnseen({ url, admin });
  await running.stop();
  expect(digest).toBe(YEAR);
});
