// A spreadsheet that somebody sent is read in a thread of its own: with so much memory and time and no more, while requests go on.
import { Worker } from 'node:worker_threads';
import { type Refusal, refuse } from '@jiangong/contracts';

/** What all files inside may come to once inflated. */
export const INFLATED_LIMIT = 64 * 1024 * 1024;
const HEAP_MB = 512;
const PATIENCE_MS = 30_000;

/** The first sheet, as texts. */
export function sheetOf(file: Buffer): Promise<string[][] | Refusal> {
  const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { file, limit: INFLATED_LIMIT },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const tooLarge = refuse('file-too-large-inside', { limit: INFLATED_LIMIT / 1024 / 1024 });
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(tooLarge), PATIENCE_MS);
    function settle(outcome: string[][] | Refusal) {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    }
    worker.once('message', (read: { rows: string[][] } | { bomb: true } | { reason: string }) => {
      if ('rows' in read) settle(read.rows);
      else settle('bomb' in read ? tooLarge : refuse('unreadable-body', { format: 'xlsx', reason: read.reason }));
    });
    worker.once('error', () => settle(tooLarge));
  });
}
