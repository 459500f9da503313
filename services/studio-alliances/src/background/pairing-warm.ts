// Threads that hold the studios of a run, kept for a while: a question about a pair need not load them all again.
import type { WhyAnswer } from '@jiangong/contracts';
import type { Host } from '@jiangong/service-kit';
import type { PairingRow } from '../views.ts';
import type { Question } from '../why.ts';
import { pairingOrderOf, studiosThen } from './pairing-input.ts';
import { openThread, type Thread } from './pairing-thread.ts';

export interface Warm {
  keep(pairing: string, thread: Thread): void;
  why(row: PairingRow, question: Question): Promise<WhyAnswer>;
  /** A piece of the run's instance file; undefined after the last. */
  piece(row: PairingRow, at: number): Promise<string | undefined>;
  stop(): Promise<void>;
}
const KEPT_MS = 60_000;
const MOST = 2;

/** `dropped`: whoever still questions it ends it as the last. */
interface Held {
  thread: Promise<Thread>;
  timer: NodeJS.Timeout;
  users: number;
  dropped: boolean;
}

export function openWarm(host: Host): Warm {
  const threads = new Map<string, Held>();
  const end = ({ thread }: Held) => thread.then((thread) => thread.end()).catch(() => {});
  /** Forgets a thread; it ends once nobody questions it. */
  async function drop(pairing: string, held = threads.get(pairing)) {
    if (!held || held.dropped) return;
    if (threads.get(pairing) === held) threads.delete(pairing);
    clearTimeout(held.timer);
    held.dropped = true;
    if (held.users === 0) await end(held);
  }
  function hold(pairing: string, thread: Promise<Thread>): Held {
    void drop(pairing);
    const timer = setTimeout(() => void drop(pairing), KEPT_MS);
    timer.unref();
    const held = { thread, timer, users: 0, dropped: false };
    threads.set(pairing, held);
    if (threads.size > MOST) void drop(threads.keys().next().value!);
    return held;
  }
  async function loaded(row: PairingRow): Promise<Thread> {
    const thread = openThread();
    try {
      const order = await pairingOrderOf(host.read(undefined), row);
      for await (const rows of studiosThen(host, row, order)) thread.send({ load: rows });
      const { studios: _, ...wish } = order;
      thread.send({ wish });
      return thread;
    } catch (error) {
      await thread.end();
      throw error;
    }
  }
  async function question<T>(held: Held, of: (thread: Thread) => Promise<T>): Promise<T> {
    held.users += 1;
    try {
      return await of(await held.thread);
    } finally {
      held.users -= 1;
      if (held.dropped && held.users === 0) await end(held);
    }
  }
  async function ofThread<T>(row: PairingRow, of: (thread: Thread) => Promise<T>): Promise<T> {
    const { pairing } = row;
    const held = threads.get(pairing);
    // A thread kept may have failed meanwhile: then the studios are loaded anew.
    const answer =
      held &&
      (await question(held, of).then(
        (is) => ({ is }),
        () => drop(pairing, held),
      ));
    if (answer) return answer.is;
    const anew = threads.get(pairing) ?? hold(pairing, loaded(row));
    try {
      return await question(anew, of);
    } catch (error) {
      await drop(pairing, anew);
      throw error;
    }
  }
  return {
    keep: (pairing, thread) => void hold(pairing, Promise.resolve(thread)),
    why: (row, question) => ofThread(row, (thread) => thread.why(question)),
    piece: (row, at) => ofThread(row, (thread) => thread.piece(at)),
    async stop() {
      const all = [...threads];
      await Promise.all(all.map(([pairing, held]) => drop(pairing, held)));
      await Promise.all(all.map(([, held]) => end(held)));
    },
  };
}
