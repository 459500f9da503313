// A file that somebody sent is read in a thread of its own: two at a time, with so much memory and time, while requests go on.
import { Worker } from 'node:worker_threads';
import { isRefusal, type Refusal } from '@jiangong/contracts';
import { gate } from '../gate.ts';
import { Refused } from '../problem.ts';
import { type Line, tooLargeInside } from './limits.ts';

const memory = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };
const PATIENCE_MS = 10_000;
const room = gate(2, 16);

/** The rows that hold anything, the header first. @throws Refused if the file cannot be read, or holds too much */
export async function linesOf(file: string | Buffer): Promise<Line[]> {
  const lines = await room(() => inThread(file));
  if (isRefusal(lines)) throw new Refused(lines);
  return lines;
}

function inThread(file: string | Buffer): Promise<Line[] | Refusal> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: file, resourceLimits: memory });
  const lines: Line[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(tooLargeInside().refusal), PATIENCE_MS);
    function settle(outcome: Line[] | Refusal) {
      clearTimeout(timer);
      // The room is free when the thread's memory is.
      void worker.terminate().then(() => resolve(outcome));
    }
    worker.on('message', (said: { lines: Line[] } | { refusal: Refusal } | 'done') => {
      if (said === 'done') return settle(lines);
      if ('refusal' in said) return settle(said.refusal);
      for (const line of said.lines) lines.push(line);
      worker.postMessage('more');
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle(tooLargeInside().refusal);
      clearTimeout(timer);
      reject(error);
    });
  });
}
