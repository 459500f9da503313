// Keys are forgotten in the folder of an earlier version too, and by a process that is killed while it forgets.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitOf } from './conformance.ts';
import { openSqliteStore } from './sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangong-forget-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const NOW = '2024-06-01T00:00:00.000Z';
const open = () => openSqliteStore(`file:${folder}`, 'competitions', []);
const empty = (cause: string, actor: string) => commitOf(1, 1, [], { stream: `noop/${cause}`, cause, actor });
const commits = [
  empty('org/sub/1', 'sub'),
  commitOf(1, 1, ['a']),
  empty('competitions/unit/1/1/0', 'system:competitions'),
  empty('org/sub/2', 'sub'),
  commitOf(1, 2, ['b']),
];
const staying = commits.filter(({ events, actor }) => events.length > 0 || actor !== 'sub').map(({ cause }) => cause);

test('in a folder of the version before, whose rows have no sums', async () => {
  const sql = new DatabaseSync(join(folder, 'competitions.db'));
  sql.exec(`CREATE TABLE commits (place INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL,
    cause TEXT NOT NULL, body TEXT NOT NULL)`);
  const insert = sql.prepare('INSERT INTO commits (stream, version, cause, body) VALUES (?, ?, ?, ?)');
  for (const commit of commits) insert.run(commit.stream, commit.version, commit.cause, JSON.stringify(commit));
  sql.close();
  const store = await open();
  expect(await store.forget(NOW)).toBe(true);
  expect((await Array.fromAsync(store.journal())).map(({ cause }) => cause)).toEqual(staying);
  await store.close();
});

test.each(['in-forget', 'group-before-commit', 'group-after-commit'])(
  'by one that is killed at %s, and the next',
  async (place) => {
    const first = await open();
    for (const commit of commits) await first.write({ commit });
    await first.close();
    const code = `const { openSqliteStore } = await import(${JSON.stringify(join(import.meta.dirname, 'sqlite.ts'))});
    const store = await openSqliteStore(${JSON.stringify(`file:${folder}`)}, 'competitions', []);
    await store.forget(${JSON.stringify(NOW)});`;
    const env = { ...process.env, FAILPOINT: `${place}:1` };
    expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', code], { env, stdio: 'pipe' })).toThrow();
    const next = await open();
    expect((await next.pendingPage()).length).toBe(2);
    await next.forget(NOW);
    expect((await Array.fromAsync(next.journal())).map(({ cause }) => cause)).toEqual(staying);
    await next.close();
  },
);
