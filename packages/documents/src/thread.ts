// Documents are written in a thread of their own, so that requests go on: two at a time, each no further ahead than its reader.
// Loading this loads nothing that draws.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const AT_ONCE = 2;
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 };
/** Whoever takes nothing for so long leaves the thread to others. */
const PATIENCE_MS = 30_000;

let running = 0;
const waiting: (() => void)[] = [];
async function enter() {
  if (running < AT_ONCE) running += 1;
  // Whoever leaves hands its room over, so `running` stays.
  else await new Promise<void>((resolve) => waiting.push(resolve));
}
function leave() {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}

/** How many documents wait for room. */
export const documentsWaiting = (): number => waiting.length;
/** Documents that may wait for those before them. */
const MOST_WAITING = 16;
/** Refuse further documents until some are written. */
export const tooManyDocuments = (): boolean => waiting.length >= MOST_WAITING;

/**
 * The bytes that a module's default export writes of the data, in a thread of its own.
 *
 * @param job the module: `export default (data) => pdfOf(…)`
 * @throws what the module throws
 */
export async function* writtenInThread(job: URL, data: unknown): AsyncGenerator<Uint8Array> {
  await enter();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { job: job.href, data },
    resourceLimits: memory,
  });
  let isOver = false;
  async function end() {
    if (isOver) return;
    isOver = true;
    await worker.terminate();
    leave();
  }
  try {
    for (;;) {
      // `once` rejects when the thread fails.
      const [chunk] = (await once(worker, 'message')) as [Uint8Array | null];
      if (chunk === null) return;
      const timer = setTimeout(() => void end(), PATIENCE_MS);
      yield chunk;
      clearTimeout(timer);
      if (isOver) throw new Error('the document was not read for too long');
      worker.postMessage('more');
    }
  } finally {
    await end();
  }
}
