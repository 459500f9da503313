// Reading an entry: its numbers as counts of 1/10000, refused when they are not numbers of the language.

import type { Sitting } from '../compile/row.ts';
import { LIMIT, UNIT, units } from '../decimal.ts';
import { failInput, segment } from '../refusal.ts';

/** JSON pointer to an entry of the entrant (or of the judge being read). */
export function entryAt(s: Sitting, id: string): string {
  return `/${segment(s.entrant.id)}/${s.judge === undefined ? '' : `judges/${segment(s.judge)}/`}inputs/${id}`;
}

export function readNumber(x: unknown, s: Sitting, id: string): number {
  const n = typeof x === 'number' ? units(x) : Number.NaN;
  if (Number.isNaN(n))
    return failInput('not-a-number', entryAt(s, id), `${String(x)} is not a number with at most four decimals`);
  return n;
}

/** A number that may not be negative: plans, work done, weights. */
export function readAmount(x: unknown, s: Sitting, id: string): number {
  const n = readNumber(x, s, id);
  return n < 0 ? failInput('negative', entryAt(s, id), `${String(x)} is negative`) : n;
}

export function wrongKind(s: Sitting, id: string, kind: string): never {
  return failInput('wrong-kind', entryAt(s, id), `the entry does not fit a criterion measured by ${kind}`);
}

/** A computed number, refused when it could not be written down as a number of the language. */
export function inRange(n: number, s: Sitting, id: string): number {
  return Math.abs(n) <= LIMIT * UNIT
    ? n
    : failInput('out-of-range', entryAt(s, id), 'the number that comes out is too large');
}
