// Killed at any place of a file's way, nothing is lost and nothing is half there: what was acknowledged is whole, and the same requests
// with the same keys finish what was begun.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import type { Failpoint } from '../failpoint.ts';
import { startTesting } from '../testing/index.ts';
import { download, filing } from './files.fixture.ts';
import { fileRows } from './rows.ts';

const places: Failpoint[] = [
  'file-spooled',
  'file-synced',
  'file-stored',
  'file-recorded',
  'file-claimed',
  'before-commit',
  'after-commit',
  'file-sweeping',
  'file-removed',
];
const script = new URL('./killed.fixture.ts', import.meta.url).pathname;
const li = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };

const folder = mkdtempSync(join(tmpdir(), 'jiangong-killed-files-'));
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What it acknowledged before it ended, and how it ended. */
async function run(FAILPOINT: string): Promise<{ acknowledged: string[]; signal: string | null }> {
  const lines = (stdout: string) => stdout.split('\n').filter((line) => line.includes(' '));
  return promisify(execFile)(process.execPath, [script], { env: { ...process.env, ...env, FAILPOINT } }).then(
    ({ stdout }) => ({ acknowledged: lines(stdout), signal: null }),
    ({ stdout, stderr, signal }) => {
      if (signal !== 'SIGKILL') throw new Error(stderr);
      return { acknowledged: lines(stdout), signal };
    },
  );
}

test('killed at every place of its way, a file is whole or not there, and the same requests finish it', {
  // Twenty starts.
  timeout: 300_000,
}, async () => {
  const all = new Set<string>();
  let kills = 0;
  for (const place of places) {
    const { acknowledged, signal } = await run(`${place}:1`);
    if (signal) kills += 1;
    for (const line of acknowledged) all.add(line);
    await right([...all]);
  }
  const last = await run('');
  await right(last.acknowledged);
  expect(last.acknowledged).toHaveLength(2);
  expect(kills).toBe(places.length);
});

async function right(acknowledged: string[]) {
  const t = await startTesting([filing], { env });
  try {
    await t.quiet();
    const { store, files } = t.runtimes[0]!;
    const rows = await fileRows(store);
    expect(await files!.verify()).toMatchObject({ missing: [], changed: [] });
    for (const line of acknowledged) {
      const [unit, file] = line.split(' ');
      expect(rows.find((row) => row.file === file)?.named).toBe(`unit/${unit}`);
      expect((await download(t, li, `unit/${file}`)).status).toBe(200);
    }
  } finally {
    await t.stop();
  }
}
