// A SQLite file that loses nothing: WAL, synchronous=FULL, and group commit, by which the writes of one event-loop turn
// share one durable transaction.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { failpoint } from '../failpoint.ts';
import { asDiskFault, damaged, diskFaultOf, watched } from './disk.ts';

/** An open file, and how it is written. */
export interface Database {
  sql: DatabaseSync;
  /**
   * Runs `work` inside the group's transaction; resolves after COMMIT. What `work` throws rejects its caller alone, so it
   * may throw {@link Untouched} only before it has written anything; any other error undoes and rejects the whole group.
   */
  group<T>(work: () => T): Promise<T>;
  /** Runs in the next transaction that happens anyway, or soon: for what may be lost and done again. */
  lazily(work: () => void): void;
  /** Copies the file into a folder, blocking: what other files of this process hold stays as it is meanwhile. */
  backup(folder: string): void;
  /** As {@link bodyOf}; readiness tells of it from then on. */
  read<T>(row: Summed): T;
  /** The fault that a row is not what was written, for whoever finds it out; as above. */
  damaged(reason: string): Error;
  /** Throws the fault of the disk that was met last, until a write shows that it has passed; damage does not pass. */
  check(): void;
  close(): void;
}

/** A text and its sum; rows written before there were sums have none. */
export interface Summed {
  body: string;
  sum: number | null;
}
/** SQLite notices a page that makes no sense, but not a letter that has become another. */
export const sumOf = (body: string): number => crc32(body);

/** What a row's body says. @throws that its file is damaged, if it is not what {@link sumOf} was taken of */
export function bodyOf<T>({ body, sum }: Summed, path: string): T {
  try {
    if (sum === null || sum === sumOf(body)) return JSON.parse(body);
  } catch {}
  throw damaged(path, 'a row is not what was written');
}

interface Waiting {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

const LAZY_MS = 50;
/** A file whose writes nobody waits for rests this many times longer than it works, however slow the disk. */
const RESTS = 4;

/** Where it is tried whether there is room again; what the trial took stays with the file, for what comes next. */
const room = 'CREATE TABLE IF NOT EXISTS room (body BLOB NOT NULL);';
const TRIAL = 'BEGIN IMMEDIATE; DELETE FROM room; INSERT INTO room VALUES (zeroblob(65536)); COMMIT; DELETE FROM room;';

/** Gives a table of an older folder its column of sums. */
export function addSums(sql: DatabaseSync, table: string) {
  const columns = sql.prepare(`PRAGMA table_info(${table})`).all();
  if (!columns.some(({ name }) => name === 'sum')) sql.exec(`ALTER TABLE ${table} ADD COLUMN sum INTEGER`);
}

function open(path: string, onFault: (error: unknown) => void): DatabaseSync {
  try {
    if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
    return watched(new DatabaseSync(path), path, onFault);
  } catch (error) {
    throw asDiskFault(error, path);
  }
}

type Check = 'integrity_check' | 'quick_check';

/** @throws that the file is damaged */
export function verifyIntegrity(sql: DatabaseSync, path: string, check: Check = 'integrity_check') {
  const [checked] = sql.prepare(`PRAGMA ${check}(1)`).all();
  if (checked?.[check] !== 'ok') throw damaged(path, String(checked?.[check]));
}

/** Thrown by a group's work before it has written anything: its neighbours are not concerned. */
export class Untouched extends Error {}

/**
 * Opens (and makes) the file; throws the disk's fault or that it is damaged. `:memory:` is for tests of what is not about
 * durability.
 * @param check how the file is looked over: `integrity_check` its indexes too (8 µs a commit), `quick_check` its pages alone (1 µs)
 * @param restMs least time between two groups, for writes that nobody waits for: fewer fsyncs under load, no delay without
 * @example
 * ```ts
 * const db = openDatabase(':memory:', 'CREATE TABLE IF NOT EXISTS counts (n INTEGER);');
 * await db.group(() => db.sql.exec('INSERT INTO counts VALUES (7)'));
 * db.sql.prepare('SELECT n FROM counts').get(); // → { n: 7 }
 * db.close();
 * ```
 */
export function openDatabase(path: string, schema: string, check: Check = 'integrity_check', restMs = 0): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  let fault: unknown;
  const sql = open(path, (met) => {
    // Damage stays the reported fault, whatever else happens.
    if (diskFaultOf(fault) !== 'file-damaged') fault = met;
  });
  // Exclusive: one process holds the folder anyway, and no read has to ask for a lock. The checkpoint is rare, because under
  // load it meets the same pages again and again. A page holds some ten commits, so a group writes few of them.
  sql.exec(`
    PRAGMA page_size=8192; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
    PRAGMA busy_timeout=5000; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000; PRAGMA cell_size_check=ON;
  `);
  sql.exec(room + schema);
  verifyIntegrity(sql, path, check);
  const begin = sql.prepare('BEGIN IMMEDIATE');
  const commit = sql.prepare('COMMIT');
  let waiting: Waiting[] = [];
  let lazy: (() => void)[] = [];
  let lazyTimer: NodeJS.Timeout | undefined;
  let flushed = 0;
  let took = 0;

  function flush() {
    const group = waiting;
    const later = lazy;
    // What was due has gone with another flush, or with the closing.
    if (group.length + later.length === 0) return;
    waiting = [];
    lazy = [];
    clearTimeout(lazyTimer);
    lazyTimer = undefined;
    const answers: (() => void)[] = [];
    const began = performance.now();
    try {
      begin.run();
      for (const { work, resolve, reject } of group) {
        try {
          const value = work() as never;
          answers.push(() => resolve(value));
        } catch (error) {
          if (!(error instanceof Untouched)) throw error;
          answers.push(() => reject(error));
        }
      }
      for (const work of later) work();
      failpoint('group-before-commit');
      commit.run();
      failpoint('group-after-commit');
    } catch (error) {
      if (sql.isOpen && sql.isTransaction) sql.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
      return;
    }
    flushed = performance.now();
    took = flushed - began;
    for (const answer of answers) answer();
  }
  function flushSoon() {
    const rest = restMs > 0 ? flushed + Math.max(restMs, took * RESTS) - performance.now() : 0;
    if (rest > 1) setTimeout(flush, rest);
    else setImmediate(flush);
  }

  return {
    sql,
    group<T>(work: () => T) {
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) flushSoon();
        waiting.push({ work, resolve: resolve as never, reject });
      });
    },
    lazily(work) {
      lazy.push(work);
      lazyTimer ??= setTimeout(flush, LAZY_MS);
    },
    backup(folder) {
      sql.prepare('VACUUM INTO ?').run(join(folder, basename(path)));
    },
    read<T>(row: Summed): T {
      try {
        return bodyOf(row, path);
      } catch (error) {
        fault = error;
        throw error;
      }
    },
    damaged(reason) {
      const met = damaged(path, reason);
      fault = met;
      return met;
    },
    check() {
      if (fault === undefined) return;
      if (diskFaultOf(fault) === 'file-damaged') throw fault;
      try {
        sql.exec(TRIAL);
        fault = undefined;
      } finally {
        if (sql.isTransaction) sql.exec('ROLLBACK');
      }
    },
    close() {
      if (waiting.length + lazy.length > 0) flush();
      clearTimeout(lazyTimer);
      sql.close();
    },
  };
}
