// Waiting for the next row of the HR feed: this process hears of its own commands at once, and looks for those of other copies
// each second while somebody waits.
import { setTimeout as after } from 'node:timers/promises';
import type { Companion, CompanionDeclaration } from '@jiangong/service-kit';

export interface FeedWatch extends Companion {
  /** Asks until there is something, the seconds are over, or the service stops; more than so many do not wait at all. */
  until<T>(ask: () => Promise<T>, isThere: (answer: T) => boolean, seconds: number): Promise<T>;
  /** Lets everybody who waits go. */
  release(): void;
}
export const feedWatch: CompanionDeclaration<FeedWatch> = {
  name: 'feed-watch',
  make(host) {
    let changed = Promise.withResolvers<void>();
    host.onHandled(({ stream }) => {
      if (stream !== 'grant') return;
      changed.resolve();
      changed = Promise.withResolvers<void>();
    });
    return feedWatchOf(() => changed.promise);
  },
};

export const LOOK_MS = 1000;
const MOST_WAITING = 200;

export function feedWatchOf(changed: () => Promise<void>, lookMs = LOOK_MS): FeedWatch {
  const stopped = Promise.withResolvers<void>();
  let isStopped = false;
  let waiting = 0;

  function release() {
    isStopped = true;
    stopped.resolve();
  }
  return {
    async until(ask, isThere, seconds) {
      const end = performance.now() + seconds * 1000;
      if (waiting >= MOST_WAITING) return ask();
      waiting += 1;
      try {
        for (;;) {
          // Before it is asked: what comes meanwhile is not missed.
          const next = changed();
          const answer = await ask();
          const left = end - performance.now();
          if (isThere(answer) || left <= 0 || isStopped) return answer;
          const looked = new AbortController();
          const look = after(Math.min(left, lookMs), undefined, { signal: looked.signal }).catch(() => {});
          await Promise.race([next, look, stopped.promise]);
          looked.abort();
        }
      } finally {
        waiting -= 1;
      }
    },
    release,
    async stop() {
      release();
    },
  };
}
