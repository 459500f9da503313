// The databases of a distributed installation as a fixture: every collection, its indexes and documents, one to a line.
import { readFileSync, writeFileSync } from 'node:fs';
import { BSON, type Document, MongoClient } from 'mongodb';
import { compress, decompress } from './folder.ts';

interface Line {
  /** Without what all the databases' names begin with. */
  database: string;
  collection: string;
  indexes?: Document[];
  document?: Document;
}
const { EJSON } = BSON;

async function withClient<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = await new MongoClient(url, { writeConcern: { w: 'majority' } }).connect();
  return work(client).finally(() => client.close());
}

/** @param name what the databases' names begin with, before the service's */
export const dump = (url: string, name: string, file: string) =>
  withClient(url, async (client) => {
    const lines: Line[] = [];
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name: full } of databases.filter((database) => database.name.startsWith(`${name}-`))) {
      const database = full.slice(name.length + 1);
      for (const { name: collection } of await client.db(full).listCollections().toArray()) {
        const here = client.db(full).collection(collection);
        lines.push({ database, collection, indexes: await here.indexes() });
        for await (const document of here.find()) lines.push({ database, collection, document });
      }
    }
    writeFileSync(file, compress(lines.map((line) => `${EJSON.stringify(line, { relaxed: false })}\n`).join('')));
  });

/** @returns the collections, as `<database>.<collection>` */
export const restore = (url: string, name: string, file: string) =>
  withClient(url, async (client) => {
    const documents = new Map<string, { line: Line; all: Document[] }>();
    for (const text of decompress(readFileSync(file)).toString().trimEnd().split('\n')) {
      const line = EJSON.parse(text, { relaxed: true }) as Line;
      const key = `${line.database}\n${line.collection}`;
      if (line.indexes) documents.set(key, { line, all: [] });
      else documents.get(key)!.all.push(line.document!);
    }
    const made = new Set<string>();
    for (const { line, all } of documents.values()) {
      const here = await client.db(`${name}-${line.database}`).createCollection(line.collection);
      const indexes = line.indexes!.filter((index) => index.name !== '_id_');
      if (indexes.length > 0) await here.createIndexes(indexes as never);
      if (all.length > 0) await here.insertMany(all);
      made.add(here.namespace);
    }
    return made;
  });
