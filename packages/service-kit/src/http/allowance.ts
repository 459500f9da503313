// How often something may be done without an account. Each process counts for itself, in bounded memory, by a clock that never
// jumps.
import { LRUCache } from 'lru-cache';

const REMEMBERED = 20_000;

/** How much of something a key may have. */
export interface Allowance {
  /** Milliseconds until a key may have another; 0: it may now. */
  waitMs(key: string): number;
  /** Counts one of a key. */
  count(key: string): void;
}
/**
 * So many at once by each key, from then on one each so many milliseconds.
 * @example
 * ```ts
 * const wrongCodes = allowance({ burst: 1, everyMs: 60_000 });
 * wrongCodes.waitMs('192.0.2.1'); // → 0
 * wrongCodes.count('192.0.2.1'); // → undefined
 * wrongCodes.waitMs('192.0.2.1') > 0; // → true
 * ```
 */
export function allowance({ burst, everyMs }: { burst: number; everyMs: number }): Allowance {
  /** When all that came by a key are worked off. */
  const due = new LRUCache<string, number>({ max: REMEMBERED });
  const now = () => performance.now();
  return {
    waitMs: (key) => Math.max(0, (due.get(key) ?? 0) - (burst - 1) * everyMs - now()),
    count: (key) => void due.set(key, Math.max(due.get(key) ?? 0, now()) + everyMs),
  };
}
