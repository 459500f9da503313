// Exact decimal arithmetic with four places: a Num is an integer count of 1/10000 held in a JS number, and every result
// here is exact or correctly rounded (half away from zero, as Excel's ROUND).

export const UNIT = 10_000;
/** The largest magnitude a number may have, in ordinary units: up to it every four-place number is a double of its own. */
export const LIMIT = 100_000_000_000;

/** Is `x` a finite number with at most four decimals and within the limit? */
export function isNum(x: unknown): x is number {
  return typeof x === 'number' && Math.abs(x) <= LIMIT && Math.round(x * UNIT) / UNIT === x;
}

/** Count of 1/10000 in `x`; NaN when `x` has more than four decimals or is out of range. */
export function units(x: number): number {
  const n = Math.round(x * UNIT);
  // The division is correctly rounded, so it gives `x` back exactly when `x` is the double nearest to n/10000.
  return n / UNIT === x && Math.abs(x) <= LIMIT ? n + 0 : Number.NaN;
}

/** The JSON number of a count of 1/10000. */
export function plain(n: number): number {
  return n / UNIT + 0;
}

/** a × b ÷ c, rounded half away from zero; all three are safe integers and c is not 0. */
export function mulDiv(a: number, b: number, c: number): number {
  const p = a * b;
  if (p > -SAFE && p < SAFE) {
    const q = Math.trunc(p / c);
    // If the float quotient was rounded up to q, the remainder is small and negative: the test below still holds.
    const r = Math.abs(p - q * c) * 2;
    if (r < Math.abs(c)) return q + 0;
    return p < 0 === c < 0 ? q + 1 : q - 1;
  }
  return Number(divide(BigInt(a) * BigInt(b), BigInt(c)));
}

/** Like `mulDiv`, but cut towards zero to whole units (10000): how many full `c` are in `a`, as a Num. */
export function wholeSteps(a: number, c: number): number {
  return Math.trunc((a - (a % c)) / c) * UNIT + 0;
}

/** `n` rounded to `decimals` (0–4) places. */
export function roundTo(n: number, decimals: number): number {
  const step = STEPS[decimals] ?? 1;
  return step === 1 ? n : mulDiv(n, 1, step) * step;
}

/** Σ value × weight ÷ Σ weight, rounded once; undefined when the weights add up to 0. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number | undefined {
  let top = 0n;
  let bottom = 0n;
  for (let i = 0; i < values.length; i++) {
    const w = BigInt(weights[i] ?? 0);
    top += BigInt(values[i] ?? 0) * w;
    bottom += w;
  }
  return bottom === 0n ? undefined : Number(divide(top, bottom));
}

const SAFE = 2 ** 52;
const STEPS = [10_000, 1_000, 100, 10, 1];

/** p ÷ c, rounded half away from zero. */
export function divide(p: bigint, c: bigint): bigint {
  const q = p / c;
  const r = p % c;
  const twice = (r < 0n ? -r : r) * 2n;
  if (twice < (c < 0n ? -c : c)) return q;
  return p < 0n === c < 0n ? q + 1n : q - 1n;
}
