// Waiting for the next row of the HR feed: this process hears of its own commands at once, and looks for those of other copies
// each second while somebody waits.
import type { Companion, CompanionDeclaration } from '@jiangong/service-kit';

export interface FeedWatch extends Companion {
  /** Asks until there is something, the seconds are over, or the service stops; more than so many do not wait at all. */
  until<T>(ask: () => Promise<T>, isThere: (answer: T) => boolean, seconds: number): Promise<T>;
  /** Lets everybody who waits go. */
  release(): void;
}
export const feedWatch: CompanionDeclaration<FeedWatch> = {
  name: 'feed-watch',
  make: (host) => feedWatchOf((changed) => host.onHandled(({ stream }) => stream === 'grant' && changed())),
};

const LOOK_MS = 1000;
const MOST_WAITING = 200;

/** @param onChange is given what to call at each change */
export function feedWatchOf(onChange: (changed: () => void) => void, lookMs = LOOK_MS): FeedWatch {
  /** Whoever waits, each with what wakes it. */
  const waiting = new Set<() => void>();
  let changes = 0;
  let isStopped = false;
  const wakeAll = () => {
    for (const wake of waiting) wake();
  };
  onChange(() => {
    changes += 1;
    wakeAll();
  });
  function release() {
    isStopped = true;
    wakeAll();
  }
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      function wake() {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      }
      const timer = setTimeout(wake, ms);
      waiting.add(wake);
    });

  return {
    async until(ask, isThere, seconds) {
      const end = performance.now() + seconds * 1000;
      for (;;) {
        const seen = changes;
        const answer = await ask();
        const left = end - performance.now();
        if (isThere(answer) || left <= 0 || isStopped) return answer;
        // What came while it was asked is asked for at once.
        if (changes !== seen) continue;
        if (waiting.size >= MOST_WAITING) return answer;
        await pause(Math.min(left, lookMs));
      }
    },
    release,
    async stop() {
      release();
    },
  };
}
