// A backup is whole or not there: its files are copied to a temporary folder, synced, and named last.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failpoint } from '../failpoint.ts';
import { asDiskFault } from './disk.ts';

/**
 * @param copy copies the files of the installation into a folder
 * @throws what the disk did, in people's words; nothing of the backup is left then
 */
export function backUp(folder: string, copy: (folder: string) => void): void {
  // What a process leaves that is killed meanwhile says by its name that it is none.
  const unfinished = `${folder}.unfinished`;
  try {
    mkdirSync(unfinished, { recursive: true });
    copy(unfinished);
    failpoint('in-backup');
    // SQLite does not, of a copy.
    syncedAll(unfinished);
    renameSync(unfinished, folder);
    synced(dirname(folder));
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw asDiskFault(error, folder);
  }
}

function syncedAll(folder: string) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncedAll(path);
    else synced(path);
  }
  synced(folder);
}

function synced(path: string) {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
