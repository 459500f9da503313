// Private rows in MongoDB. A row written with a commit remembers its stream and version, so that finishing an
// interrupted write later cannot bring back what a newer commit of the stream has replaced or erased.
import type { Connection } from 'mongoose';
import { isDuplicate } from './mongo-errors.ts';
import type { Commit, KeyPage, PrivateRow } from './port.ts';

interface KeptDocument {
  /** `table/key` */
  _id: string;
  body?: unknown;
  stream?: string;
  mark?: number;
}

export function mongoKept(connection: Connection) {
  const rows = connection.db!.collection<KeptDocument>('kept');

  async function withCommit({ table, key, body }: PrivateRow, { stream, version }: Commit) {
    const filter = { _id: `${table}/${key}`, $nor: [{ stream, mark: { $gt: version } }] };
    const mark = { stream, mark: version };
    // An erased row stays as a tombstone with its mark.
    const change = body === undefined ? { $set: mark, $unset: { body: '' as const } } : { $set: { ...mark, body } };
    try {
      await rows.updateOne(filter, change, { upsert: true });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // It exists by now, made at the same time or newer: only the former is to be changed.
      await rows.updateOne(filter, change);
    }
  }
  async function alone({ table, key, body }: PrivateRow) {
    const _id = `${table}/${key}`;
    if (body === undefined) await rows.deleteOne({ _id });
    else
      try {
        await rows.replaceOne({ _id }, { body }, { upsert: true });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await rows.replaceOne({ _id }, { body });
      }
  }

  async function first({ table, key, body }: PrivateRow) {
    try {
      await rows.updateOne({ _id: `${table}/${key}` }, { $setOnInsert: { body } }, { upsert: true });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async function newest({ table, key, body }: PrivateRow) {
    const filter = {
      _id: `${table}/${key}`,
      'body.revision': { $not: { $gte: (body as { revision: number }).revision } },
    };
    try {
      await rows.updateOne(filter, { $set: { body } }, { upsert: true });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // It exists by now, made at the same time or newer: only the former is to be changed.
      await rows.updateOne(filter, { $set: { body } });
    }
  }

  return {
    async write(privateRows: PrivateRow[], commit?: Commit): Promise<void> {
      await Promise.all(
        privateRows.map((row) =>
          row.newer ? newest(row) : row.once ? first(row) : commit ? withCommit(row, commit) : alone(row),
        ),
      );
    },
    async swap({ table, key, body }: PrivateRow, was: unknown): Promise<boolean> {
      const filter = { _id: `${table}/${key}`, body: was };
      if (body === undefined) return (await rows.deleteOne(filter)).deletedCount === 1;
      return (await rows.updateOne(filter, { $set: { body } })).matchedCount === 1;
    },
    async get(table: string, key: string): Promise<unknown> {
      return (await rows.findOne({ _id: `${table}/${key}` }))?.body;
    },
    async all(table: string, prefix = '', page?: KeyPage): Promise<{ key: string; body: unknown }[]> {
      const from = `${table}/${prefix}`;
      const after = page?.after === undefined ? {} : { $gt: `${table}/${page.after}` };
      const _id = { $gte: from, $lt: `${from}\u{10ffff}`, ...after };
      const found = await rows
        .find({ _id, body: { $exists: true } })
        .sort({ _id: 1 })
        .limit(page?.limit ?? 0)
        .toArray();
      return found.map(({ _id, body }) => ({ key: _id.slice(table.length + 1), body }));
    },
  };
}
