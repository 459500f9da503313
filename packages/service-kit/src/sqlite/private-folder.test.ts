// Nobody but the account that runs it reads a data folder, whoever made it, and other files in it stay as they are.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tighten } from './private-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangong-private-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});
const modeOf = (name = '') => (statSync(join(folder, name)).mode & 0o7777).toString(8);

test('permissions of an earlier release are tightened, backups too; foreign files are untouched', () => {
  mkdirSync(join(folder, 'backups', 'then'), { recursive: true });
  mkdirSync(join(folder, 'other'));
  const files = [
    'console.db',
    'console.db-wal',
    'console.db-shm',
    'lock.txt',
    'first-administrator.txt',
    'backups/then/log.db',
  ];
  for (const name of [...files, 'notes.txt', 'other/x.db']) writeFileSync(join(folder, name), '', { mode: 0o644 });
  for (const name of ['', 'backups', 'backups/then', 'other']) chmodSync(join(folder, name), 0o755);
  for (const name of [...files, 'notes.txt', 'other/x.db']) chmodSync(join(folder, name), 0o644);
  const { tightened, open } = tighten(folder);
  expect(files.map(modeOf)).toEqual(files.map(() => '600'));
  expect(['', 'backups', 'backups/then'].map(modeOf)).toEqual(['700', '700', '700']);
  expect(['notes.txt', 'other/x.db', 'other'].map(modeOf)).toEqual(['644', '644', '755']);
  expect([tightened.length, open]).toEqual([files.length + 3, []]);
  expect(tighten(folder)).toEqual({ tightened: [], open: [] });
});

test('a folder that its own account may not write is not made writable', () => {
  chmodSync(folder, 0o555);
  tighten(folder);
  expect(modeOf()).toBe('500');
});

test('a world-writable folder is reported, not changed', () => {
  chmodSync(folder, 0o1777);
  expect(tighten(folder)).toEqual({ tightened: [], open: [folder] });
  expect(modeOf()).toBe('1777');
  expect(readdirSync(folder)).toEqual([]);
});
