// A stream is published in its order, however much else is pending in the journal.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commitOf } from '../store/conformance.ts';
import { PENDING_PAGE, type Store } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { units } from '../testing/counter.fixture.ts';
import { type Relay, relayOf } from './relay.ts';

let store: Store;
let isReached: boolean;
const published = new Map<string, number[]>();
beforeEach(async () => {
  store = await openSqliteStore('memory:', 'competitions', [units]);
  isReached = true;
  published.clear();
});
afterEach(() => store.close());

const copy = (): Relay =>
  relayOf({
    service: 'competitions',
    store,
    async publish(events) {
      if (!isReached) throw new Error('no broker');
      for (const { subject, sequence } of events) published.set(subject, [...(published.get(subject) ?? []), sequence]);
    },
    onError() {},
  });
async function write(n: number, version: number) {
  const commit = commitOf(n, version, ['n']);
  await store.write({ commit });
  return commit;
}
const written = async (count: number) => {
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  return Promise.all(numbers.map((n) => write(n, 1)));
};
const streamOf = (n: number) => commitOf(n, 1, ['n']).stream;
/** What a reader that drops what it has seen takes. */
const firsts = (n: number) => [...new Set(published.get(streamOf(n)))];

test('after a log that could not be reached while more than a page was written', async () => {
  const relay = copy();
  await relay.sweep();
  isReached = false;
  for (const commit of await written(PENDING_PAGE + 100)) void relay.enqueue(commit);
  await relay.idle();
  isReached = true;
  void relay.enqueue(await write(PENDING_PAGE + 100, 2));
  await relay.idle();
  expect(firsts(PENDING_PAGE + 100)).toEqual([1, 2]);
});

test('after a start with more than two pages pending, and all of it', async () => {
  const count = 2 * PENDING_PAGE + 100;
  await written(count);
  const relay = copy();
  await relay.sweep();
  void relay.enqueue(await write(count, 2));
  await relay.idle();
  expect(firsts(count)).toEqual([1, 2]);
  for (let sweeps = 0; sweeps < 2; sweeps++) await relay.sweep();
  await relay.idle();
  expect(published.size).toBe(count);
  // What was settled is so with the next write.
  await store.write({ privateRows: [] });
  expect(await store.backlog()).toEqual({ count: 0 });
});
