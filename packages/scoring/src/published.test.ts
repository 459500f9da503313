// What is published in language 2 is the exact number, rounded once: held against fractions over random schemes.
import { expect, test } from 'vitest';
import { publishedEqualsExact } from '../kit/rounding.ts';

/** Schemes drawn in `npm test`; the long form draws a hundred thousand. */
const SCHEMES = process.env.PROPERTY_RUNS ? 100_000 : 1_500;

test('a published number is the exact number rounded once', () => {
  const met = { numbers: 0, twice: 0 };
  for (let seed = 0; seed < SCHEMES; seed++) publishedEqualsExact(seed, met);
  expect(met.twice).toBeGreaterThan(SCHEMES / 100);
});
