import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { freshName, onServers, urls } from '../testing/servers.fixture.ts';
import { filesConformance } from './conformance.ts';
import { openGridFs } from './gridfs.ts';

async function fresh() {
  const database = freshName();
  const connect = () => mongoose.createConnection(urls.mongo, { dbName: `${database}-competitions` }).asPromise();
  return {
    open: () => openGridFs(`${urls.mongo}/${database}`, 'competitions'),
    connect,
    async remove() {
      const connection = await connect();
      await connection.dropDatabase();
      await connection.close();
    },
  };
}
onServers('GridFS', () => {
  filesConformance({ name: 'GridFS', fresh });

  test('chunks of a put that was cut off are cleaned up, later', async () => {
    const place = await fresh();
    const files = await place.open();
    const connection = await place.connect();
    const chunks = connection.db!.collection('files.chunks');
    const files_id = new mongoose.mongo.ObjectId();
    await chunks.insertMany([0, 1].map((n) => ({ files_id, n, data: Buffer.from('half') })));
    await files.clean(Date.now() - 3_600_000);
    expect(await chunks.countDocuments()).toBe(2);
    await files.clean(Date.now() + 3_600_000);
    expect(await chunks.countDocuments()).toBe(0);
    await connection.close();
    await files.close();
    await place.remove();
  });
});
