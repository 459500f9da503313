// Keys of requests that changed nothing are forgotten when they are old: a step at each sweep, and rest in between.
import type { Store } from '../store/port.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @param elapsed milliseconds, from wherever */
export function forgetting(store: Pick<Store, 'forget'>, now: () => string, elapsed = () => performance.now()) {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    if (elapsed() < restsUntil) return;
    // After a failure, wait an hour: a fault of the disk is reported elsewhere.
    restsUntil = elapsed() + HOUR_MS;
    const isEnd = await store.forget(now());
    restsUntil = isEnd ? elapsed() + DAY_MS : Number.NEGATIVE_INFINITY;
  };
}
