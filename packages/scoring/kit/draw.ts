// Random numbers that a test can repeat: everything is drawn from one seed.

export interface Draw {
  /** A whole number from 0 up to, not including, `n`. */
  below: (n: number) => number;
  chance: (percent: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** A number from `from` to `to` with at most `decimals` decimals. */
  num: (from: number, to: number, decimals?: number) => number;
  shuffle: <T>(list: readonly T[]) => T[];
}

export function draw(seed: number): Draw {
  let state = (seed ^ 0x9e3779b9) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    pick: (list) => list[below(list.length)]!,
    num: (from, to, decimals = 2) => {
      const step = 10 ** decimals;
      return (Math.round(from * step) + below(Math.round((to - from) * step) + 1)) / step;
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
  };
}
