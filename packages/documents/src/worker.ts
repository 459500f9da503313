// The thread that writes one document and hands its bytes over, some at a time, each when the last were taken.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

const port = parentPort!;
const { job, data } = workerData as { job: string; data: unknown };
const { default: write } = (await import(job)) as { default(data: unknown): AsyncIterable<Uint8Array> };

for await (const chunk of write(data)) {
  const taken = once(port, 'message');
  port.postMessage(chunk);
  await taken;
}
port.postMessage(null);
port.close();
