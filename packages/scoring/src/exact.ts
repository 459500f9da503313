// Numbers that no step has rounded, as counts of 1/10000: doubles, which nearly always tell how a number is published, and
// fractions, which tell it where a double is next to a tie.
import { divide, roundTo } from './decimal.ts';

/** In lowest terms, `bottom` above 0. */
export interface Fraction {
  top: bigint;
  bottom: bigint;
}

/** Among doubles any number; among fractions a number is whole. */
export type Real = number | Fraction;

export interface Reals {
  plus: (a: Real, b: Real) => Real;
  /** a × b ÷ c. */
  timesOver: (a: Real, b: Real, c: Real) => Real;
  compare: (a: Real, b: Real) => number;
  /** Rounded half away from zero to 0–4 decimals; undefined when it is too close to a tie to tell. */
  round: (x: Real, decimals: number) => number | undefined;
}

export const DOUBLES: Reals = {
  plus: (a, b) => near(a) + near(b),
  timesOver: (a, b, c) => (near(a) * near(b)) / near(c),
  compare: (a, b) => near(a) - near(b),
  round: (x, decimals) => {
    const step = 10 ** (4 - decimals);
    const steps = Math.abs(near(x)) / step;
    const off = Math.abs(steps - Math.floor(steps) - 0.5) * step;
    if (off < 1e-3 + Math.abs(near(x)) * 1e-10) return undefined;
    return Math.sign(near(x)) * Math.round(steps) * step + 0;
  },
};

export const FRACTIONS: Reals = {
  plus: (a, b) => {
    if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
    const [x, y] = [lift(a), lift(b)];
    return lowest(x.top * y.bottom + y.top * x.bottom, x.bottom * y.bottom);
  },
  timesOver: (a, b, c) => {
    const [x, y, z] = [lift(a), lift(b), lift(c)];
    return lowest(x.top * y.top * z.bottom, x.bottom * y.bottom * z.top);
  },
  compare: (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    const [x, y] = [lift(a), lift(b)];
    const [left, right] = [x.top * y.bottom, y.top * x.bottom];
    return left < right ? -1 : left === right ? 0 : 1;
  },
  round: (x, decimals) => {
    if (typeof x === 'number') return roundTo(x, decimals);
    const step = 10 ** (4 - decimals);
    return Number(divide(x.top, x.bottom * BigInt(step))) * step + 0;
  },
};

/** What an evaluation carries beside the numbers of four places: by slot, the same without any rounding. */
export interface Fine {
  reals: Reals;
  value: Real[];
  max: Real[];
  /** Absent where the raw number itself is exact. */
  raw: (Real | undefined)[];
  /** Raw numbers of four places as they were before they were settled. */
  carried: (number | undefined)[];
  /** Something was too close to a tie to tell. */
  isDoubtful: boolean;
}

export function newFine(reals: Reals): Fine {
  return { reals, value: [], max: [], raw: [], carried: [], isDoubtful: false };
}

/** Limited to `least` … `most`, either of which may be infinite. */
export function clamp(reals: Reals, x: Real, least: number, most: number): Real {
  if (Number.isFinite(least) && reals.compare(x, least) < 0) return least;
  return Number.isFinite(most) && reals.compare(x, most) > 0 ? most : x;
}

export function total(reals: Reals, list: readonly Real[]): Real {
  return list.reduce((sum, x) => reals.plus(sum, x), 0);
}

/**
 * The number of four places that is carried: `carried` itself, or the one next to the tie where rounding it again would publish
 * something else than `exact` rounded once.
 */
export function settle(fine: Fine, carried: number, exact: Real, decimals: number): number {
  const published = fine.reals.round(exact, decimals);
  if (published === undefined) {
    fine.isDoubtful = true;
    return carried;
  }
  const before = roundTo(carried, decimals);
  if (before === published) return carried;
  if (decimals === 4) return published;
  const half = (10 ** (4 - decimals) / 2) * (published > before ? -1 : 1);
  const tie = published + half;
  return roundTo(tie, decimals) === published ? tie : tie - Math.sign(half);
}

/** The exact number in digits, cut after the eighth decimal. */
export function digits(x: Real): string {
  const { top, bottom } = lift(typeof x === 'number' ? Math.round(x) : x);
  const cut = (top < 0n ? -top : top) * 10_000n;
  const text = (cut / bottom).toString().padStart(9, '0');
  const rest = text.slice(-8).replace(/0+$/, '');
  const more = cut % bottom === 0n ? '' : '…';
  return `${top < 0n ? '-' : ''}${text.slice(0, -8)}${rest === '' ? '' : `.${rest}`}${more}`;
}

function near(x: Real): number {
  return typeof x === 'number' ? x : Number(x.top) / Number(x.bottom);
}

function lift(x: Real): Fraction {
  return typeof x === 'number' ? { top: BigInt(x), bottom: 1n } : x;
}

function lowest(top: bigint, bottom: bigint): Real {
  const sign = bottom < 0n ? -1n : 1n;
  let [a, b] = [top < 0n ? -top : top, bottom * sign];
  while (b !== 0n) [a, b] = [b, a % b];
  const [up, down] = [(top * sign) / a, (bottom * sign) / a];
  const whole = down === 1n ? Number(up) : Number.NaN;
  return Number.isSafeInteger(whole) ? whole : { top: up, bottom: down };
}
