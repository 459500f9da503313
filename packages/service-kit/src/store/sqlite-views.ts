// Rows of views in SQLite: a table per view, a column per indexed field, and the sequence last applied beside each row.
import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CloudEvent, Wanted } from '@jiangong/contracts';
import type { AnyView } from '../service.ts';
import type { RowQuery, StoredRow } from './port.ts';

interface Table {
  view: AnyView;
  get: StatementSync;
  put: StatementSync;
}

const tableOf = (view: string) => `"view ${view}"`;
const columnOf = (field: string) => `"${field}"`;
const cell = (value: unknown): SQLInputValue =>
  value === undefined || value === null ? null : typeof value === 'boolean' ? Number(value) : (value as SQLInputValue);

export function sqliteViews(sql: DatabaseSync, views: readonly AnyView[]) {
  const tables = new Map<string, Table>();
  const fedBy = new Map<string, Table[]>();
  /** Questions asked before: a service asks few different ones. */
  const queries = new Map<string, StatementSync>();
  sql.exec('CREATE TABLE IF NOT EXISTS views (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID');
  const shapeKnown = sql.prepare('SELECT shape FROM views WHERE name = ?');
  const shapeNow = sql.prepare('INSERT OR REPLACE INTO views (name, shape) VALUES (?, ?)');
  const isNew = new Set<AnyView>();
  for (const view of views) {
    const columns = (view.index ?? []).map(columnOf);
    const shape = JSON.stringify([view.on, view.index ?? [], view.revision ?? 1]);
    if ((shapeKnown.get(view.name) as { shape: string } | undefined)?.shape !== shape) {
      const fields = ['key TEXT PRIMARY KEY', 'org TEXT', 'mark INTEGER', 'body TEXT', ...columns];
      sql.exec(`DROP TABLE IF EXISTS ${tableOf(view.name)}`);
      sql.exec(`CREATE TABLE ${tableOf(view.name)} (${fields.join(', ')}) WITHOUT ROWID`);
      for (const field of view.index ?? []) {
        const name = createHash('sha1').update(`${view.name}.${field}`).digest('hex').slice(0, 12);
        sql.exec(`CREATE INDEX IF NOT EXISTS "i${name}" ON ${tableOf(view.name)} (${columnOf(field)}, key)`);
      }
      shapeNow.run(view.name, shape);
      isNew.add(view);
    }
    const places = ['key', 'org', 'mark', 'body', ...columns];
    const table = {
      view,
      get: sql.prepare(`SELECT org, mark, body FROM ${tableOf(view.name)} WHERE key = ?`),
      put: sql.prepare(
        `INSERT OR REPLACE INTO ${tableOf(view.name)} (${places.join(', ')}) VALUES (${places.map(() => '?').join(', ')})`,
      ),
    };
    tables.set(view.name, table);
    for (const type of view.on) fedBy.set(type, [...(fedBy.get(type) ?? []), table]);
  }

  function applyOne({ view, get, put }: Table, event: CloudEvent) {
    const key = view.key(event);
    if (key === undefined) return;
    const stored = get.get(key) as { mark: number; body: string | null } | undefined;
    // A lower or equal sequence was applied before: a duplicate.
    if (stored && stored.mark >= event.sequence) return;
    const before = stored?.body ? JSON.parse(stored.body) : undefined;
    const after = view.apply(before, event);
    // A removed row stays as a tombstone with its mark, so that a duplicate cannot revive it.
    const body = after === undefined ? null : JSON.stringify(after);
    put.run(key, event.org, event.sequence, body, ...(view.index ?? []).map((field: string) => cell(after?.[field])));
  }

  const stored = (row: unknown): StoredRow => {
    const { key, org, body } = row as { key: string; org: string; body: string };
    return { key, org, body: JSON.parse(body) };
  };

  return {
    /** Views that were made or changed since the file was last opened: their tables are empty. */
    isNew,
    /** Applies events of one stream, in their order. */
    apply(events: CloudEvent[]) {
      for (const event of events) for (const table of fedBy.get(event.type) ?? []) applyOne(table, event);
    },
    row(view: string, key: string): StoredRow | undefined {
      const row = tables.get(view)!.get.get(key) as { org: string; body: string | null } | undefined;
      return row?.body ? stored({ key, ...row }) : undefined;
    },
    rows({ view, org, filter, after, limit }: RowQuery): StoredRow[] {
      const where = ['body IS NOT NULL'];
      const values: SQLInputValue[] = [];
      const add = (condition: string, ...given: SQLInputValue[]) => {
        where.push(condition);
        values.push(...given);
      };
      if (org !== undefined) add('org = ?', org);
      if (after !== undefined) add('key > ?', after);
      for (const [field, wanted] of Object.entries(filter) as [string, Wanted][]) {
        if (wanted === undefined) continue;
        if (!tables.get(view)!.view.index?.includes(field)) throw new Error(`${view} has no index on ${field}`);
        if (typeof wanted === 'object' && 'upTo' in wanted) add(`${columnOf(field)} <= ?`, wanted.upTo);
        else if (typeof wanted === 'object')
          add(`${columnOf(field)} IN (${wanted.map(() => '?').join(', ')})`, ...(wanted as SQLInputValue[]));
        else add(`${columnOf(field)} = ?`, cell(wanted));
      }
      const text = `SELECT key, org, body FROM ${tableOf(view)} WHERE ${where.join(' AND ')} ORDER BY key LIMIT ?`;
      let query = queries.get(text);
      if (!query) {
        query = sql.prepare(text);
        queries.set(text, query);
      }
      return query.all(...values, limit).map(stored);
    },
  };
}
