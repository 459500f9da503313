// Killed at each of its failpoints while SAP loses answers, cuts connections and wants to be left alone: in the end each grant that
// stands has one row, inserted once, no other has one, and nothing older came after what was newer.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import { expect, onTestFinished, test } from 'vitest';
import { grantId, until } from '../webhooks/webhooks.fixture.ts';
import { type Fate, openSap } from './sap.fixture.ts';

const deaths: [Failpoint, number][] = [
  ['before-connector', 2],
  ['after-connector', 1],
  ['after-connector-recorded', 2],
  ['after-connector-marked', 2],
];
const GRANTS_OF_A_LIFE = 6;
/** An odd number, so that searches and insertions by turns meet all of them. */
const fates: Fate[] = [
  ...[undefined, undefined, 'lost' as const, undefined, 'cut' as const, undefined],
  { status: 503, headers: { 'retry-after': '300' } },
];

/** @returns what is wrong in the end, and how often each grant's row was inserted */
async function lives(deaths: [Failpoint, number][], commands: 'all' | 'honour', preload?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-connector-killed-'));
  const sap = await openSap();
  const wrongs: string[] = [];
  const numbers = new Map<string, string>();
  sap.answer((op) => {
    const records = op.kind === 'upsert' ? op.records : [];
    for (const { description } of records as { description: string }[]) {
      const [number, grant] = [description.split('；')[0]!, description.split('；').at(-1)!];
      if (numbers.get(grant) === '更正号' && number !== '更正号') wrongs.push(`${grant} went back to ${number}`);
      numbers.set(grant, number);
    }
    return fates[sap.ops.length % fates.length];
  });
  onTestFinished(() => {
    sap.close();
    rmSync(folder, { recursive: true });
  });
  const epoch = `${Date.now()}`;
  const execArgv = preload ? ['--import', import.meta.resolve(preload)] : [];
  const live = (life: number, failpoint = '') =>
    fork(
      new URL('./killed.fixture.ts', import.meta.url),
      [folder, sap.url, epoch, `${life}`, JSON.stringify(sap.account), commands],
      { execArgv, stdio: 'inherit', env: { ...process.env, FAILPOINT: failpoint } },
    );
  for (const [life, [failpoint, nth]] of deaths.entries()) {
    const child = live(life, `${failpoint}:${nth}`);
    const guard = setTimeout(() => child.kill('SIGTERM'), 100_000);
    const [, signal] = await once(child, 'exit');
    clearTimeout(guard);
    expect([failpoint, signal]).toEqual([failpoint, 'SIGKILL']);
  }
  const child = live(deaths.length);
  onTestFinished(() => void child.kill('SIGKILL'));
  const grants = Array.from({ length: GRANTS_OF_A_LIFE * (deaths.length + 1) }, (_, n) => ({
    grant: grantId(`g${n}`),
    rows: commands === 'all' && n % 3 === 0 ? 0 : 1,
  }));
  const isRight = ({ description }: { description: string }) =>
    description.startsWith('更正号') === (commands === 'all');
  const wrong = () =>
    grants
      .filter(({ grant, rows }) => sap.rowsOf(grant).length !== rows || !sap.rowsOf(grant).every(isRight))
      .map(({ grant }) => grant);
  await once(child, 'message');
  await until(async () => {
    child.send('open');
    return (await once(child, 'message'))[0].open;
  }, 100_000).toBe(0);
  return { wrongs, missing: wrong(), inserted: [...sap.inserted.values()] };
}

test('killed at any moment, each grant has one row, inserted once, and none goes back', {
  timeout: 400_000,
}, async () => {
  const { wrongs, missing, inserted } = await lives(deaths, 'all');
  expect([wrongs, missing]).toEqual([[], []]);
  expect(inserted.filter((times) => times > 1)).toEqual([]);
});

test('a planted bug is found: a row that counts as delivered before SAP answers', { timeout: 200_000 }, async () => {
  const { missing } = await lives([['before-connector', 1]], 'honour', './delivered-first.preload.ts');
  expect(missing).not.toEqual([]);
});
