import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { changes } from '../testing/counter.fixture.ts';
import { freshName, onServers, urls } from '../testing/servers.fixture.ts';
import { commitOf, storeConformance } from './conformance.ts';
import { openMongoStore } from './mongo.ts';
import type { Commit, Store } from './port.ts';

const freshOn = (url: string) => async () => {
  const database = freshName();
  async function within(work: (connection: mongoose.Connection) => Promise<unknown>) {
    const connection = await mongoose.createConnection(url, { dbName: `${database}-competitions` }).asPromise();
    await work(connection);
    await connection.close();
  }
  return {
    open: (views: Parameters<typeof openMongoStore>[2]) => openMongoStore(`${url}/${database}`, 'competitions', views),
    overwrite: (commit: Commit) =>
      within(async ({ db }) => {
        const { stream, version } = commit;
        const { matchedCount } = await db!.collection('commits').replaceOne({ stream, version }, commit);
        expect(matchedCount).toBe(1);
      }),
    remove: () => within((connection) => connection.dropDatabase()),
  };
};
onServers('real MongoDB', () => {
  storeConformance({ name: 'MongoDB, one server', fresh: freshOn(urls.mongo) });
  storeConformance({ name: 'MongoDB, a replica set', fresh: freshOn(urls['mongo-replica-set']) });

  test('two copies number each row once, and readers see no number before its predecessor', async () => {
    const place = await freshOn(urls['mongo-replica-set'])();
    const copies = [await place.open([changes]), await place.open([changes])];
    const [first] = copies as [Store, Store];
    const COMMITS = 200;
    let written = false;
    const follow = async () => {
      const seen: string[] = [];
      for (let last = false; ; ) {
        const page = await first.numbered({ view: 'changes', org: 'org-1', after: seen.length, limit: 50 });
        seen.push(...page.map(({ row }) => row.key));
        if (page.length > 0) expect(page.at(-1)!.number).toBe(seen.length);
        else if (last) return seen;
        last = written;
      }
    };
    const following = Promise.all([follow(), follow()]);
    await Promise.all(
      Array.from({ length: COMMITS }, async (_, n) => {
        const commit = commitOf(n, 1, [`n${n}`]);
        await copies[n % 2]!.write({ commit });
        // As when a sweep adopts what another copy is still busy with.
        await Promise.all(copies.map((copy) => copy.apply(commit)));
      }),
    );
    written = true;
    for (const seen of await following) {
      expect(seen).toHaveLength(COMMITS);
      expect(new Set(seen).size).toBe(COMMITS);
    }
    for (const copy of copies) await copy.close();
    await place.remove();
  });

  test('private rows of an interrupted commit are written later, and never over newer ones', async () => {
    const place = await freshOn(urls['mongo-replica-set'])();
    const store = await place.open([]);
    const commit = (version: number) => commitOf(1, version, ['n']);
    const rowsOf = (body: unknown) => ['a', 'b'].map((key) => ({ table: 't', key, body }));
    await store.write({ commit: commit(1), privateRows: rowsOf('first') });
    // As if the process had ended between the commit and its rows.
    await store.write({ privateRows: rowsOf(undefined) });
    await store.pendingPage();
    expect(await store.privateRow('t', 'a')).toBe('first');
    await store.write({ commit: commit(2), privateRows: [{ table: 't', key: 'b', body: undefined }] });
    await store.pending([commit(1).stream]);
    expect(await store.privateRows('t')).toEqual([{ key: 'a', body: 'first' }]);
    await store.markPublished([commit(1), commit(2)]);
    await store.write({ privateRows: rowsOf(undefined) });
    await store.pendingPage();
    expect(await store.privateRows('t')).toEqual([]);
    await store.close();
    await place.remove();
  });
});
