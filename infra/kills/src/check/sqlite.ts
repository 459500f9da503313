// The evidence of the embedded engine: its files, read with nothing but SQLite. Nobody may hold the folder.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Evidence, JournalCommit, LogRecord, Row, ServiceEvidence } from './evidence.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of tables that are named in the statement
type Cells = any;

export function readSqlite(folder: string): Omit<Evidence, 'feed'> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.db') && !['log.db', 'lock.db'].includes(name));
  return { services: files.map((file) => readService(folder, file)), log: readLog(folder) };
}

function readService(folder: string, file: string): ServiceEvidence {
  const sql = new DatabaseSync(join(folder, file));
  const [{ integrity_check: integrity }] = sql.prepare('PRAGMA integrity_check').all() as Cells;
  if (integrity !== 'ok') throw new Error(`${file}: ${integrity}`);
  const bodies = sql.prepare('SELECT body FROM commits ORDER BY place').all() as Cells[];
  const parked = sql.prepare(`SELECT key, body FROM kept WHERE tab = 'parked'`).all() as Cells[];
  const states = sql.prepare(`SELECT tab, key, body FROM kept WHERE tab LIKE '%.state.v1'`).all() as Cells[];
  const [{ owed }] = sql.prepare(`SELECT count(*) AS owed FROM kept WHERE tab = 'states-owed'`).all() as Cells;
  const [{ pending }] = sql.prepare('SELECT count(*) AS pending FROM pending').all() as Cells;
  const rows = new Map<string, Row[]>();
  for (const { name } of sql.prepare('SELECT name FROM views').all() as Cells[])
    rows.set(
      name,
      (sql.prepare(`SELECT key, org, mark, body FROM "view ${name}"`).all() as Cells[]).map((row) => ({
        ...row,
        body: row.body === null ? undefined : JSON.parse(row.body),
      })),
    );
  sql.close();
  return {
    service: file.slice(0, -'.db'.length),
    commits: bodies.map(({ body }) => JSON.parse(body) as JournalCommit),
    rows,
    parked: parked.map(({ key, body }) => `${key}: ${JSON.parse(body).reason}`),
    pending,
    states: new Map(states.map(({ tab, key, body }) => [`${tab}/${key}`, JSON.parse(body)])),
    owed,
  };
}

function readLog(folder: string): LogRecord[] {
  const sql = new DatabaseSync(join(folder, 'log.db'));
  const records = sql.prepare('SELECT topic, key, body FROM events ORDER BY place').all() as Cells[];
  sql.close();
  return records.map(({ topic, key, body }) => ({ topic, partition: 0, key, value: JSON.parse(body) }));
}
