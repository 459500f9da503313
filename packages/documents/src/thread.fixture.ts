// For tests: a job that writes so many bytes in chunks, or fails.
import { threadId } from 'node:worker_threads';

export default async function* write({ chunks, failsAt }: { chunks: number; failsAt?: number }) {
  for (let at = 0; at < chunks; at += 1) {
    if (at === failsAt) throw new Error('the ink is out');
    yield Buffer.from(`${threadId === 0 ? 'main' : 'own'}${at};`);
  }
}
