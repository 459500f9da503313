// One copy of the service: its parts wired as in life, over the simulated store and log, some wrapped by a planted bug.

import { type Handle, handleOf } from '../../command/handle.ts';
import { serial } from '../../command/serial.ts';
import { type Streams, streamsOf } from '../../command/streams.ts';
import { deadlineViews, firing } from '../../consume/deadline.ts';
import { type Parking, parkingOf } from '../../consume/park.ts';
import type { follow } from '../../consume/states.ts';
import { subscriberOf } from '../../consume/subscribe.ts';
import type { EventLog } from '../../log/port.ts';
import { publisherOf } from '../../relay/log-guard.ts';
import { relayOf } from '../../relay/relay.ts';
import { stateRelayOf } from '../../relay/states.ts';
import type { Store } from '../../store/port.ts';
import { readOf } from '../../store/read.ts';
import { changes, planted } from '../counter.fixture.ts';
import { logOn, type Topic } from './log.ts';
import { eventTopics, simulated } from './mirror.ts';
import { type Disk, type Flaw, PAGE, storeOn } from './store.ts';
import type { Process, World } from './world.ts';

/** Parts of a process, wrapped or flawed by a planted bug. */
export interface Bug {
  flaws?: Flaw[];
  store?(store: Store): Store;
  log?(log: EventLog): EventLog;
  streams?(streams: Streams): Streams;
  parking?(parking: Parking): Parking;
  /** How states of others, and one's own that come back, are followed. */
  follow?(followed: typeof follow): typeof follow;
  /** How deadlines give their commands. */
  firing?(handle: Handle): Handle;
}
export interface CopyDeps {
  world: World;
  disk: Disk;
  topic: Topic;
  process: Process;
  clock: { now(): string; today(): string };
  bug: Bug;
}

export const { name: service } = simulated;
const { streams: rules, deadlines } = simulated;
export const views = [...simulated.views, changes, ...deadlineViews(deadlines)];

/** More streams than a history has: a copy begins thirty times in each, and room for more would be made each time. */
const STREAMS = 100;

/** Begins its work. @returns how it is given commands */
export function copyOn({ world, disk, topic, process, clock, bug }: CopyDeps): Handle {
  const plainStore = storeOn({ disk, world, process, service, views, flaws: bug.flaws ?? [] });
  const plainLog = logOn(topic, world, process);
  const store = bug.store?.(plainStore) ?? plainStore;
  const log = bug.log?.(plainLog) ?? plainLog;
  const relay = relayOf({
    service,
    store,
    publish: publisherOf(eventTopics, store, log, () => Number.POSITIVE_INFINITY).publish,
    onError: () => {},
    limits: { batch: PAGE, remembered: 1, page: PAGE },
  });
  const states = stateRelayOf({ store, publish: log.publishStates, onError: () => {}, batch: PAGE });
  const plainStreams = streamsOf(service, store, STREAMS);
  const streams = bug.streams?.(plainStreams) ?? plainStreams;
  const handle = handleOf({ rules, store, streams, relay, serial: serial() });
  const plainParking = parkingOf(store);
  const parking = bug.parking?.(plainParking) ?? plainParking;
  const subscriber = subscriberOf({
    manifest: simulated,
    views,
    store,
    log,
    handle,
    parking,
    read: readOf(store, undefined),
    serial: serial(),
    clock,
    onParked: () => {},
  });
  const fire = firing(deadlines, store, bug.firing?.(handle) ?? handle, clock, () => {}, PAGE);
  void subscriber.run(new AbortController().signal);
  void (async () => {
    for (;;) {
      for (let n = 0; n < 30; n += 1) await world.turn(process);
      await Promise.allSettled([relay.sweep(), states.run(), fire(), store.forget(clock.now())]);
      // Once the bug of the rules is mended, an operator has everything tried again.
      if (!planted.bug) await parking.redrive().catch(() => {});
      await subscriber.redriven().catch(() => {});
    }
  })();
  return handle;
}
