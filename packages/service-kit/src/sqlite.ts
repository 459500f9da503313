// A SQLite file that loses nothing: WAL, synchronous=FULL, and group commit, by which the writes of one event-loop turn
// share one durable transaction.
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failpoint } from './failpoint.ts';

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
  close(): void;
}

interface Waiting {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

const LAZY_MS = 50;
/** A file whose writes nobody waits for rests this many times longer than it works, however slow the disk. */
const RESTS = 4;

/** Thrown by a group's work before it has written anything: its neighbours are not concerned. */
export class Untouched extends Error {}

/**
 * Opens (and makes) the file. `:memory:` works for tests of what is not about durability.
 * @param restMs least time between two groups, for writes that nobody waits for: fewer fsyncs under load, no delay without
 */
export function openDatabase(path: string, schema: string, restMs = 0): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sql = new DatabaseSync(path);
  // Exclusive: one process holds the folder anyway, and no read has to ask for a lock. The checkpoint is rare, because under
  // load it meets the same pages again and again. A page holds some ten commits, so a group writes few of them.
  sql.exec(`
    PRAGMA page_size=8192; PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
    PRAGMA busy_timeout=5000; PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;
  `);
  sql.exec(schema);
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
      if (sql.isTransaction) sql.exec('ROLLBACK');
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
    close() {
      if (waiting.length + lazy.length > 0) flush();
      clearTimeout(lazyTimer);
      sql.close();
    },
  };
}
