// One computation for all who watch the same thing: repeated at an interval while somebody watches, and never otherwise.
import { isRefusal, type Refusal } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration } from '../define/companion.ts';

/** A companion that computes each watched answer once for all its viewers. */
export interface Watching<T extends object> extends Companion {
  /**
   * The present answer, then each that differs from the one before, until the signal aborts.
   * A refusal, or undefined, of the first computation is returned instead, and nobody watches.
   */
  watch(key: string, compute: Compute<T>, signal: AbortSignal): Promise<AsyncIterable<T> | Refusal | undefined>;
  /** How many computations are kept up, and how many were made. */
  count(): { watched: number; viewers: number; computed: number };
}
type Compute<T> = () => Promise<T | Refusal | undefined>;

interface Watched<T> {
  viewers: Set<{ wake(): void }>;
  /** The first computation; later ones replace `latest`. */
  first: Promise<T | Refusal | undefined>;
  latest: T | undefined;
  computed: T | undefined;
  text: string;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Declares a companion that repeats a computation every `eachMs` milliseconds while somebody watches it.
 * @param hashOf tells answers apart; by default all of them is compared
 * @example
 * ```ts
 * const standings = watching<{ leader: string }>('standings', 1000).make({} as Host);
 * const seen: string[] = [];
 * const stopping = new AbortController();
 * const answers = await standings.watch('round-1', async () => ({ leader: '一公司' }), stopping.signal);
 * for await (const { leader } of answers as AsyncIterable<{ leader: string }>) {
 *   seen.push(leader);
 *   stopping.abort();
 * }
 * seen; // → ['一公司']
 * standings.count(); // → { watched: 0, viewers: 0, computed: 1 }
 * ```
 */
export function watching<T extends object>(
  name: string,
  eachMs: number,
  hashOf: (answer: T) => string = JSON.stringify,
): CompanionDeclaration<Watching<T>> {
  return { name, make: () => watchingOf<T>(eachMs, hashOf) };
}

function watchingOf<T extends object>(eachMs: number, hashOf: (answer: T) => string): Watching<T> {
  const all = new Map<string, Watched<T>>();
  let computed = 0;

  function begin(key: string, compute: Compute<T>): Watched<T> {
    const one: Watched<T> = {
      viewers: new Set(),
      first: Promise.resolve(undefined),
      latest: undefined,
      computed: undefined,
      text: '',
      timer: undefined,
    };
    const isWatched = () => all.get(key) === one;
    async function round() {
      computed += 1;
      const answer = await compute();
      // The very same object is the same answer.
      if (answer && !isRefusal(answer) && answer !== one.computed) {
        one.computed = answer;
        const text = hashOf(answer);
        if (text !== one.text) {
          one.latest = answer;
          one.text = text;
          for (const { wake } of one.viewers) wake();
        }
      }
      return answer;
    }
    function later() {
      if (!isWatched()) return;
      // What was shown stays; a read that failed is made good by the next.
      one.timer = setTimeout(() => void round().then(later, later), eachMs);
    }
    all.set(key, one);
    one.first = round();
    one.first.then(later, later);
    return one;
  }

  return {
    async watch(key, compute, signal) {
      const one = all.get(key) ?? begin(key, compute);
      const viewer = { wake: () => {} };
      one.viewers.add(viewer);
      function leave() {
        one.viewers.delete(viewer);
        viewer.wake();
        signal.removeEventListener('abort', leave);
        if (one.viewers.size > 0 || all.get(key) !== one) return;
        clearTimeout(one.timer);
        all.delete(key);
      }
      signal.addEventListener('abort', leave);
      if (signal.aborted) leave();
      try {
        const first = await one.first;
        if (!first || isRefusal(first)) {
          leave();
          return first;
        }
      } catch (error) {
        leave();
        throw error;
      }
      return answers(one, viewer, signal);
    },
    count: () => ({
      watched: all.size,
      viewers: [...all.values()].reduce((sum, { viewers }) => sum + viewers.size, 0),
      computed,
    }),
    async stop() {
      for (const { timer } of all.values()) clearTimeout(timer);
      all.clear();
    },
  };
}

async function* answers<T>(one: Watched<T>, viewer: { wake(): void }, signal: AbortSignal): AsyncGenerator<T> {
  let shown: T | undefined;
  while (!signal.aborted) {
    if (one.latest !== shown) {
      shown = one.latest;
      yield shown!;
    } else
      await new Promise<void>((resolve) => {
        viewer.wake = resolve;
      });
  }
}
