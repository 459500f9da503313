// A data folder is its account's alone: 700, and 600 for journals, keys, passwords and backups in it. What a process makes is
// so by its umask (run.ts); what an earlier release made, or somebody widened, is tightened when the folder is opened.
import { chmodSync, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';

const OTHERS = 0o077;
/** Files of ours; whatever else lies in the folder is not touched. */
const ours = /^(.+\.db(-wal|-shm|-journal)?|lock\.txt|first-administrator\.txt|demonstration-year)$/;
/** Folders of everybody, such as `/tmp`, stay so. */
const STICKY = 0o1000;

export interface Tightened {
  /** What others could read or write until now. */
  tightened: string[];
  /** What they still can: it belongs to another account, or the file system has no modes. */
  open: string[];
}

export function tighten(folder: string): Tightened {
  const done: Tightened = { tightened: [], open: [] };
  for (const path of [folder, ...contentOf(folder)]) one(path, done);
  return done;
}

function contentOf(folder: string): string[] {
  const backups = join(folder, 'backups');
  const filesIn = (at: string) => namesIn(at, (entry) => entry.isFile() && ours.test(entry.name));
  const copies = namesIn(backups, (entry) => entry.isDirectory());
  const known = namesIn(folder, (entry) => entry.isDirectory() && entry.name === 'backups');
  return [...filesIn(folder), ...known, ...copies.flatMap((copy) => [copy, ...filesIn(copy)])];
}
function namesIn(folder: string, isWanted: (entry: import('node:fs').Dirent) => boolean): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(isWanted).map(({ name }) => join(folder, name));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

function one(path: string, { tightened, open }: Tightened) {
  const before = lstatSync(path);
  if (!isWide(before)) return;
  if (before.mode & STICKY) return void open.push(path);
  try {
    // Only takes away: a folder that its own account may not write stays so.
    chmodSync(path, before.mode & 0o7777 & ~OTHERS);
  } catch (error) {
    if (!['EPERM', 'EROFS', 'EACCES', 'ENOTSUP'].includes((error as { code?: string }).code ?? '')) throw error;
  }
  (isWide(lstatSync(path)) ? open : tightened).push(path);
}
const isWide = ({ mode }: Stats) => (mode & OTHERS) !== 0;
