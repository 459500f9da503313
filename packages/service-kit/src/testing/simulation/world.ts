// A world in which every await is a turn that chance hands out: processes die and freeze between any two of them.
// The same seed gives the same history.

export interface Process {
  id: number;
  alive: boolean;
  frozen: boolean;
}
interface Waiting {
  process: Process | undefined;
  go(): void;
}

export interface World {
  /** A number in [0, 1). */
  random(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  chance(probability: number): boolean;
  /** Waits for the process's next turn. The dead wait for ever, the frozen until they thaw. */
  turn(process?: Process): Promise<void>;
  /** Hands out turns until `done` or until there were too many. @returns whether it was done */
  run(done: () => boolean, turns: number, between: () => void): Promise<boolean>;
  turns(): number;
}

const TURNS_PER_TICK = 25;

/** mulberry32: small, and good enough to shuffle with. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param tick lets the clock of timers go on a little: theirs is the world's time, not the machine's */
export function worldOf(seed: number, tick: () => void): World {
  const random = randomOf(seed);
  let waiting: Waiting[] = [];
  let count = 0;
  const below = (n: number) => Math.floor(random() * n);
  return {
    random,
    below,
    chance: (probability) => random() < probability,
    turn: (process) => new Promise((go) => waiting.push({ process, go })),
    async run(done, turns, between) {
      for (const end = count + turns; count < end; count += 1) {
        if (done()) return true;
        between();
        waiting = waiting.filter(({ process }) => process?.alive !== false);
        const awake = waiting.filter(({ process }) => !process?.frozen);
        const next = awake[below(awake.length)];
        if (next) {
          waiting.splice(waiting.indexOf(next), 1);
          next.go();
        }
        if (count % TURNS_PER_TICK === 0) tick();
        // Everything that follows from the turn, up to where it waits again.
        await new Promise((resolve) => setImmediate(resolve));
      }
      return done();
    },
    turns: () => count,
  };
}
