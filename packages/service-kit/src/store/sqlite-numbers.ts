// Numbers of rows in SQLite: given in the transaction that writes the row, in a table that outlives the view's.
import type { DatabaseSync } from 'node:sqlite';
import type { NumberedKey, NumberQuery } from './port.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS numbers (
    view TEXT, org TEXT, number INTEGER, key TEXT, PRIMARY KEY (view, org, number), UNIQUE (view, key)
  ) WITHOUT ROWID;
`;

export function sqliteNumbers(sql: DatabaseSync) {
  sql.exec(schema);
  const next = sql.prepare(`
    INSERT INTO numbers (view, org, number, key)
    SELECT ?1, ?2, 1 + coalesce((SELECT max(number) FROM numbers WHERE view = ?1 AND org = ?2), 0), ?3
    WHERE NOT EXISTS (SELECT 1 FROM numbers WHERE view = ?1 AND key = ?3)`);
  const same = sql.prepare('INSERT OR IGNORE INTO numbers (view, org, number, key) VALUES (?, ?, ?, ?)');
  const above = sql.prepare(
    'SELECT number, key FROM numbers WHERE view = ? AND org = ? AND number > ? ORDER BY number LIMIT ?',
  );
  const lowest = sql.prepare('SELECT min(number) AS number FROM numbers WHERE view = ? AND org = ? AND key > ?');

  return {
    /** The next number, unless the row has one. */
    give(view: string, org: string, key: string) {
      next.run(view, org, key);
    },
    /** A number that another store gave. */
    take({ view, org, number, key }: NumberedKey) {
      same.run(view, org, number, key);
    },
    after(view: string, org: string, after: NumberQuery['after'], limit: number) {
      const first = typeof after === 'number' ? after + 1 : lowest.get(view, org, after.key)?.number;
      if (first === undefined || first === null) return [];
      return above.all(view, org, Number(first) - 1, limit) as { number: number; key: string }[];
    },
  };
}
