// Fractions as plainly as possible: the numbers that published results are held against.

export interface Q {
  top: bigint;
  bottom: bigint;
}

/** A number with at most six decimals, exactly. */
export function q(x: number): Q {
  return { top: BigInt(Math.round(x * 1_000_000)), bottom: 1_000_000n };
}
export const ZERO = q(0);

export const plus = (a: Q, b: Q): Q => short(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Q, b: Q): Q => plus(a, { top: -b.top, bottom: b.bottom });
export const times = (a: Q, b: Q): Q => short(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Q, b: Q): Q => short(a.top * b.bottom, a.bottom * b.top);
export const sum = (list: readonly Q[]): Q => list.reduce(plus, ZERO);
export const least = (a: Q, b: Q): Q => (compare(a, b) <= 0 ? a : b);
export const most = (a: Q, b: Q): Q => (compare(a, b) >= 0 ? a : b);

export function compare(a: Q, b: Q): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference === 0n ? 0 : 1;
}

/** Rounded half away from zero. */
export function round(x: Q, places: number): Q {
  const scale = 10n ** BigInt(places);
  const size = x.top < 0n ? -x.top : x.top;
  const whole = (2n * size * scale + x.bottom) / (2n * x.bottom);
  return { top: x.top < 0n ? -whole : whole, bottom: scale };
}

export const toNumber = (x: Q): number => Number((x.top * 10_000n) / x.bottom) / 10_000;

function short(top: bigint, bottom: bigint): Q {
  const sign = bottom < 0n ? -1n : 1n;
  let [a, b] = [top < 0n ? -top : top, bottom * sign];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { top: 0n, bottom: 1n } : { top: (top * sign) / a, bottom: (bottom * sign) / a };
}
