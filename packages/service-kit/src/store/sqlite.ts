// The embedded store: one SQLite file per service; a unit's commit, rows and private rows are one transaction.
import { join } from 'node:path';
import { type Match, serviceOf } from '@jiangong/contracts';
import { FORGET_PAGE, forgottenBefore, isForgettable } from '../command/cause.ts';
import { failpoint } from '../failpoint.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { addSums, openDatabase, type Summed, sumOf, Untouched } from '../sqlite/sqlite.ts';
import {
  type Commit,
  type OpenStore,
  type Outcome,
  PENDING_PAGE,
  type RowQuery,
  type Store,
  type StoredRow,
  type Unit,
} from './port.ts';
import { sqliteViews } from './sqlite-views.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS commits (
    place INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, cause TEXT NOT NULL, body TEXT NOT NULL,
    sum INTEGER
  );
  CREATE UNIQUE INDEX IF NOT EXISTS commits_id ON commits (stream, version);
  CREATE UNIQUE INDEX IF NOT EXISTS commits_cause ON commits (cause);
  CREATE TABLE IF NOT EXISTS pending (place INTEGER PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS kept (tab TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (tab, key)) WITHOUT ROWID;
`;
class FaultyView extends Untouched {
  constructor(cause: unknown) {
    super('a view failed', { cause });
  }
}
const isFault = (error: unknown) => (error as { code?: string }).code === 'ERR_SQLITE_ERROR';

/** The private row that says up to which place keys were forgotten. */
const FORGOTTEN = ['forgotten', 'place'] as const;

// SQLite's extended result code of a broken UNIQUE constraint.
const UNIQUE = 2067;

// Never leaves this file.
class NotWritten extends Untouched {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('not written');
    this.outcome = outcome;
  }
}

/**
 * Opens `<folder>/<service>.db`; `url` is `file:<folder>`, or `memory:`. Throws if the file is damaged.
 * @example
 * ```ts
 * const store = await openSqliteStore('memory:', 'awards', []);
 * await store.backlog(); // → { count: 0 }
 * await store.close();
 * ```
 */
export const openSqliteStore: OpenStore = async (url, service, views) => {
  const db = openDatabase(url === 'memory:' ? ':memory:' : join(url.slice('file:'.length), `${service}.db`), schema);
  const { sql } = db;
  const parse = (row: unknown) => db.read<Commit>(row as Summed);
  addSums(sql, 'commits');
  sql.exec('BEGIN IMMEDIATE');
  const rows = sqliteViews(sql, views);
  if (rows.isNew.size > 0) refill();
  sql.exec('COMMIT');
  const insert = sql.prepare('INSERT INTO commits (stream, version, cause, body, sum) VALUES (?, ?, ?, ?, ?)');
  const byCause = sql.prepare('SELECT body, sum FROM commits WHERE cause = ?');
  const byStream = sql.prepare('SELECT body, sum FROM commits WHERE stream = ? AND version > ? ORDER BY version');
  // Next to the journal, not in it: a handful of rows on one page, however long the journal is.
  const owe = sql.prepare('INSERT INTO pending (place) VALUES (last_insert_rowid())');
  // CROSS JOIN keeps the order of the loops: a stream's commits are few, whatever is pending.
  const pendingOf = sql.prepare(
    'SELECT body, sum FROM commits CROSS JOIN pending USING (place) WHERE stream = ? ORDER BY version',
  );
  // A stream's commits were written in their order. The limit is part of the text, see sqlite-views.ts.
  const pendingPage = sql.prepare(
    `SELECT body, sum FROM pending CROSS JOIN commits USING (place) WHERE place > ? ORDER BY place LIMIT ${PENDING_PAGE}`,
  );
  const placeOf = sql.prepare('SELECT place FROM commits WHERE stream = ? AND version = ?');
  const counted = sql.prepare('SELECT count(*) AS count FROM pending');
  const first = sql.prepare('SELECT body, sum FROM commits WHERE place = (SELECT min(place) FROM pending)');
  const paid = sql.prepare(
    'DELETE FROM pending WHERE place = (SELECT place FROM commits WHERE stream = ? AND version = ?)',
  );
  // Commits without events are never published; see handle.ts, noop.
  const countPublished = sql.prepare(`SELECT (SELECT count(*) FROM commits WHERE stream < 'noop/') +
    (SELECT count(*) FROM commits WHERE stream > 'noop0') - (SELECT count(*) FROM pending) AS commits`);
  const publishedOf = sql.prepare(`SELECT (SELECT count(*) FROM commits WHERE stream > :from AND stream < :to) -
    (SELECT count(*) FROM pending CROSS JOIN commits USING (place) WHERE stream > :from AND stream < :to) AS commits`);
  const inOrder = sql.prepare('SELECT place, body, sum FROM commits WHERE place > ? ORDER BY place LIMIT 500');
  // The last place stays, so that none is given twice.
  const oldest = sql.prepare(`SELECT place, CASE WHEN stream > 'noop/' AND stream < 'noop0' THEN body END AS body, sum
    FROM commits WHERE place > ? AND place < (SELECT max(place) FROM commits) ORDER BY place LIMIT ${FORGET_PAGE}`);
  const drop = sql.prepare('DELETE FROM commits WHERE place = ?');
  const insertRow = sql.prepare('INSERT OR REPLACE INTO kept (tab, key, body) VALUES (?, ?, ?)');
  const keepOnce = sql.prepare('INSERT OR IGNORE INTO kept (tab, key, body) VALUES (?, ?, ?)');
  const keepNewer =
    sql.prepare(`INSERT INTO kept (tab, key, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body
    WHERE coalesce(json_extract(kept.body, '$.revision'), 0) < json_extract(excluded.body, '$.revision')`);
  const erase = sql.prepare('DELETE FROM kept WHERE tab = ? AND key = ?');
  const swapRow = sql.prepare('UPDATE kept SET body = ? WHERE tab = ? AND key = ? AND body = ?');
  const eraseIf = sql.prepare('DELETE FROM kept WHERE tab = ? AND key = ? AND body = ?');
  const selectRow = sql.prepare('SELECT body FROM kept WHERE tab = ? AND key = ?');
  const keptAll = sql.prepare('SELECT key, body FROM kept WHERE tab = ? AND key >= ? AND key < ? ORDER BY key');
  const keptPage = sql.prepare(
    'SELECT key, body FROM kept WHERE tab = ? AND key >= ? AND key < ? AND key > ? ORDER BY key LIMIT ?',
  );

  function insertCommit(commit: Commit) {
    try {
      const body = JSON.stringify(commit);
      insert.run(commit.stream, commit.version, commit.cause, body, sumOf(body));
      if (commit.events.length > 0) owe.run();
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== UNIQUE) throw error;
      const known = byCause.get(commit.cause);
      throw new NotWritten(known ? { kind: 'known', commit: parse(known) } : { kind: 'taken' });
    }
  }

  /** A view's own error, as opposed to the file's. */
  function prepared<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isFault(error)) throw error;
      throw new FaultyView(error);
    }
  }

  /** Rules run before anything is written, and the commit goes first: what throws up to there leaves no trace. */
  function writeUnit(unit: Unit): Outcome {
    const writeRows = prepared(() => [
      rows.prepare(unit.apply ?? []),
      rows.prepare(unit.commit ? eventsOfCommit(service, unit.commit) : []),
    ]);
    if (unit.commit) insertCommit(unit.commit);
    for (const write of writeRows) write();
    for (const numbered of unit.numbers ?? []) rows.numbers.take(numbered);
    for (const { table, key, body, once, newer } of unit.privateRows ?? []) {
      if (body === undefined) erase.run(table, key);
      else (newer ? keepNewer : once ? keepOnce : insertRow).run(table, key, JSON.stringify(body));
    }
    return { kind: 'written' };
  }

  /** Fills new views: from this journal, and from the others' events by reading the log once more from its start. */
  function refill() {
    for (const row of sql.prepare('SELECT body, sum FROM commits ORDER BY place').iterate())
      rows.prepare(eventsOfCommit(service, parse(row)), true)();
    for (const { name, numbered } of rows.isNew) if (numbered) rows.numberAll(name);
    const foreign = [...rows.isNew].some((view) => view.events.some((type: string) => serviceOf(type) !== service));
    if (foreign) sql.exec(`DELETE FROM kept WHERE tab = 'positions'`);
  }

  /** By place, which is by time; up to the first that is too young. Read before anything is written: see {@link Untouched}. */
  function forgettable(now: string) {
    const before = forgottenBefore(now);
    const places: number[] = [];
    let reached = Number((selectRow.get(...FORGOTTEN) as { body: string } | undefined)?.body ?? 0);
    const rows = oldest.all(reached) as unknown as ({ place: number } & Summed)[];
    for (const row of rows) {
      const commit = row.body === null ? undefined : parse(row);
      // What has a time to come, by a clock that was wrong, holds nothing up.
      if (commit && isForgettable(commit) && commit.time <= now) {
        if (commit.time >= before) return { places, reached, isEnd: true };
        places.push(row.place);
      }
      reached = row.place;
    }
    return { places, reached, isEnd: rows.length < FORGET_PAGE };
  }

  const store: Store = {
    shared: false,
    async write(unit) {
      try {
        return await db.group(() => writeUnit(unit));
      } catch (error) {
        if (error instanceof NotWritten) return error.outcome;
        if (error instanceof FaultyView) throw error.cause;
        throw error;
      }
    },
    async read(stream, after) {
      return byStream.all(stream, after).map(parse);
    },
    async byCause(cause) {
      const row = byCause.get(cause);
      return row && parse(row);
    },
    async pending(streams) {
      return [...new Set(streams)].flatMap((stream) => pendingOf.all(stream).map(parse));
    },
    async pendingPage(after) {
      const place = after ? placeOf.get(after.stream, after.version)!.place! : 0;
      return pendingPage.all(place).map(parse);
    },
    async backlog() {
      const oldest = first.get();
      return { count: Number(counted.get()!.count), ...(oldest ? { oldest: parse(oldest).time } : {}) };
    },
    async forget(now) {
      const { places, reached, isEnd } = forgettable(now);
      await db.group(() => {
        for (const place of places) drop.run(place);
        failpoint('in-forget');
        insertRow.run(...FORGOTTEN, JSON.stringify(reached));
      });
      return isEnd;
    },
    // Done by `write`, in the commit's own transaction.
    async apply() {},
    async markPublished(commits) {
      db.lazily(() => {
        failpoint('in-settle');
        for (const { stream, version } of commits) paid.run(stream, version);
      });
    },
    async publishedCount(noun) {
      const counted = noun === undefined ? countPublished.get() : publishedOf.get({ from: `${noun}/`, to: `${noun}0` });
      return Number(counted!.commits);
    },
    async row(view, key): Promise<StoredRow | undefined> {
      return rows.row(view, key);
    },
    async rows(query: RowQuery & { filter: Record<string, Match> }) {
      return rows.rows(query);
    },
    async count(query) {
      return rows.count(query);
    },
    async numbered(query) {
      return rows.numbered(query);
    },
    async privateRow(table, key) {
      const row = selectRow.get(table, key) as { body: string } | undefined;
      return row && JSON.parse(row.body);
    },
    async privateRows(table, prefix = '', page) {
      const range = [table, prefix, `${prefix}\u{10ffff}`];
      const rows = page ? keptPage.all(...range, page.after ?? '', page.limit) : keptAll.all(...range);
      const found = rows as { key: string; body: string }[];
      return found.map(({ key, body }) => ({ key, body: JSON.parse(body) }));
    },
    swap: ({ table, key, body }, was) =>
      db.group(() => {
        const before = JSON.stringify(was);
        const { changes } =
          body === undefined ? eraseIf.run(table, key, before) : swapRow.run(JSON.stringify(body), table, key, before);
        return changes === 1;
      }),
    async *journal(after = 0) {
      for (let place = after; ; ) {
        const page = inOrder.all(place) as unknown as ({ place: number } & Summed)[];
        if (page.length === 0) return;
        for (const row of page) yield parse(row);
        place = page.at(-1)!.place;
      }
    },
    isFault,
    backup: (folder) => db.backup(folder),
    damaged: (reason) => db.damaged(reason),
    async check() {
      db.check();
    },
    async close() {
      db.close();
    },
  };
  return store;
};
