import { expect, test } from 'vitest';
import { z } from 'zod';
import { decimal, mark } from './marks.ts';

test('a number within 1e-9 of four places is taken for it, and any other with more places is refused', () => {
  for (const schema of [decimal, z.compile(decimal)]) {
    expect(schema.parse(73.28999999999999)).toBe(73.29);
    expect(schema.parse(0.1 + 0.2)).toBe(0.3);
    expect(schema.parse(1.2345)).toBe(1.2345);
    for (const wrong of [1.23456, 1.00000001, 1e12, Number.NaN]) expect(schema.safeParse(wrong).success).toBe(false);
  }
  expect(mark.parse({ plan: 100, done: 73.28999999999999 })).toEqual({ plan: 100, done: 73.29 });
});
