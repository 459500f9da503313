// State topics of the embedded log: one row a key, which a newer state replaces; its place is new then, so that followers who
// keep the last place read what changed since, and a tombstone stays for those who come late.
import type { DatabaseSync } from 'node:sqlite';
import type { StateRecord } from '@jiangong/contracts';
import { type Database, type Summed, sumOf } from '../sqlite/sqlite.ts';
import type { LogRecord } from './port.ts';

export const statesSchema = `
  CREATE TABLE IF NOT EXISTS states (place INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, key TEXT NOT NULL,
    revision INTEGER NOT NULL, body TEXT NOT NULL, sum INTEGER, UNIQUE (topic, key));
`;
const BATCH = 256;

export function sqliteStates(db: Database) {
  const sql: DatabaseSync = db.sql;
  const replaced = sql.prepare('DELETE FROM states WHERE topic = ? AND key = ? AND revision < ?');
  const insert = sql.prepare('INSERT OR IGNORE INTO states (topic, key, revision, body, sum) VALUES (?, ?, ?, ?, ?)');
  const after = sql.prepare(
    `SELECT place, key, body, sum FROM states WHERE topic = ? AND place > ? ORDER BY place LIMIT ${BATCH}`,
  );
  const behind = sql.prepare('SELECT count(*) AS behind FROM states WHERE topic = ? AND place > ?');
  return {
    put(records: StateRecord[]) {
      for (const record of records) {
        const { topic, key, revision } = record;
        const body = JSON.stringify(record);
        replaced.run(topic, key, revision);
        insert.run(topic, key, revision, body, sumOf(body));
      }
    },
    /** States that changed after a place, in that order. */
    next(topic: string, place: number): { place: number; record: LogRecord }[] {
      const rows = after.all(topic, place) as unknown as ({ place: number; key: string } & Summed)[];
      return rows.map(({ place, key, ...summed }) => ({
        place,
        record: { topic, key, value: db.read<unknown>(summed), position: { partition: topic, offset: String(place) } },
      }));
    },
    behind: (topic: string, place: number) => Number(behind.get(topic, place)!.behind),
  };
}
