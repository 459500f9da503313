// Private rows in MongoDB. A row written with a commit remembers its stream and version, so that finishing an
// interrupted write later cannot bring back what a newer commit of the stream has replaced or erased. Rows travel in groups.
import type { Connection, mongo } from 'mongoose';
import { batched } from './batch.ts';
import { failedOnes, isDuplicateCode } from './mongo-errors.ts';
import type { Commit, KeyPage, PrivateRow } from './port.ts';

interface KeptDocument {
  /** `table/key` */
  _id: string;
  body?: unknown;
  stream?: string;
  mark?: number;
}

/** A row, and the commit that it is written with. */
interface Write {
  row: PrivateRow;
  commit: Commit | undefined;
}
const ROWS = 500;

/** @param upsert whether it may make the row; not again, once another write was faster with that */
function operationOf({ row, commit }: Write, upsert: boolean): mongo.AnyBulkWriteOperation<KeptDocument> {
  const { table, key, body, newer, once } = row;
  const _id = `${table}/${key}`;
  if (newer) {
    const filter = { _id, 'body.revision': { $not: { $gte: (body as { revision: number }).revision } } };
    return { updateOne: { filter, update: { $set: { body } }, upsert } };
  }
  if (once) return { updateOne: { filter: { _id }, update: { $setOnInsert: { body } }, upsert } };
  if (commit) {
    const { stream, version } = commit;
    const filter = { _id, $nor: [{ stream, mark: { $gt: version } }] };
    const mark = { stream, mark: version };
    // An erased row stays as a tombstone with its mark.
    const update = body === undefined ? { $set: mark, $unset: { body: '' as const } } : { $set: { ...mark, body } };
    return { updateOne: { filter, update, upsert } };
  }
  if (body === undefined) return { deleteOne: { filter: { _id } } };
  return { replaceOne: { filter: { _id }, replacement: { body }, upsert } };
}

export function mongoKept(connection: Connection) {
  const rows = connection.db!.collection<KeptDocument>('kept');

  /** All that is wanted at once in one bulk, of whichever commands. */
  const put = batched<Write, void>(async (writes) => {
    const outcomes = writes.map((): (() => void) => () => {});
    const carryOut = async (places: number[], upsert: boolean) => {
      const again: number[] = [];
      try {
        const operations = places.map((place) => operationOf(writes[place]!, upsert));
        await rows.bulkWrite(operations, { ordered: false });
      } catch (thrown) {
        for (const [index, { code, error }] of failedOnes(thrown)) {
          const place = places[index]!;
          // It exists by now, made at the same time or newer: only the former is to be changed.
          if (upsert && isDuplicateCode(code)) again.push(place);
          else
            outcomes[place] = () => {
              throw error;
            };
        }
      }
      if (again.length > 0) await carryOut(again, false);
    };
    await carryOut([...writes.keys()], true);
    return outcomes;
  }, ROWS);

  return {
    async write(privateRows: PrivateRow[], commit?: Commit): Promise<void> {
      await Promise.all(privateRows.map((row) => put({ row, commit })));
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
