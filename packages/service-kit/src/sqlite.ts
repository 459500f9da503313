// A SQLite file that loses nothing: WAL, synchronous=FULL, and group commit, by which the writes of one event-loop turn
// share one durable transaction.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Database {
  sql: DatabaseSync;
  /**
   * Runs `work` inside the turn's transaction, in a savepoint of its own; resolves after COMMIT.
   * If `work` throws, its savepoint alone is undone; if COMMIT fails, everybody of the turn is rejected.
   */
  group<T>(work: () => T): Promise<T>;
  /** Runs in the next transaction that happens anyway, or soon: for what may be lost and done again. */
  lazily(work: () => void): void;
  close(): void;
}

interface Waiting {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

const LAZY_MS = 50;

/** Opens (and makes) the file. `:memory:` works for tests of what is not about durability. */
export function openDatabase(path: string, schema: string): Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const sql = new DatabaseSync(path);
  sql.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA cache_size=-32768');
  sql.exec(schema);
  const begin = sql.prepare('BEGIN IMMEDIATE');
  const commit = sql.prepare('COMMIT');
  const savepoint = sql.prepare('SAVEPOINT unit');
  const release = sql.prepare('RELEASE unit');
  const undo = sql.prepare('ROLLBACK TO unit');
  let waiting: Waiting[] = [];
  let lazy: (() => void)[] = [];
  let lazyTimer: NodeJS.Timeout | undefined;

  function flush() {
    const group = waiting;
    const later = lazy;
    waiting = [];
    lazy = [];
    clearTimeout(lazyTimer);
    lazyTimer = undefined;
    const answers: (() => void)[] = [];
    try {
      begin.run();
      for (const { work, resolve, reject } of group) {
        savepoint.run();
        try {
          const value = work() as never;
          answers.push(() => resolve(value));
        } catch (error) {
          undo.run();
          answers.push(() => reject(error));
        }
        release.run();
      }
      for (const work of later) work();
      commit.run();
    } catch (error) {
      if (sql.isTransaction) sql.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  return {
    sql,
    group<T>(work: () => T) {
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ work, resolve: resolve as never, reject });
      });
    },
    lazily(work) {
      lazy.push(work);
      lazyTimer ??= setTimeout(flush, LAZY_MS);
    },
    close() {
      if (waiting.length + lazy.length > 0) flush();
      clearTimeout(lazyTimer);
      sql.close();
    },
  };
}
