// Chance from a seed: the same seed draws the same commands and the same faults, though not the same moments.
export type Random = () => number;

/** mulberry32: small, and good enough for drawing lots. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
export const between = (random: Random, from: number, to: number) => from + random() * (to - from);
export const below = (random: Random, count: number) => Math.floor(random() * count);
export const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!;

/** One of several, each as often as its weight says. */
export function weighted<T>(random: Random, from: readonly (readonly [weight: number, what: T])[]): T {
  let left = random() * from.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, what] of from) {
    left -= weight;
    if (left < 0) return what;
  }
  return from.at(-1)![1];
}
