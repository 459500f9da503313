// What is published in language 2 is the exact number, rounded once: held against fractions over random schemes.
import { expect, test } from 'vitest';
import { publishedEqualsExact } from '../kit/rounding.ts';

/** Schemes drawn in `npm test`; `test:long` draws twenty thousand. */
const SCHEMES = Number(process.env.SCHEMES ?? 1_500);

test('whoever is best has all points also where the best raw number lies next to a tie', () => {
  publishedEqualsExact(8_088, { numbers: 0, twice: 0 });
});

test('a published number is the exact number rounded once', { timeout: 120_000 + SCHEMES * 30 }, () => {
  const met = { numbers: 0, twice: 0 };
  for (let seed = 0; seed < SCHEMES; seed++) publishedEqualsExact(seed, met);
  expect(met.twice).toBeGreaterThan(SCHEMES / 100);
});
