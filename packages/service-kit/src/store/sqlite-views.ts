// Rows of views in SQLite: a table per view, a column per indexed field, and with each row the sequence last applied.
import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { CloudEvent, Match } from '@jiangong/contracts';
import { LRUCache } from 'lru-cache';
import type { AnyView } from '../define/any.ts';
import { fieldsOf } from '../define/fields.ts';
import type { NumberQuery, RowCount, RowQuery, StoredRow } from './port.ts';
import { partsOf } from './shape.ts';
import { sqliteNumbers } from './sqlite-numbers.ts';

/** Key, organisation, mark, body, and what is indexed. */
type Written = [key: string, org: string, ...SQLInputValue[]];
interface Table {
  view: AnyView;
  /** What its rows can be found by. */
  fields: readonly string[];
  get: StatementSync;
  put: StatementSync;
}

const KNOWN_QUERIES = 500;
const tableOf = (view: string) => `"view ${view}"`;
const columnOf = (field: string) => `"${field}"`;
const cell = (value: unknown): SQLInputValue =>
  value === undefined || value === null ? null : typeof value === 'boolean' ? Number(value) : (value as SQLInputValue);

export function sqliteViews(sql: DatabaseSync, views: readonly AnyView[]) {
  const tables = new Map<string, Table>();
  const fedBy = new Map<string, Table[]>();
  const queries = new LRUCache<string, StatementSync>({ max: KNOWN_QUERIES });
  sql.exec('CREATE TABLE IF NOT EXISTS views (name TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID');
  const shapeKnown = sql.prepare('SELECT shape FROM views WHERE name = ?');
  const shapeNow = sql.prepare('INSERT OR REPLACE INTO views (name, shape) VALUES (?, ?)');
  const numbers = sqliteNumbers(sql);
  const isNew = new Set<AnyView>();
  // What an earlier version kept; a tool that opens no views leaves them as they are.
  for (const { name } of sql.prepare('SELECT name FROM views').all() as { name: string }[])
    if (views.length > 0 && !views.some((view) => view.name === name)) {
      sql.exec(`DROP TABLE IF EXISTS ${tableOf(name)}`);
      sql.prepare('DELETE FROM views WHERE name = ?').run(name);
    }
  for (const view of views) {
    const fields = fieldsOf(view);
    const columns = fields.map(columnOf);
    const shape = JSON.stringify(partsOf(view));
    if ((shapeKnown.get(view.name) as { shape: string } | undefined)?.shape !== shape) {
      const cells = ['key TEXT PRIMARY KEY', 'org TEXT', 'mark INTEGER', 'body TEXT', ...columns];
      sql.exec(`DROP TABLE IF EXISTS ${tableOf(view.name)}`);
      sql.exec(`CREATE TABLE ${tableOf(view.name)} (${cells.join(', ')})`);
      for (const index of view.index ?? []) {
        const name = createHash('sha1').update(`${view.name}.${index}`).digest('hex').slice(0, 12);
        // What several fields name is counted within the index alone.
        const indexed = Array.isArray(index)
          ? [...index.map(columnOf), 'key', 'org']
          : [columnOf(index as string), 'key'];
        sql.exec(`CREATE INDEX IF NOT EXISTS "i${name}" ON ${tableOf(view.name)} (${indexed.join(', ')})`);
      }
      shapeNow.run(view.name, shape);
      isNew.add(view);
    }
    const places = ['key', 'org', 'mark', 'body', ...columns];
    const table = {
      view,
      fields,
      get: sql.prepare(`SELECT org, mark, body FROM ${tableOf(view.name)} WHERE key = ?`),
      put: sql.prepare(
        `INSERT OR REPLACE INTO ${tableOf(view.name)} (${places.join(', ')}) VALUES (${places.map(() => '?').join(', ')})`,
      ),
    };
    tables.set(view.name, table);
    for (const type of view.events) fedBy.set(type, [...(fedBy.get(type) ?? []), table]);
  }

  /** The row after its events; undefined if all of them were applied before. */
  function rowAfter({ view, fields, get }: Table, key: string, events: CloudEvent[]): Written | undefined {
    const before = get.get(key) as { mark: number; body: string | null } | undefined;
    // A lower or equal sequence was applied before: a duplicate.
    const fresh = events.filter(({ sequence }) => !before || sequence > before.mark);
    if (fresh.length === 0) return undefined;
    let row = before?.body ? JSON.parse(before.body) : undefined;
    for (const event of fresh) row = view.apply(row, event);
    const { org, sequence } = fresh.at(-1)!;
    // A removed row stays as a tombstone with its mark, so that a duplicate cannot revive it.
    const body = row === undefined ? null : JSON.stringify(row);
    return [key, org, sequence, body, ...fields.map((field) => cell(row?.[field]))];
  }

  const stored = (row: unknown): StoredRow => {
    const { key, org, body } = row as { key: string; org: string; body: string };
    return { key, org, body: JSON.parse(body) };
  };

  return {
    /** Views that were made or changed since the file was last opened: their tables are empty. */
    isNew,
    numbers,
    /** What events of one stream, in their order, make of their rows; writing it is the caller's next step. */
    prepare(events: CloudEvent[], isRefill = false): () => void {
      const lines = new Map<Table, Map<string, CloudEvent[]>>();
      for (const event of events)
        for (const table of fedBy.get(event.type) ?? []) {
          const key = table.view.key(event);
          if (key === undefined) continue;
          const keys = lines.get(table) ?? new Map<string, CloudEvent[]>();
          lines.set(table, keys.set(key, [...(keys.get(key) ?? []), event]));
        }
      const writes = [...lines].flatMap(([table, keys]) =>
        [...keys].flatMap(([key, events]) => {
          const row = rowAfter(table, key, events);
          return row ? [{ table, row }] : [];
        }),
      );
      return () => {
        for (const { table, row } of writes) {
          table.put.run(...row);
          if (table.view.numbered && !isRefill) numbers.give(table.view.name, row[1], row[0]);
        }
      };
    },
    /** Numbers the rows that have no number yet, by key. */
    numberAll(view: string) {
      for (const { org, key } of sql.prepare(`SELECT org, key FROM ${tableOf(view)} ORDER BY key`).all())
        numbers.give(view, String(org), String(key));
    },
    numbered({ view, org, after, limit }: NumberQuery) {
      return numbers.after(view, org, after, limit).map(({ number, key }) => {
        const row = tables.get(view)!.get.get(key) as { org: string; body: string | null } | undefined;
        if (!row?.body) throw new Error(`${view}: row ${number} of ${org} is missing`);
        return { number, row: stored({ key, ...row }) };
      });
    },
    row(view: string, key: string): StoredRow | undefined {
      const row = tables.get(view)!.get.get(key) as { org: string; body: string | null } | undefined;
      return row?.body ? stored({ key, ...row }) : undefined;
    },
    rows({ after, limit, ...query }: RowQuery): StoredRow[] {
      const { where, values } = conditions(query);
      if (after !== undefined) {
        where.push('key > ?');
        values.push(after);
      }
      // The limit is part of the text: SQLite plans a statement anew each time that a limit is bound.
      const text = `SELECT key, org, body FROM ${tableOf(query.view)} WHERE ${['body IS NOT NULL', ...where].join(' AND ')} ORDER BY key LIMIT ${Number(limit)}`;
      return prepared(text)
        .all(...values)
        .map(stored);
    },
    count(query: RowCount): number {
      const { where, values } = conditions(query);
      // Indexed fields of a removed row are null.
      const all = Object.values(query.filter).some((match) => match !== undefined)
        ? where
        : ['body IS NOT NULL', ...where];
      const text = `SELECT count(*) AS n FROM ${tableOf(query.view)} WHERE ${all.join(' AND ')}`;
      return (prepared(text).get(...values) as { n: number }).n;
    },
  };

  function prepared(text: string): StatementSync {
    const query = queries.get(text) ?? sql.prepare(text);
    queries.set(text, query);
    return query;
  }

  function conditions({ view, org, filter }: RowCount): { where: string[]; values: SQLInputValue[] } {
    const where: string[] = [];
    const values: SQLInputValue[] = [];
    const add = (condition: string, ...given: SQLInputValue[]) => {
      where.push(condition);
      values.push(...given);
    };
    if (org !== undefined) add('org = ?', org);
    const known = tables.get(view)!.fields;
    for (const [field, match] of Object.entries(filter) as [string, Match][]) {
      if (match === undefined) continue;
      if (!known.includes(field)) throw new Error(`${view} has no index on ${field}`);
      if (typeof match === 'object' && 'upTo' in match) add(`${columnOf(field)} <= ?`, match.upTo);
      else if (typeof match === 'object')
        add(`${columnOf(field)} IN (${match.map(() => '?').join(', ')})`, ...(match as SQLInputValue[]));
      else add(`${columnOf(field)} = ?`, cell(match));
    }
    return { where, values };
  }
}
