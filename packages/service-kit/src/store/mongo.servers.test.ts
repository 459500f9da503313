import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { freshName, onServers, urls } from '../servers.fixture.ts';
import { commitOf, storeConformance } from './conformance.ts';
import { openMongoStore } from './mongo.ts';

const freshOn = (url: string) => async () => {
  const database = freshName();
  return {
    open: (views: Parameters<typeof openMongoStore>[2]) => openMongoStore(`${url}/${database}`, 'competitions', views),
    async remove() {
      const connection = await mongoose.createConnection(url, { dbName: `${database}-competitions` }).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
};
onServers('real MongoDB', () => {
  storeConformance({ name: 'MongoDB, one server', fresh: freshOn(urls.mongo) });
  storeConformance({ name: 'MongoDB, a replica set', fresh: freshOn(urls['mongo-replica-set']) });

  test('private rows of a commit whose process ended are written later, and never over newer ones', async () => {
    const place = await freshOn(urls['mongo-replica-set'])();
    const store = await place.open([]);
    const commit = (version: number) => commitOf(1, version, ['n']);
    const keep = (body: unknown) => ['a', 'b'].map((key) => ({ table: 't', key, body }));
    await store.write({ commit: commit(1), keep: keep('first') });
    // As if the process had ended between the commit and its rows.
    await store.write({ keep: keep(undefined) });
    await store.pending();
    expect(await store.kept('t', 'a')).toBe('first');
    await store.write({ commit: commit(2), keep: [{ table: 't', key: 'b', body: undefined }] });
    await store.pending([commit(1).stream]);
    expect(await store.keptAll('t')).toEqual([{ key: 'a', body: 'first' }]);
    await store.settle([commit(1), commit(2)]);
    await store.write({ keep: keep(undefined) });
    await store.pending();
    expect(await store.keptAll('t')).toEqual([]);
    await store.close();
    await place.remove();
  });
});
