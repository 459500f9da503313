// For tests: the service over a folder in a process of its own, which says its address, its token, and what memory it takes.
import { readFileSync } from 'node:fs';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { awards } from '../../service.ts';

const folder = process.argv[2];
const { app } = await startTesting([awards], { env: { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` } });
const url = await app.listen({ port: 0, host: '127.0.0.1' });
const token = await tokenOf({ org: 'union', roles: ['hr'] });
/** What the process holds, and the most that it ever held, in bytes. */
function memory() {
  const status = readFileSync('/proc/self/status', 'utf8');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)![1]) * 1024;
  return { now: bytes('VmRSS'), most: bytes('VmHWM') };
}
process.on('message', () => process.send!({ memory: memory() }));
process.send!({ url, token });
