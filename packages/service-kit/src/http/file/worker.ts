// The thread that reads one file and hands its rows over, a few at a time, each when the last were taken.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { counted, type Line, Unfit } from './limits.ts';

const AT_ONCE = 250;
const port = parentPort!;
const file = workerData as string | Uint8Array;

try {
  const lines: Line[] = [];
  const take = counted((line) => lines.push(line));
  if (typeof file === 'string') (await import('./csv.ts')).readCsv(file, take);
  else await (await import('./xlsx.ts')).readXlsx(Buffer.from(file.buffer, file.byteOffset, file.byteLength), take);
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    port.postMessage({ lines: lines.slice(start, start + AT_ONCE) });
    await once(port, 'message');
  }
  port.postMessage('done');
} catch (error) {
  if (!(error instanceof Unfit)) throw error;
  port.postMessage({ refusal: error.refusal });
}
