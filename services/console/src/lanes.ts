// Slow work, a little of it at a time: the client with the fewest requests is next, and what would wait too long is refused at once.

export interface Lanes {
  /**
   * @param from whose work it is; undefined: somebody known, who is next before all others
   * @returns undefined, without the work, if too much is waiting
   */
  run<T>(from: string | undefined, work: () => Promise<T>): Promise<{ done: T } | undefined>;
}
interface Waiting {
  place: number;
  /** Its turn has come, or it has lost its place. */
  go(isTurn: boolean): void;
}

/** @param lanes how much is worked on at once; @param places how many may wait, as many again for those who are known */
export function lanesOf(lanes: number, places: number): Lanes {
  let busy = 0;
  const waiting: Waiting[] = [];
  /** By whom, how much waits or is worked on. */
  const counts = new Map<string, number>();

  /** @returns whether the turn came */
  async function turn(from: string | undefined): Promise<boolean> {
    if (busy < lanes) {
      busy += 1;
      return true;
    }
    const place = from === undefined ? 0 : counts.get(from)!;
    const alike = waiting.filter((other) => (other.place === 0) === (place === 0));
    if (alike.length >= places) {
      // Whoever asks most gives way.
      const last = alike.at(-1)!;
      if (last.place <= place) return false;
      waiting.splice(waiting.indexOf(last), 1);
      last.go(false);
    }
    return new Promise((go) => {
      const before = waiting.findLastIndex((other) => other.place <= place);
      waiting.splice(before + 1, 0, { place, go });
    });
  }
  function leave() {
    const next = waiting.shift();
    if (next) next.go(true);
    else busy -= 1;
  }

  return {
    async run(from, work) {
      if (from !== undefined) counts.set(from, (counts.get(from) ?? 0) + 1);
      try {
        if (!(await turn(from))) return undefined;
        try {
          return { done: await work() };
        } finally {
          leave();
        }
      } finally {
        if (from !== undefined) {
          const left = counts.get(from)! - 1;
          if (left > 0) counts.set(from, left);
          else counts.delete(from);
        }
      }
    },
  };
}
