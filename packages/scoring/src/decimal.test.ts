// The arithmetic is what decimal.js computes with sixty digits.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mulDiv, roundTo, weightedMean, wholeSteps } from './decimal.ts';

const RUNS = { numRuns: 10_000 };

test('mulDiv, weightedMean, roundTo and wholeSteps equal decimal.js', () => {
  const big = fc.maxSafeInteger();
  const safe = (x: Decimal) => x.abs().lte(Number.MAX_SAFE_INTEGER);
  const D = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
  const whole = (x: Decimal) => x.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const near = fc.integer({ min: -20_000_000, max: 20_000_000 });
  const number = fc.oneof(big, near);
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      const [x, y, z] = [new D(a), new D(b), new D(c)];
      if (c !== 0) {
        const truth = whole(x.times(y).div(z));
        if (safe(truth)) expect(mulDiv(a, b, c)).toBe(truth.toNumber() + 0);
      }
      const [w, v] = [Math.abs(a % 1000), Math.abs(b % 1000)];
      const truth =
        w + v === 0
          ? undefined
          : whole(
              y
                .times(w)
                .plus(z.times(v))
                .div(w + v),
            ).toNumber() + 0;
      expect(weightedMean([b, c], [w, v])).toBe(truth);
      if (Math.abs(a) < 1e15) expect(roundTo(a, 2)).toBe(whole(x.div(100)).times(100).toNumber() + 0);
      if (c > 0 && Math.abs(a / c) < 1e9) expect(wholeSteps(a, c)).toBe(x.div(z).trunc().times(10_000).toNumber() + 0);
    }),
    RUNS,
  );
});
