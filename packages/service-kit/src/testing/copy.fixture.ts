// One copy of the counter service in a process of its own, with clients that each rename the same unit again and again
// and repeat what was not answered. Says how requests were answered, then lives until its input ends.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { counter } from './counter.fixture.ts';
import { startTesting } from './index.ts';

const [id, clients, commands] = process.argv.slice(2) as [string, string, string];
const { STORE_URL, LOG_URL } = process.env as Record<string, string>;
const running = await startTesting([counter], { env: { STORE_URL: STORE_URL!, LOG_URL: LOG_URL! } });
const organiser = { roles: ['organiser' as const], org: 'org-1', sub: 'somebody' };
const answers: Record<number, number> = {};

async function client(number: number) {
  for (let n = 0; n < Number(commands); n++) {
    const key = randomUUID();
    const name = `${process.pid}-${number}-${n}`;
    for (let status = 0; status !== 200 && status !== 201; ) {
      const headers = { 'idempotency-key': key, 'if-match': '*' };
      ({ status } = await running.call(organiser, 'PUT', `/api/units/${id}`, { name }, headers));
      answers[status] = (answers[status] ?? 0) + 1;
      if (status !== 200 && status !== 201 && status !== 202 && status !== 503) throw new Error(`answered ${status}`);
      if (status === 202) break;
    }
  }
}

process.stdout.write('ready\n');
await once(process.stdin, 'data');
// Every copy asks for it with the same key: one does it, the others answer alike.
const { status } = await running.call(organiser, 'POST', `/api/units/${id}`, { name: '一' }, { 'idempotency-key': id });
if (status !== 201) throw new Error(`registering answered ${status}`);
await Promise.all(Array.from({ length: Number(clients) }, (_, number) => client(number)));
process.stdout.write(`${JSON.stringify(answers)}\n`);
await once(process.stdin.resume(), 'end');
await running.stop();
