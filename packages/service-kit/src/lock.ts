// A data folder belongs to one process at a time. The lock is the operating system's, so it dies with its holder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** @returns how to give the folder back. @throws an error that names the process that holds it */
export function lockFolder(folder: string, now: string): () => void {
  mkdirSync(folder, { recursive: true });
  const holder = join(folder, 'lock.txt');
  const lock = new DatabaseSync(join(folder, 'lock.db'));
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    const who = readFileSync(holder, 'utf8').trim();
    throw new Error(
      `数据目录 ${folder} 正被使用（${who}），请先停止该进程或换用其他目录（DATA）。\n` +
        `Data folder ${folder} is in use (${who}); stop that process or choose another folder (DATA).`,
    );
  }
  writeFileSync(holder, `pid ${process.pid} on ${hostname()} since ${now}\n`);
  return () => lock.close();
}
