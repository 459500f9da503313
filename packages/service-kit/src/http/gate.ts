// So many at a time, and so many waiting: more are refused at once.
import { refuse } from '@jiangong/contracts';
import { Refused } from './problem.ts';

/** Runs `work` when there is room. @throws Refused `busy` if too many wait already */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

export function gate(atOnce: number, waitingAtMost: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) throw new Refused(refuse('busy'));
      // Whoever leaves hands its room over, so `running` stays.
      await new Promise<void>((enter) => waiting.push(enter));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
