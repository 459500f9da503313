// A data folder belongs to one process at a time. The lock is the operating system's, so it dies with its holder.
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asDiskFault } from './disk.ts';

/** @returns how to give the folder back. @throws an error that names the process that holds it, or what is wrong with the folder */
export function lockFolder(folder: string, now: string): () => void {
  const holder = join(folder, 'lock.txt');
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    // Files that are there could be written for a while, but none made: better refused at once.
    accessSync(folder, constants.W_OK);
    lock = new DatabaseSync(join(folder, 'lock.db'));
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    writeHolder(holder, `pid ${process.pid} on ${hostname()} since ${now}\n`);
  } catch (error) {
    lock?.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw asDiskFault(error, folder);
    const who = existsSync(holder) ? readFileSync(holder, 'utf8').trim() : '?';
    throw new Error(
      `数据目录 ${folder} 正被使用（${who}），请先停止该进程或换用其他目录（DATA）。\n` +
        `Data folder ${folder} is in use (${who}); stop that process or choose another folder (DATA).`,
    );
  }
  return () => lock.close();
}
// SQLite's result code of a lock that somebody else holds.
const BUSY = 5;

/** On a full disk the holder cannot be recorded, but what is there can still be read. */
function writeHolder(holder: string, who: string) {
  try {
    writeFileSync(holder, who);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  }
}
