// Killed at each of its failpoints while a receiver flaps: nothing is lost, nothing overtakes, and what is repeated carries the
// same id, so that a receiver that knows ids and revisions applies everything once.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '@jiangong/contracts';
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import { expect, onTestFinished, test } from 'vitest';
import { openReceiver } from './receiver.fixture.ts';
import { until } from './webhooks.fixture.ts';

const deaths: [Failpoint, number][] = [
  ['before-webhook', 7],
  ['after-webhook', 9],
  ['after-webhook-waiting', 1],
  ['after-webhook-recorded', 11],
  ['after-webhook-cursor', 1],
];
const GRANTS_OF_A_LIFE = 6;

test('killed at any moment, every revision arrives in order and is applied once', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-webhooks-killed-'));
  const applied = new Map<string, number>();
  const bodies = new Map<string, string>();
  const wrongs: string[] = [];
  /** In the life that dies between an answer and its record every answer is a success: only that death repeats one. */
  let isFlapping = true;
  const unflapped = new Set<string>();
  const repeated = new Set<string>();
  let count = 0;
  const receiver = await openReceiver(({ id, body, data: { grant, revision } }, response) => {
    const known = bodies.get(id);
    if (known === undefined) count += 1;
    else if (known !== body) wrongs.push(`${id} came with another body`);
    bodies.set(id, body);
    // The first time it refuses some, and applies others and answers that it failed.
    const fate = known === undefined && isFlapping ? count % 4 : 0;
    if (fate === 1) return void response.writeHead(503, { 'retry-after': '300' }).end();
    const before = applied.get(grant) ?? 0;
    if (revision > before + 1) wrongs.push(`${id} overtook ${before + 1}`);
    applied.set(grant, Math.max(revision, before));
    if (unflapped.has(id)) repeated.add(id);
    if (!isFlapping) unflapped.add(id);
    response.writeHead(fate === 3 ? 500 : 204).end();
  });
  onTestFinished(() => {
    receiver.close();
    rmSync(folder, { recursive: true });
  });

  const epoch = Date.now();
  const live = (life: number, failpoint = '') =>
    fork(new URL('./killed.fixture.ts', import.meta.url), [folder, receiver.url, `${epoch}`, `${life}`], {
      stdio: 'inherit',
      env: { ...process.env, FAILPOINT: failpoint },
    });
  let webhook = '';
  for (const [life, [failpoint, nth]] of deaths.entries()) {
    isFlapping = failpoint !== 'after-webhook';
    const child = live(life, `${failpoint}:${nth}`);
    child.on('message', (message: { webhook?: string }) => {
      webhook = message.webhook ?? webhook;
    });
    const guard = setTimeout(() => child.kill('SIGTERM'), 60_000);
    const [, signal] = await once(child, 'exit');
    clearTimeout(guard);
    expect([failpoint, signal]).toEqual([failpoint, 'SIGKILL']);
  }
  isFlapping = true;
  const child = live(deaths.length);
  onTestFinished(() => void child.kill('SIGKILL'));
  await until(() => [...applied.values()].filter((revision) => revision === 3).length).toBe(
    GRANTS_OF_A_LIFE * (deaths.length + 1),
  );
  await until(async () => {
    child.send(webhook);
    const [deliveries] = (await once(child, 'message')) as [Delivery[] | 'begun'];
    return deliveries === 'begun' ? [] : deliveries.map(({ state }) => state);
  }).toEqual(Array(GRANTS_OF_A_LIFE * (deaths.length + 1) * 3).fill('delivered'));
  expect(wrongs).toEqual([]);
  expect(new Set(bodies.keys()).size).toBe(GRANTS_OF_A_LIFE * (deaths.length + 1) * 3);
  // Killed between the answer and its record: sent once more.
  expect(repeated.size).toBeGreaterThanOrEqual(1);
});
