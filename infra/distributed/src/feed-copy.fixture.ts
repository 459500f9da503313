// One copy of awards in a process of its own, with clients that grant honours and correct them until the copy is stopped or
// killed. Prints its address and a token first, then how many revisions were acknowledged since.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { awards } from '@jiangong/awards';
import { awardGranted, type CommandRequest, isRefusal } from '@jiangong/contracts';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';

const [clients, revisions] = process.argv.slice(2).map(Number) as [number, number];
const env = { STORE_URL: process.env.STORE_URL!, LOG_URL: process.env.LOG_URL!, PORT: '0', HOST: '127.0.0.1' };
const running = await startTesting([awards], { env });
const { handle } = running.runtimes[0]!;
const actor = { sub: 'writer', org: 'union', roles: ['committee' as const], departments: [], units: [] };
const { grant: _, revision: __, status: ___, ...data } = awardGranted.example;
let isStopping = false;
let acknowledged = 0;

async function command(request: Omit<CommandRequest, 'stream'>) {
  const cause = `race/${randomUUID()}`;
  const now = new Date().toISOString();
  const context = { cause, actor, now, businessDate: now.slice(0, 10), correlation: cause, causation: cause };
  for (;;) {
    const done = await handle({ stream: 'grant', ...request }, context).catch(() => undefined);
    if (done && !isRefusal(done)) break;
    if (done && done.refused !== 'busy') throw new Error(done.refused);
  }
  acknowledged += 1;
}
async function client() {
  while (!isStopping) {
    const id = randomUUID();
    await command({ id, type: 'grant', data });
    for (let n = 2; n <= revisions && !isStopping; n += 1)
      await command({ id, type: 'correct', data: { recipientName: `第${n}次更名`, reason: '更名' } });
  }
}

process.stdout.write(
  `${JSON.stringify({ url: await running.listen(), token: await tokenOf({ ...actor, roles: ['hr'] }) })}\n`,
);
const timer = setInterval(() => process.stdout.write(`${acknowledged}\n`), 100);
const working = Promise.all(Array.from({ length: clients }, client));
await once(process.stdin, 'data');
isStopping = true;
await working;
clearInterval(timer);
process.stdout.write(`${acknowledged}\nrested\n`);
await once(process.stdin.resume(), 'end');
await running.stop();
