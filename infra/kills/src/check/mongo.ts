// The evidence of the distributed engine's journals and rows: one database per service, read with MongoDB's own driver.
import { MongoClient } from 'mongodb';
import { deadlineRows } from './deadlines.ts';
import type { JournalCommit, Row, ServiceEvidence, StateEvidence } from './evidence.ts';
import { viewsOf } from './manifests.ts';

/**
 * @param name what the databases' names begin with, before the service's
 * @param older collections (`<database>.<collection>`) of an earlier release: a view that has another shape by now left them behind
 */
export async function readMongo(
  url: string,
  name: string,
  older: ReadonlySet<string> = new Set(),
): Promise<ServiceEvidence[]> {
  const client = await new MongoClient(url, { readConcern: { level: 'majority' } }).connect();
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const own = databases.map((database) => database.name).filter((database) => database.startsWith(`${name}-`));
    return await Promise.all(
      own.map((database) => readService(client, database, { service: database.slice(name.length + 1), older })),
    );
  } finally {
    await client.close();
  }
}

async function readService(
  client: MongoClient,
  database: string,
  { service, older }: { service: string; older: ReadonlySet<string> },
): Promise<ServiceEvidence> {
  const db = client.db(database);
  const documents = await db.collection('commits').find().sort({ _id: 1 }).toArray();
  const parked = await db
    .collection<{ _id: string; body: { reason: string } }>('kept')
    .find({ _id: /^parked\//, body: { $exists: true } })
    .toArray();
  const kept = db.collection<{ _id: string; body: unknown }>('kept');
  const states = await kept.find({ _id: /^[^/]+\.state\.v1\//, body: { $exists: true } }).toArray();
  const owed = await kept.countDocuments({ _id: /^states-owed\//, body: { $exists: true } });
  const rows = new Map<string, Row[]>();
  // The last word of the name determines the shape of the rows.
  const viewIn = (collection: string) => /^view (.+) [0-9a-f]{8}$/.exec(collection)?.[1];
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  const views = [...viewsOf(service), ...deadlineRows(service)];
  const isGone = (view: string) => !views.some(({ name }) => name === view);
  const isLeft = (collection: string) => older.has(`${database}.${collection}`);
  for (const collection of names) {
    const view = viewIn(collection);
    if (!view) continue;
    const isReplaced = names.some((other) => !isLeft(other) && viewIn(other) === view) || isGone(view);
    if (isLeft(collection) && isReplaced) continue;
    if (rows.has(view)) throw new Error(`${database}: view ${view} in two shapes`);
    const found = await db
      .collection<{ _id: string; org: string; mark: number; body?: object }>(collection)
      .find()
      .toArray();
    rows.set(
      view,
      found.map(({ _id, org, mark, body }) => ({ key: _id, org, mark, body })),
    );
  }
  return {
    service,
    commits: documents as unknown as JournalCommit[],
    rows,
    parked: parked.map(({ _id, body }) => `${_id}: ${body.reason}`),
    pending: documents.filter(({ pending }) => pending).length,
    states: new Map(states.map(({ _id, body }) => [_id, body as StateEvidence])),
    owed,
  };
}
