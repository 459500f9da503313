// The evidence of the distributed engine's journals and rows: one database per service, read with MongoDB's own driver.
import { MongoClient } from 'mongodb';
import type { JournalCommit, Row, ServiceEvidence } from './evidence.ts';

/** @param name what the databases' names begin with, before the service's */
export async function readMongo(url: string, name: string): Promise<ServiceEvidence[]> {
  const client = await new MongoClient(url, { readConcern: { level: 'majority' } }).connect();
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const own = databases.map((database) => database.name).filter((database) => database.startsWith(`${name}-`));
    return await Promise.all(own.map((database) => readService(client, database, database.slice(name.length + 1))));
  } finally {
    await client.close();
  }
}

async function readService(client: MongoClient, database: string, service: string): Promise<ServiceEvidence> {
  const db = client.db(database);
  const documents = await db.collection('commits').find().sort({ _id: 1 }).toArray();
  const parked = await db
    .collection<{ _id: string; body: { reason: string } }>('kept')
    .find({ _id: /^parked\//, body: { $exists: true } })
    .toArray();
  const rows = new Map<string, Row[]>();
  for (const collection of await db.listCollections({}, { nameOnly: true }).toArray()) {
    // The last word tells the shape of its rows.
    const [, view] = /^view (.+) [0-9a-f]{8}$/.exec(collection.name) ?? [];
    if (!view) continue;
    if (rows.has(view)) throw new Error(`${database}: view ${view} in two shapes`);
    const found = await db
      .collection<{ _id: string; org: string; mark: number; body?: object }>(collection.name)
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
  };
}
