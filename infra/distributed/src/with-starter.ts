// Loaded first by every process that is started here: it ends when its starter has ended, however that did.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { stdin } = process as unknown as { stdin: import('node:net').Socket };
  stdin.once('close', () => process.kill(process.pid, 'SIGKILL'));
  stdin.resume();
  stdin.unref();
}
