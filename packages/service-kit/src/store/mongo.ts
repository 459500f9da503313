// The distributed store: one MongoDB database per service, `<database of the URL>-<service>`, shared by its copies. A unit
// is written in an order that can be resumed: foreign rows, then the commit (with its private rows inside), then those.
import { type CloudEvent, serviceOf } from '@jiangong/contracts';
import mongoose, { type Connection } from 'mongoose';
import type { AnyView } from '../define/any.ts';
import { failpoint } from '../failpoint.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { diskFaultOf } from '../sqlite/disk.ts';
import { isMongoFault } from './mongo-errors.ts';
import { mongoJournal } from './mongo-journal.ts';
import { mongoKept } from './mongo-private-rows.ts';
import { mongoViews } from './mongo-views.ts';
import type { Commit, OpenStore, PrivateRow, Store } from './port.ts';
import { shapeOf } from './shape.ts';

const REFILL = 500;
/** The private row that says up to which commit keys were forgotten. */
const FORGOTTEN = { table: 'forgotten', key: 'id' };

/** Every write durable on a majority, every read of what is so. */
const promises = {
  writeConcern: { w: 'majority', j: true, wtimeoutMS: 10_000 },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
} as const;

/** Reported as a damaged file is; what is to be restored is a database. */
const damaged = (database: string, reason: string): Error =>
  Object.assign(
    new Error(
      `数据库 ${database} 中的提交被改动：请停止全部服务，保留该库，并从备份恢复（docs/operations.md）。\n` +
        `Commits of the database ${database} were changed: stop all services, keep it aside, and restore a backup (docs/operations.md). (${reason})`,
    ),
    { diskFault: 'file-damaged', file: database },
  );

/**
 * Connects to the service's database; `url` is `mongodb://host:port,…/<database>`. Rejects if it is not there within 5 s.
 * @example
 * ```ts no_run
 * const connection = await connectMongo('mongodb://localhost:27017/jiangong', 'awards');
 * console.log(connection.name); // jiangong-awards
 * await connection.close();
 * ```
 */
export function connectMongo(url: string, service: string): Promise<Connection> {
  const database = decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url)?.[1] ?? 'jiangong');
  return mongoose
    .createConnection(url, {
      ...promises,
      dbName: `${database}-${service}`,
      appName: `jiangong-${service}`,
      ignoreUndefined: true,
      autoIndex: false,
      autoCreate: false,
      maxPoolSize: 20,
      connectTimeoutMS: 5_000,
      serverSelectionTimeoutMS: 5_000,
      socketTimeoutMS: 20_000,
    })
    .asPromise();
}

/**
 * Opens the service's database, see {@link connectMongo}, and fills views that are new or changed.
 * @example
 * ```ts no_run
 * const store = await openMongoStore('mongodb://localhost:27017/jiangong', 'awards', []);
 * console.log(await store.backlog());
 * await store.close();
 * ```
 */
export const openMongoStore: OpenStore = async (url, service, views) => {
  const connection = await connectMongo(url, service);
  const journal = await mongoJournal(connection);
  const rows = await mongoViews(connection, views);
  const rowStore = mongoKept(connection);
  let damage: Error | undefined;
  await refill(connection, service, views, journal.all, rows);

  /** Writes the private rows of commits whose process may have ended before it did. */
  async function resumed(found: { commit: Commit; keep: PrivateRow[] }[]): Promise<Commit[]> {
    for (const { keep: privateRows, commit } of found) await rowStore.write(privateRows, commit);
    return found.map(({ commit }) => commit);
  }

  const store: Store = {
    shared: true,
    async write({ apply = [], commit, privateRows = [], numbers = [] }) {
      if (apply.length > 0) await rows.apply(apply);
      if (numbers.length > 0) await rows.numbers.take(numbers);
      if (commit) {
        const outcome = await journal.insert(commit, privateRows);
        if (outcome.kind !== 'written') return outcome;
      }
      await rowStore.write(privateRows, commit);
      failpoint('after-keep');
      // A commit with events is settled by the pass.
      if (commit?.events.length === 0 && privateRows.length > 0) await journal.markPublished([commit]);
      return { kind: 'written' };
    },
    read: journal.read,
    byCause: journal.byCause,
    pending: async (streams) => resumed(await journal.pending(streams)),
    pendingPage: async (after) => resumed(await journal.pendingPage(after)),
    backlog: journal.backlog,
    async forget(now) {
      const { table, key } = FORGOTTEN;
      const from = (await rowStore.get(table, key)) as string | undefined;
      const reached = await journal.forget(now, from);
      failpoint('in-forget');
      await rowStore.write([{ table, key, body: reached }]);
      return reached === undefined;
    },
    apply: (commit) => rows.apply(eventsOfCommit(service, commit)),
    markPublished: journal.markPublished,
    publishedCount: journal.publishedCount,
    row: rows.row,
    rows: rows.rows,
    count: rows.count,
    numbered: rows.numbered,
    privateRow: rowStore.get,
    privateRows: rowStore.all,
    swap: rowStore.swap,
    journal: journal.all,
    isFault: (error) => isMongoFault(error) || diskFaultOf(error) !== undefined,
    damaged(reason) {
      damage = damaged(connection.name, reason);
      return damage;
    },
    async check() {
      if (damage) throw damage;
      await connection.db!.command({ ping: 1 }, { timeoutMS: 3000 });
    },
    close: () => connection.close(),
  };
  return store;
};

/**
 * Fills views that are new or changed from this journal (those of other services' events are filled by reading the log
 * anew). Marks make it harmless that several copies do it at once; copies of an earlier release must have been stopped.
 */
async function refill(
  connection: Connection,
  service: string,
  views: readonly AnyView[],
  journal: () => AsyncIterable<Parameters<typeof eventsOfCommit>[1]>,
  rows: Awaited<ReturnType<typeof mongoViews>>,
) {
  const shapes = connection.db!.collection<{ _id: string; shape: string }>('views');
  const known = new Map((await shapes.find().toArray()).map(({ _id, shape }) => [_id, shape]));
  const changed = new Set(views.filter((view) => known.get(view.name) !== shapeOf(view)));
  if (changed.size === 0) return;
  if ([...changed].some((view) => view.events.some((type: string) => serviceOf(type) === service))) {
    const batch: CloudEvent[] = [];
    for await (const commit of journal()) {
      batch.push(...eventsOfCommit(service, commit));
      if (batch.length >= REFILL) await rows.refill(batch.splice(0), changed);
    }
    await rows.refill(batch, changed);
  }
  for (const { name, numbered } of changed) if (numbered) await rows.numberAll(name);
  for (const view of changed)
    await shapes.updateOne({ _id: view.name }, { $set: { shape: shapeOf(view) } }, { upsert: true });
}
