// Rows of views in MongoDB: a collection per view and shape, and in each row the sequence last applied. Rows are read,
// computed and written back only if their mark is still the one that was read, so any number of processes may apply.
import type { CloudEvent, Match } from '@jiangong/contracts';
import type { Connection, mongo } from 'mongoose';
import type { AnyView } from '../define/any.ts';
import { fieldsOf } from '../define/fields.ts';
import { batched } from './batch.ts';
import { failedOnes, isDuplicateCode } from './mongo-errors.ts';
import { mongoNumbers } from './mongo-numbers.ts';
import type { NumberQuery, RowCount, RowQuery, StoredRow } from './port.ts';
import { shapeOf } from './shape.ts';

interface RowDocument {
  _id: string;
  org: string;
  mark: number;
  /** Absent: the row was removed; what stays is its mark, so that a duplicate cannot revive it. */
  body?: object;
}
interface Table {
  view: AnyView;
  rows: mongo.Collection<RowDocument>;
}
/** Events of one row, in order. */
interface Line {
  table: Table;
  key: string;
  events: CloudEvent[];
}

const PAGE = 500;

export async function mongoViews(connection: Connection, views: readonly AnyView[]) {
  const tables = new Map<string, Table>();
  const numbers = mongoNumbers(connection);
  for (const view of views) {
    if (view.numbered) await numbers.open(view.name);
    const rows = connection.db!.collection<RowDocument>(`view ${view.name} ${shapeOf(view)}`);
    const indexed = (view.index ?? []).map((index: string | readonly string[]) => {
      const fields = [index].flat().map((field) => [`body.${field}`, 1 as const]);
      const org = Array.isArray(index) ? { org: 1 as const } : {};
      return { key: { ...Object.fromEntries(fields), _id: 1 as const, ...org } };
    });
    await rows.createIndexes([{ key: { org: 1, _id: 1 } }, ...indexed]);
    tables.set(view.name, { view, rows });
  }

  function linesOf(events: CloudEvent[], only: ReadonlySet<AnyView> | undefined): Line[] {
    const lines = new Map<string, Line>();
    for (const event of events)
      for (const table of tables.values()) {
        if (!table.view.events.includes(event.type) || (only && !only.has(table.view))) continue;
        const key = table.view.key(event);
        if (key === undefined) continue;
        const id = `${table.view.name}\n${key}`;
        const line = lines.get(id) ?? { table, key, events: [] };
        line.events.push(event);
        lines.set(id, line);
      }
    return [...lines.values()];
  }

  /** The row after its events; undefined if all of them were applied before. */
  function rowAfter({ table, key, events }: Line, before: RowDocument | undefined): RowDocument | undefined {
    const fresh = events.filter(({ sequence }) => !before || sequence > before.mark);
    if (fresh.length === 0) return undefined;
    let body = before?.body;
    for (const event of fresh) body = table.view.apply(body, event);
    const { org, sequence } = fresh.at(-1)!;
    return { _id: key, org, mark: sequence, ...(body === undefined ? {} : { body }) };
  }

  /** Applies the lines of several callers to one table; a view's own error concerns its caller alone. */
  async function applyTo(
    table: Table,
    work: { line: Line; caller: number }[],
    failed: Map<number, unknown>,
    isAgain = false,
  ) {
    // A stream's first event makes a row that is hardly there yet: inserting tells, without reading first.
    const known = work.filter(({ line }) => isAgain || line.events[0]!.sequence > 1);
    const keys = [...new Set(known.map(({ line }) => line.key))];
    const read = keys.length === 0 ? [] : await table.rows.find({ _id: { $in: keys } }).toArray();
    const before = new Map(read.map((row) => [row._id, row]));
    const after = new Map<string, RowDocument>();
    for (const { line, caller } of work) {
      try {
        const row = rowAfter(line, after.get(line.key) ?? before.get(line.key));
        if (row) after.set(line.key, row);
      } catch (error) {
        failed.set(caller, error);
      }
    }
    if (after.size === 0) return;
    const writes = [...after.values()].map((row) => {
      const was = before.get(row._id);
      const { _id, ...replacement } = row;
      return was ? { replaceOne: { filter: { _id, mark: was.mark }, replacement } } : { insertOne: { document: row } };
    });
    let done = 0;
    try {
      const result = await table.rows.bulkWrite(writes, { ordered: false });
      done = result.insertedCount + result.matchedCount;
    } catch (thrown) {
      for (const { code, error } of failedOnes(thrown).values()) if (!isDuplicateCode(code)) throw error;
    }
    // Another process was faster with some row: the marks tell which events are still to be applied.
    if (done < writes.length)
      await applyTo(
        table,
        work.filter(({ caller }) => !failed.has(caller)),
        failed,
        true,
      );
  }

  const apply = batched<Line[], void>(async (callers) => {
    const byTable = new Map<Table, { line: Line; caller: number }[]>();
    for (const [caller, lines] of callers.entries())
      for (const line of lines) byTable.set(line.table, [...(byTable.get(line.table) ?? []), { line, caller }]);
    const failed = new Map<number, unknown>();
    await Promise.all([...byTable].map(([table, work]) => applyTo(table, work, failed)));
    return callers.map((_, caller) => () => {
      if (failed.has(caller)) throw failed.get(caller);
    });
  });

  function conditionsOf({ view, org, filter }: RowCount): Record<string, unknown> {
    const known = fieldsOf(tables.get(view)!.view);
    const conditions = Object.entries(filter).flatMap(([field, match]) => {
      if (match === undefined) return [];
      if (!known.includes(field)) throw new Error(`${view} has no index on ${field}`);
      return [[`body.${field}`, conditionOf(match)]];
    });
    return { ...(org === undefined ? {} : { org }), ...Object.fromEntries(conditions) };
  }

  const tableOf = (view: string) => tables.get(view)!.rows;
  const stored = ({ _id, org, body }: RowDocument): StoredRow => ({ key: _id, org, body: body! });
  const conditionOf = (match: Exclude<Match, undefined>) =>
    typeof match !== 'object' ? match : 'upTo' in match ? { $lte: match.upTo } : { $in: match };

  return {
    numbers,
    /** Applies events, each row's in order, and numbers the rows of numbered views. */
    async apply(events: CloudEvent[]): Promise<void> {
      const lines = linesOf(events, undefined);
      if (lines.length > 0) await apply(lines);
      await numbers.give(
        lines
          .filter(({ table }) => table.view.numbered)
          .map(({ table, key, events }) => ({ view: table.view.name, org: events[0]!.org, key })),
      );
    },
    /** Fills views anew; {@link numberAll} follows. */
    async refill(events: CloudEvent[], only: ReadonlySet<AnyView>): Promise<void> {
      const lines = linesOf(events, only);
      if (lines.length > 0) await apply(lines);
    },
    /** Numbers the rows that have no number yet, by key. */
    async numberAll(view: string): Promise<void> {
      for (let after = ''; ; ) {
        const page = await tableOf(view)
          .find({ _id: { $gt: after } })
          .sort({ _id: 1 })
          .limit(PAGE)
          .toArray();
        if (page.length === 0) return;
        await numbers.give(page.map(({ _id, org }) => ({ view, org, key: _id })));
        after = page.at(-1)!._id;
      }
    },
    async numbered(query: NumberQuery): Promise<{ number: number; row: StoredRow }[]> {
      const { view, org } = query;
      const found = await numbers.after(query);
      const keys = found.map(({ _id }) => _id);
      const rows = await tableOf(view)
        .find({ _id: { $in: keys } })
        .toArray();
      const byKey = new Map(rows.map((row) => [row._id, row]));
      return found.map(({ _id, number }) => {
        const row = byKey.get(_id);
        if (!row?.body) throw new Error(`${view}: row ${number} of ${org} is missing`);
        return { number, row: stored(row) };
      });
    },
    async row(view: string, key: string): Promise<StoredRow | undefined> {
      const row = await tableOf(view).findOne({ _id: key });
      return row?.body ? stored(row) : undefined;
    },
    async rows({ after, limit, ...query }: RowQuery): Promise<StoredRow[]> {
      const conditions = { ...conditionsOf(query), body: { $exists: true } };
      const rows = after === undefined ? conditions : { ...conditions, _id: { $gt: after } };
      return (await tableOf(query.view).find(rows).sort({ _id: 1 }).limit(limit).toArray()).map(stored);
    },
    async count(query: RowCount): Promise<number> {
      const conditions = conditionsOf(query);
      // A removed row has no fields; without the condition on the body, the index alone is read.
      const all = Object.values(query.filter).some((match) => match !== undefined)
        ? conditions
        : { ...conditions, body: { $exists: true } };
      return tableOf(query.view).countDocuments(all);
    },
  };
}
