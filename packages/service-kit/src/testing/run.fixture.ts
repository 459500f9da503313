// A process of a small service, which afterwards fails in the requested way.

import { run } from '../run/run.ts';
import { counter } from './counter.fixture.ts';

const faults: Record<string, () => void> = {
  throw: () => void setTimeout(() => void ({} as { no: { where: string } }).no.where, 1),
  reject: () => void Promise.reject(new RangeError('rejected by nobody')),
};
await run([counter]);
faults[process.argv[2] ?? '']?.();
process.stdout.write('up\n');
