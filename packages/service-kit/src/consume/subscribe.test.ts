// A record is done with when what follows from it is durable, here or by another copy.
import { expect, test } from 'vitest';
import { serial } from '../command/serial.ts';
import type { EventLog, Subscription } from '../log/port.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { commitOf } from '../store/conformance.ts';
import type { Outcome } from '../store/port.ts';
import { readOf } from '../store/read.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { counter, units } from '../testing/counter.fixture.ts';
import { parkingOf } from './park.ts';
import { subscriberOf } from './subscribe.ts';

test('another copy’s note that nothing follows counts only once confirmed', async () => {
  const plain = await openSqliteStore('memory:', 'competitions', [units]);
  // The other's note is not written by a majority yet: its place is taken, its cause not known.
  let outcome: Outcome | undefined = { kind: 'taken' };
  const store = { ...plain, write: async (unit: object) => outcome ?? plain.write(unit) };
  let subscription: Subscription | undefined;
  const log = {
    async subscribe(given: Subscription) {
      subscription = given;
    },
  } as EventLog;
  const subscriber = subscriberOf({
    manifest: counter,
    views: [units],
    store,
    log,
    handle: () => Promise.reject(new Error('nothing follows')),
    parking: parkingOf(store),
    read: readOf(store, undefined),
    serial: serial(),
    clock: { now: () => '2024-01-01T00:00:00Z', today: () => '2024-01-01' },
    onParked: (_, reason) => expect.fail(String(reason)),
  });
  await subscriber.run(new AbortController().signal);
  const commit = commitOf(1, 2, ['no echo']);
  const record = { topic: 't', key: commit.stream, value: eventsOfCommit('competitions', commit)[0] };
  await expect(subscription!.onRecord(record)).rejects.toThrow('busy');
  outcome = undefined;
  await subscription!.onRecord(record);
  expect((await plain.byCause(`competitions/${commit.stream}/2/0`))?.events).toEqual([]);
  await plain.close();
});
