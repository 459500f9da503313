import { expect, test } from 'vitest';
import { traceparentOf } from './trace.ts';

const [trace, parent] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

test('a trace is carried on as W3C writes it', () => {
  for (const good of [`00-${trace}-${parent}-01`, `cc-${trace}-${parent}-00`]) expect(traceparentOf(good)).toBe(good);
});

test.each([
  undefined,
  '',
  ['00', '01'],
  `00-${trace}-${parent}`,
  `ff-${trace}-${parent}-01`,
  `00-${'0'.repeat(32)}-${parent}-01`,
  `00-${trace}-${'0'.repeat(16)}-01`,
  `00-${trace.toUpperCase()}-${parent}-01`,
  `00-${trace}-${parent}-01-more`,
  `00-${trace}-${parent}-01\n`,
  'x'.repeat(8192),
])('what is none is not: %s', (bad) => {
  expect(traceparentOf(bad)).toBeUndefined();
});
