// What the disk does to a SQLite file, said so that people know which file it is and what to do: full, not writable,
// damaged, failing.
import { basename } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

export type DiskFault = 'disk-full' | 'not-writable' | 'file-damaged' | 'disk-failed';

/** What is said of a file, or of the data folder. */
const words: Record<DiskFault, (file: string) => string> = {
  'disk-full': (file) =>
    `磁盘已满，无法写入 ${file}：请腾出空间；之后自动恢复，已确认的内容不会丢失。\n` +
    `The disk is full, ${file} cannot be written: free some space; it then goes on by itself, nothing acknowledged is lost.`,
  'not-writable': (file) =>
    `无法写入 ${file}：请让运行本程序的账户可写该目录（所有者、权限、只读挂载），或换用其他目录（DATA）。\n` +
    `${file} cannot be written: let the account that runs this write there (owner, mode, read-only mount), or choose another folder (DATA).`,
  'file-damaged': (file) =>
    basename(file) === 'log.db'
      ? `文件 ${file} 已损坏：请停止运行，将 log.db（及 log.db-wal）移到别处后重新启动，日志会由各服务的账目重新写成。\n` +
        `The file ${file} is damaged: stop, move log.db (and log.db-wal) away and start again; it is written anew from the services' journals.`
      : `文件 ${file} 已损坏：请停止运行，保留该文件，并从备份恢复整个数据目录（docs/operations.md）。\n` +
        `The file ${file} is damaged: stop, keep it aside, and restore the whole data folder from a backup (docs/operations.md).`,
  'disk-failed': (file) =>
    `读写 ${file} 时磁盘出错：请检查磁盘、配额与文件大小限制。\n` +
    `The disk failed while ${file} was read or written: look at the disk, its quota and limits of file size.`,
};
// SQLite's primary result codes, and Node's names of what the system says of plain files.
const byCode: Record<string | number, DiskFault> = {
  8: 'not-writable',
  10: 'disk-failed',
  11: 'file-damaged',
  13: 'disk-full',
  14: 'not-writable',
  26: 'file-damaged',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
};

interface SystemError extends Error {
  code?: string;
  errcode?: number;
  diskFault?: DiskFault;
  file?: string;
}

/** The disk fault that an error was classified as. */
export const diskFaultOf = (error: unknown): DiskFault | undefined => (error as SystemError | undefined)?.diskFault;
export const fileOf = (error: unknown): string => (error as SystemError).file ?? '';

/** The error, in people's words if it is the disk's; any other as it is. */
export function asDiskFault(error: unknown, file: string): unknown {
  const given = error as SystemError;
  const fault = byCode[given.errcode === undefined ? (given.code ?? '') : given.errcode & 0xff];
  if (!fault || given.diskFault) return error;
  return Object.assign(given, { diskFault: fault, file, message: `${words[fault](file)} (${given.message})` });
}

/** A file whose content cannot be what was written. */
export const damaged = (file: string, reason: string): Error =>
  asDiskFault(Object.assign(new Error(reason), { code: 'ERR_SQLITE_ERROR', errcode: 11 }), file) as Error;

/** Has each statement say which file failed, and tells of it. */
export function watched(sql: DatabaseSync, file: string, onFault: (error: unknown) => void): DatabaseSync {
  const prepare = sql.prepare.bind(sql);
  const guarded = <A extends unknown[], R>(work: (...args: A) => R) => {
    return (...args: A): R => {
      try {
        return work(...args);
      } catch (error) {
        const said = asDiskFault(error, file);
        if (diskFaultOf(said)) onFault(said);
        throw said;
      }
    };
  };
  const statement = (made: StatementSync) =>
    Object.assign(made, {
      run: guarded(made.run.bind(made)),
      get: guarded(made.get.bind(made)),
      all: guarded(made.all.bind(made)),
    });
  return Object.assign(sql, {
    exec: guarded(sql.exec.bind(sql)),
    prepare: guarded((text: string) => statement(prepare(text))),
  });
}
