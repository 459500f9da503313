// The example receivers of examples/hr-consumer, each as it is: what one has stored is what the feed says, whatever came twice.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { hr, startWebhooks, until } from './webhooks/webhooks.fixture.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../../examples/hr-consumer/${path}`, import.meta.url));
const receivers: Record<string, string[]> = {
  typescript: [process.execPath, '--disable-warning=ExperimentalWarning', at('typescript/receiver.ts')],
  python: ['python3', at('python/receiver.py')],
};

/** Those whose language is on this machine; Node is on every one. */
const names = Object.keys(receivers).filter((name) => spawnSync(receivers[name]![0]!, ['--version']).status === 0);

test.for(names)('the %s receiver holds what the feed says, and takes no forged message', async (name) => {
  const s = await startWebhooks();
  onTestFinished(() => s.stop());
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-consumer-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'honours.db');
  const [command, ...given] = receivers[name]!;
  let child: ChildProcess;
  const begin = async (secret: string, port = '0') => {
    const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: port, DATABASE: file };
    child = spawn(command!, given, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line] = await once(createInterface(child.stdout!), 'line');
    return String(line).split(' ').at(-1)!;
  };
  /** Its own, until it knows the one that the service drew. */
  const port = await begin(`whsec_${Buffer.alloc(32).toString('base64')}`);
  const webhook = await s.register(`http://127.0.0.1:${port}/`);
  const { body } = await s.act(webhook, 'secret', {});
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: false, status: 401 });
  child!.kill('SIGKILL');
  await once(child!, 'exit');
  await begin(body.secret, port);
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: true, status: 204 });

  const held = () => {
    const database = new DatabaseSync(file, { readOnly: true });
    const rows = database.prepare('SELECT * FROM honours ORDER BY grant_id').all();
    database.close();
    return rows.map((row) => ({ ...row }));
  };
  const expected = async () => {
    const { items } = (await s.call(hr, 'GET', '/api/hr/feed?view=state')).body;
    return items
      .map((row: Record<string, unknown>) => ({
        ...{ grant_id: row.grant, revision: row.revision, status: row.status },
        ...{ recipient: row.externalId, honour: row.honourName },
      }))
      .sort((a: { grant_id: string }, b: { grant_id: string }) => (a.grant_id < b.grant_id ? -1 : 1));
  };
  for (const grant of ['one', 'two', 'three']) await s.grant(grant);
  await s.correct('two', '更名项目部');
  await s.revoke('three');
  s.pass(0);
  await until(held).toEqual(await expected());
  // Everything once more changes nothing.
  await s.act(webhook, 'replay', { since: '2020-01-01T00:00:00+08:00' });
  s.pass(0);
  await until(
    async () => (await s.deliveries(webhook)).filter(({ state }) => state === 'delivered').length,
  ).toBeGreaterThan(5);
  expect(held()).toEqual(await expected());
});
