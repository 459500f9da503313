// A process that keeps files over the data of its STORE_URL, and says how much memory it takes, now and at most.
import { readFileSync } from 'node:fs';
import { startTesting, tokenOf } from '../testing/index.ts';
import { filing } from './files.fixture.ts';

const { STORE_URL, LOG_URL } = process.env as Record<string, string>;
const env = { STORE_URL: STORE_URL!, LOG_URL: LOG_URL!, PORT: '0', HOST: '127.0.0.1' };
const { listen } = await startTesting([filing], { env });
const token = await tokenOf({ org: 'org-1', sub: 'li', roles: ['organiser'] });
process.send!({ url: await listen(), token });

const megabytes = (name: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
process.on('message', () => process.send!({ now: megabytes('VmRSS'), most: megabytes('VmHWM') }));
