// Killed at each failpoint of the sender, again and again: nobody's mail is lost, and what comes twice has the same Message-ID.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import { expect, onTestFinished, test } from 'vitest';
import { type Mail, openMailServer, textOf } from './mail-server.fixture.ts';
import { addressOf } from './reminding.fixture.ts';

const places: Failpoint[] = ['before-digest', 'after-digest', 'after-digest-settled'];
/** Each of them at another person of the life; `POSTMAN_LIVES` sets more. */
const LIVES_OF_EACH = Number(process.env.POSTMAN_LIVES ?? 3);
const PEOPLE_OF_A_LIFE = 3;

test(`${places.length * LIVES_OF_EACH} kills: 0 lost, repeated only under the same id`, {
  timeout: 900_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-postman-killed-'));
  const server = await openMailServer();
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });
  const live = (life: number, failpoint: string) =>
    fork(new URL('./killed.fixture.ts', import.meta.url), [folder, server.url, `${life}`, `${PEOPLE_OF_A_LIFE}`], {
      stdio: 'inherit',
      env: { ...process.env, FAILPOINT: failpoint },
    });
  const deaths = Array.from({ length: LIVES_OF_EACH }, (_, n) =>
    places.map((place) => `${place}:${1 + (n % PEOPLE_OF_A_LIFE)}`),
  ).flat();
  for (const [life, failpoint] of deaths.entries()) {
    const child = live(life, failpoint);
    onTestFinished(() => void child.kill('SIGKILL'));
    const [, signal] = await once(child, 'exit');
    expect([failpoint, signal]).toEqual([failpoint, 'SIGKILL']);
  }
  const people = PEOPLE_OF_A_LIFE * (deaths.length + 1);
  const child = live(deaths.length, '');
  onTestFinished(() => void child.kill('SIGKILL'));
  expect((await once(child, 'message'))[0]).toBe(people);
  await once(child, 'exit');

  const byAddress = new Map<string, Mail[]>();
  for (const mail of server.mails) byAddress.set(mail.to[0]!, [...(byAddress.get(mail.to[0]!) ?? []), mail]);
  expect([...byAddress.keys()].sort()).toEqual(Array.from({ length: people }, (_, n) => addressOf(n)).sort());
  for (const mails of byAddress.values()) {
    expect(new Set(mails.map(({ id }) => id)).size).toBe(1);
    expect(new Set(mails.map(textOf)).size).toBe(1);
  }
  // Only a death between sending and noting repeats, and each of those repeats one.
  const repeated = server.mails.length - people;
  expect(repeated).toBe(LIVES_OF_EACH);
  console.log(`kills ${deaths.length}, people ${people}, mails ${server.mails.length}, repeated ${repeated}`);
});
