// Numbers of rows in MongoDB: a collection per numbered view that outlives the view's own. The row's key is the `_id`, so a row
// has one number; number n is inserted only by whoever has seen n-1 durable on a majority, so none overtakes another.
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { failpoint } from '../failpoint.ts';
import { batched } from './batch.ts';
import { failedOnes, isDuplicateCode } from './mongo-errors.ts';
import type { NumberedKey, NumberQuery } from './port.ts';

interface NumberDocument {
  _id: string;
  org: string;
  number: number;
}
type Numbered = Omit<NumberedKey, 'number'>;

/** A copy that has lost the next number so often leaves its commits pending: a later sweep tries again. */
const ATTEMPTS = 200;
const PAUSE_MS = 10;

export function mongoNumbers(connection: Connection) {
  const collectionOf = (view: string) => connection.db!.collection<NumberDocument>(`numbers ${view}`);
  /** The last number of a view and organisation, as far as this copy knows. */
  const lastKnown = new Map<string, number>();

  async function lastOf(view: string, org: string): Promise<number> {
    const [last] = await collectionOf(view).find({ org }).sort({ number: -1 }).limit(1).toArray();
    return last?.number ?? 0;
  }

  /** Appends keys of one view and organisation in their order; those that have a number keep it. */
  async function append(view: string, org: string, given: string[]): Promise<void> {
    const place = `${view}\n${org}`;
    let keys = [...new Set(given)];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const last = lastKnown.get(place) ?? (await lastOf(view, org));
      failpoint('before-number');
      try {
        const documents = keys.map((key, index) => ({ _id: key, org, number: last + 1 + index }));
        // Ordered: it stops at the first that cannot be inserted, so no number is left out.
        await collectionOf(view).insertMany(documents, { ordered: true });
        lastKnown.set(place, last + keys.length);
        failpoint('after-number');
        return;
      } catch (thrown) {
        lastKnown.delete(place);
        for (const { code, error } of failedOnes(thrown).values()) if (!isDuplicateCode(code)) throw error;
      }
      // Another copy took the number or numbered the row; which of both is for the rows to say.
      const known = await collectionOf(view)
        .find({ _id: { $in: keys } })
        .project({ _id: 1 })
        .toArray();
      const numbered = new Set(known.map(({ _id }) => _id));
      keys = keys.filter((key) => !numbered.has(key));
      if (keys.length === 0) return;
      await sleep(Math.random() * PAUSE_MS);
    }
    throw new mongoose.mongo.MongoError(`${view}: every number was taken`);
  }

  const give = batched<Numbered[], void>(async (callers) => {
    const lines = new Map<string, Numbered[]>();
    for (const numbered of callers.flat()) {
      const place = `${numbered.view}\n${numbered.org}`;
      lines.set(place, [...(lines.get(place) ?? []), numbered]);
    }
    for (const line of lines.values()) {
      const { view, org } = line[0]!;
      await append(
        view,
        org,
        line.map(({ key }) => key),
      );
    }
    return callers.map(() => () => {});
  });

  return {
    async open(view: string): Promise<void> {
      await collectionOf(view).createIndexes([{ key: { org: 1, number: 1 }, unique: true }]);
    },
    /** Durable when it resolves. */
    async give(rows: Numbered[]): Promise<void> {
      if (rows.length > 0) await give(rows);
    },
    /** Numbers that another store gave. */
    async take(numbers: NumberedKey[]): Promise<void> {
      for (const [view, taken] of Map.groupBy(numbers, ({ view }) => view)) {
        const documents = taken.map(({ org, number, key }) => ({ _id: key, org, number }));
        try {
          await collectionOf(view).insertMany(documents, { ordered: false });
        } catch (thrown) {
          for (const { code, error } of failedOnes(thrown).values()) if (!isDuplicateCode(code)) throw error;
        }
      }
    },
    async after({ view, org, after, limit }: NumberQuery): Promise<NumberDocument[]> {
      const numbers = collectionOf(view);
      const beyond = typeof after === 'number' ? { number: { $gt: after } } : { _id: { $gt: after.key } };
      const [first] = await numbers
        .find({ org, ...beyond })
        .sort({ number: 1 })
        .limit(1)
        .toArray();
      if (!first) return [];
      return await numbers
        .find({ org, number: { $gte: first.number } })
        .sort({ number: 1 })
        .limit(limit)
        .toArray();
    },
  };
}
