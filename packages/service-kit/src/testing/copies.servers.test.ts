import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { topics } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { openMongoStore } from '../store/mongo.ts';
import { units } from './counter.fixture.ts';
import { readAll } from './log-reader.fixture.ts';
import { freshName, onServers, urls } from './servers.fixture.ts';

/** A multiple of CLIENTS. */
const COMMANDS = Number(process.env.COPIES_COMMANDS ?? 800);
/** With the one that registers the unit. */
const EVENTS = COMMANDS + 1;
const COPIES = 2;
const CLIENTS = 16;

function copyOf(id: string, env: Record<string, string>) {
  const file = join(import.meta.dirname, 'copy.fixture.ts');
  const args = [file, id, String(CLIENTS / COPIES), String(COMMANDS / CLIENTS)];
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const said = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('a copy ended early');
    return value as string;
  };
  return { child, said };
}

onServers('two copies of a service', () => {
  test(`and ${CLIENTS} clients on one stream lose no update, and every command succeeds when repeated`, {
    timeout: 60_000 + COMMANDS * 120,
  }, async () => {
    const name = freshName();
    const env = { STORE_URL: `${urls['mongo-replica-set']}/${name}`, LOG_URL: `${urls.kafka}/${name}` };
    const id = randomUUID();
    const copies = Array.from({ length: COPIES }, () => copyOf(id, env));
    for (const { said } of copies) expect(await said()).toBe('ready');
    const begun = performance.now();
    for (const { child } of copies) child.stdin!.write('go\n');
    const answers = await Promise.all(
      copies.map(async ({ said }) => JSON.parse(await said()) as Record<string, number>),
    );
    const seconds = (performance.now() - begun) / 1000;
    const sum = (...statuses: number[]) =>
      answers.reduce((total, answer) => total + statuses.reduce((n, status) => n + (answer[status] ?? 0), 0), 0);
    process.stderr.write(
      `copies: ${COMMANDS} commands on one stream in ${seconds.toFixed(1)} s; 202: ${sum(202)}, 503: ${sum(503)}\n`,
    );
    expect(sum(200, 201, 202)).toBe(COMMANDS);

    const store = await openMongoStore(env.STORE_URL, 'competitions', [units]);
    const commits = await store.read(`unit/${id}`, 0);
    expect(commits.map(({ version }) => version)).toEqual(Array.from({ length: EVENTS }, (_, n) => n + 1));
    expect(new Set(commits.map(({ events }) => (events[0]!.data as { name: string }).name)).size).toBe(EVENTS);
    await expect.poll(async () => (await store.backlog()).count, { timeout: 20_000 }).toBe(0);
    expect((await store.row('units', id))?.body).toMatchObject({ changes: EVENTS });
    await store.close();

    // The events, each at its first publication, are the stream in its order.
    const published = new Set((await readAll(env.LOG_URL, topics.competitions)).map(({ sequence }) => sequence));
    expect([...published]).toEqual(commits.map(({ version }) => version));
    for (const { child } of copies) {
      child.stdin!.end();
      if (child.exitCode === null) await once(child, 'exit');
      expect(child.exitCode).toBe(0);
    }
  });
});
