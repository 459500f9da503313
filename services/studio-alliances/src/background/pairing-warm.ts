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

export function openWarm(host: Host): Warm {
  const threads = new Map<string, { thread: Promise<Thread>; timer: NodeJS.Timeout }>();
  const drop = async (pairing: string) => {
    const held = threads.get(pairing);
    threads.delete(pairing);
    clearTimeout(held?.timer);
    await held?.thread.then((thread) => thread.end()).catch(() => {});
  };
  function hold(pairing: string, thread: Promise<Thread>) {
    void drop(pairing);
    const timer = setTimeout(() => void drop(pairing), KEPT_MS);
    timer.unref();
    threads.set(pairing, { thread, timer });
    if (threads.size > MOST) void drop(threads.keys().next().value!);
    return thread;
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
  async function ofThread<T>(row: PairingRow, question: (thread: Thread) => Promise<T>): Promise<T> {
    const held = threads.get(row.pairing)?.thread;
    // A thread kept may have been ended meanwhile: then the studios are loaded anew.
    const answer = await held?.then(async (thread) => ({ is: await question(thread) })).catch(() => drop(row.pairing));
    if (answer) return answer.is;
    const thread = threads.get(row.pairing)?.thread ?? hold(row.pairing, loaded(row));
    try {
      return await question(await thread);
    } catch (error) {
      await drop(row.pairing);
      throw error;
    }
  }
  return {
    keep: (pairing, thread) => void hold(pairing, Promise.resolve(thread)),
    why: (row, question) => ofThread(row, (thread) => thread.why(question)),
    piece: (row, at) => ofThread(row, (thread) => thread.piece(at)),
    async stop() {
      await Promise.all([...threads.keys()].map(drop));
    },
  };
}
