import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logConformance } from './conformance.ts';
import { openSqliteLog } from './sqlite.ts';

const folderOf = (shuffle?: () => number) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-log-'));
  return {
    open: () => openSqliteLog(`file:${folder}`, shuffle ? { shuffle } : {}),
    remove: () => rm(folder, { recursive: true }),
  };
};
logConformance({ name: 'SQLite', fresh: folderOf() });
let state = 7;
const random = () => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648;
};
logConformance({ name: 'SQLite with streams shuffled', fresh: folderOf(random) });
