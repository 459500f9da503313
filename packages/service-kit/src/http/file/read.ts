// A file that somebody sent is read in a thread of its own: two at a time, with so much memory and time, while requests go on.
import { Worker } from 'node:worker_threads';
import { isRefusal, type Refusal } from '@jiangong/contracts';
import { gate } from '../gate.ts';
import { Refused } from '../problem.ts';
import { type Line, tooLargeInside } from './limits.ts';
import type { Reading, Wanted } from './reading.ts';

const memory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };
const PATIENCE_MS = 10_000;
const room = gate(2, 16);

export type Found = Reading & {
  /** Those that hold anything; the header is among them, if there is one. */
  lines: Line[];
};

/** Reads a csv, tsv or xlsx file, by its content. @throws Refused if it cannot be read, or holds too much */
export async function readFile(file: Uint8Array, wanted: Wanted): Promise<Found> {
  const found = await room(() => inThread(file, wanted));
  if (isRefusal(found)) throw new Refused(found);
  return found;
}

type Message = { lines: Line[] } | { refusal: Refusal } | { reading: Reading };

function inThread(file: Uint8Array, wanted: Wanted): Promise<Found | Refusal> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { file, wanted },
    resourceLimits: memory,
  });
  const lines: Line[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(tooLargeInside().refusal), PATIENCE_MS);
    function settle(outcome: Found | Refusal) {
      clearTimeout(timer);
      // The room is free when the thread's memory is.
      void worker.terminate().then(() => resolve(outcome));
    }
    worker.on('message', (message: Message) => {
      if ('reading' in message) return settle({ ...message.reading, lines });
      if ('refusal' in message) return settle(message.refusal);
      for (const line of message.lines) lines.push(line);
      worker.postMessage('more');
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle(tooLargeInside().refusal);
      clearTimeout(timer);
      reject(error);
    });
  });
}
