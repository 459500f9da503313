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

/** Installations whose file goes its way, killed at every place: `FILE_LIVES=4` is 36 kills. */
const LIVES = Number(process.env.FILE_LIVES ?? 1);

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function installed() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-killed-files-'));
  folders.push(folder);
  return { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
}

/** What it acknowledged before it ended, and how it ended. */
async function run(env: object, FAILPOINT: string): Promise<{ acknowledged: string[]; signal: string | null }> {
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
  // Twenty starts each.
  timeout: 300_000 * LIVES,
}, async () => {
  let kills = 0;
  for (let life = 0; life < LIVES; life += 1) {
    const [env, all] = [installed(), new Set<string>()];
    for (const place of places) {
      const { acknowledged, signal } = await run(env, `${place}:1`);
      if (signal) kills += 1;
      for (const line of acknowledged) all.add(line);
      await right(env, [...all]);
    }
    const last = await run(env, '');
    await right(env, last.acknowledged);
    expect(last.acknowledged).toHaveLength(2);
  }
  console.log(`files: ${kills} kills at ${places.length} places, nothing lost nor half there`);
  expect(kills).toBe(places.length * LIVES);
});

async function right(env: Record<string, string>, acknowledged: string[]) {
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
