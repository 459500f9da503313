// Loaded before the product where tests are run by root: from here on it is nobody, whom permissions concern.
import { isMainThread } from 'node:worker_threads';

const NOBODY = 65_534;
if (isMainThread) {
  process.setgroups!([]);
  process.setgid!(NOBODY);
  process.setuid!(NOBODY);
}
