// What is read in pages is read whole, and what a bounded cache has dropped is read again.
import { expect, test } from 'vitest';
import { CACHED_STREAMS, streamsOf } from '../command/streams.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { unit, units } from '../testing/counter.fixture.ts';
import { commitOf } from './conformance.ts';
import { ALL_PAGE, readOf } from './read.ts';
import { openSqliteStore } from './sqlite.ts';

const commits = (count: number) => Array.from({ length: count }, (_, n) => commitOf(n, 1, ['n']));

test.each([0, ALL_PAGE - 1, ALL_PAGE, ALL_PAGE + 1, 2 * ALL_PAGE])(
  'all of %i rows, and page by page',
  async (count) => {
    const store = await openSqliteStore('memory:', 'competitions', [units]);
    await store.write({ apply: commits(count).flatMap((commit) => eventsOfCommit('competitions', commit)) });
    const read = readOf(store, 'org-1');
    const all = await read.all(units);
    expect(new Set(all.map((row) => row.unit)).size).toBe(count);
    const paged: unknown[] = [];
    for (let after: string | undefined; ; ) {
      const { items, next } = await read.page(units, {}, { after, limit: 250 });
      paged.push(...items);
      if (next === undefined) break;
      after = next;
    }
    expect(paged).toEqual(all);
    expect(await readOf(store, 'org-2').all(units)).toEqual([]);
    await store.close();
  },
);

test('a stream that fell out of the cache', async () => {
  const store = await openSqliteStore('memory:', 'competitions', [units]);
  await Promise.all(commits(CACHED_STREAMS + 1).map((commit) => store.write({ commit })));
  const streams = streamsOf('competitions', store);
  for (const { stream } of commits(CACHED_STREAMS + 1)) await streams.load(stream, unit, false);
  const [first, last] = [commits(1)[0]!, commits(CACHED_STREAMS + 1).at(-1)!];
  expect(await streams.load(last.stream, unit, false)).toMatchObject({ version: 1, refreshed: false });
  expect(await streams.load(first.stream, unit, false)).toMatchObject({ version: 1, org: 'org-1', refreshed: true });
  await store.close();
});
