// One history: clients that repeat what was not answered, two copies of a service that die and freeze at any await,
// and a checker that knows nothing of how the kit works.
import { type Ask, derivedId, isRefusal, topics } from '@jiangong/contracts';
import { counter, shadowOf } from '../counter.fixture.ts';
import { handleOf } from '../handle.ts';
import type { EventLog } from '../log/port.ts';
import { parkingOf } from '../park.ts';
import { passOf } from '../pass.ts';
import { readOf } from '../read.ts';
import { serial } from '../serial.ts';
import type { Store } from '../store/port.ts';
import { streamsOf } from '../streams.ts';
import { subscriberOf } from '../subscribe.ts';
import { check } from './check.ts';
import { emptyTopic, logOn, rebalance } from './log.ts';
import { emptyDisk, storeOn } from './store.ts';
import { type Process, worldOf } from './world.ts';

const SERVICE = 'competitions';
const NOW = '2024-01-01T00:00:00Z';
const actor = { sub: 'sub', org: 'org', roles: ['organiser' as const], departments: [], units: [] };
const COPIES = 2;
const CLIENTS = 3;
const COMMANDS = 4;
const STREAMS = 2;
const TURNS = 30_000;

/** Parts of a process, wrapped by a planted bug. */
export interface Bug {
  store?(store: Store): Store;
  log?(log: EventLog): EventLog;
}
export interface History {
  faults: string[];
  kills: number;
  freezes: number;
  acknowledged: number;
  turns: number;
}

export async function live(seed: number, tick: () => void, bug: Bug = {}): Promise<History> {
  const world = worldOf(seed, tick);
  const disk = emptyDisk();
  const topic = emptyTopic();
  const processes: Process[] = [];
  const handles = new Map<Process, ReturnType<typeof handleOf>>();
  const clock = { now: () => NOW, today: () => '2024-01-01' };

  function begin() {
    const process: Process = { id: processes.length, alive: true, frozen: false };
    processes.push(process);
    const plainStore = storeOn(disk, world, process, SERVICE, counter.views);
    const plainLog = logOn(topic, world, process);
    const store = bug.store?.(plainStore) ?? plainStore;
    const log = bug.log?.(plainLog) ?? plainLog;
    const pass = passOf({
      service: SERVICE,
      store,
      publish: (events) => log.publish(topics[SERVICE], events),
      onError: () => {},
    });
    const streams = streamsOf(SERVICE, store);
    const handle = handleOf({ rules: counter.streams, store, streams, pass, serial: serial() });
    const parking = parkingOf(store);
    const subscriber = subscriberOf({
      manifest: counter,
      views: counter.views,
      store,
      log,
      handle,
      parking,
      read: readOf(store, undefined),
      serial: serial(),
      clock,
      onParked: () => {},
    });
    handles.set(process, handle);
    void subscriber.run(new AbortController().signal);
    void (async () => {
      for (;;) {
        for (let n = 0; n < 30; n += 1) await world.turn(process);
        await Promise.allSettled([pass.sweep(), subscriber.redriven()]);
      }
    })();
  }

  const acknowledged = new Map<string, { stream: string; version: number }>();
  async function client(id: number) {
    for (let n = 0; n < COMMANDS; n += 1) {
      const cause = `org/client-${id}/${n}`;
      const unit = derivedId('simulated', world.below(STREAMS));
      const ask: Ask = { stream: 'unit', id: unit, type: 'amend', data: { name: `echo${id}${n}` } };
      for (let answered = false; !answered; ) {
        await world.turn();
        const live = processes.filter(({ alive }) => alive);
        const process = live[world.below(live.length)];
        if (!process) continue;
        const asked = {
          cause,
          fingerprint: cause,
          actor,
          now: NOW,
          on: '2024-01-01',
          correlation: 'c',
          causation: 'c',
        };
        const result = await Promise.race([
          handles.get(process)!(ask, asked).catch(() => undefined),
          // The client's patience: it repeats while the first may still be under way.
          (async () => {
            for (let wait = 0; wait < 200 && process.alive; wait += 1) await world.turn();
            return undefined;
          })(),
        ]);
        if (!result || isRefusal(result)) continue;
        acknowledged.set(cause, { stream: `unit/${unit}`, version: result.answer.version });
        answered = true;
      }
    }
  }

  let kills = 0;
  let freezes = 0;
  let calm = false;
  function between() {
    rebalance(topic, processes, world);
    const live = processes.filter(({ alive }) => alive);
    if (live.length < COPIES && world.chance(0.05)) begin();
    if (calm) {
      for (const process of live) process.frozen = false;
      return;
    }
    for (const process of live) if (process.frozen && world.chance(0.02)) process.frozen = false;
    const victim = live[world.below(live.length)];
    if (!victim) return;
    if (world.chance(0.004)) {
      victim.alive = false;
      kills += 1;
    }
    if (world.chance(0.004)) {
      victim.frozen = true;
      freezes += 1;
    }
  }
  for (let n = 0; n < COPIES; n += 1) begin();
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, id) => client(id)));
  let asked = false;
  void clients.then(() => {
    asked = true;
  });
  await world.run(() => asked, TURNS, between);
  calm = true;
  const told = () => topic.partitions.every(({ records, committed }) => committed === records.length);
  const settled = await world.run(() => asked && disk.pending.size === 0 && told(), TURNS, between);

  for (const process of processes) process.alive = false;
  const faults = settled
    ? check({ disk, topic, acknowledged, shadowOf })
    : [
        `it never came to rest: asked ${asked}, pending ${[...disk.pending].map((p) => p.slice(-6))}, ${JSON.stringify(topic.partitions.map((p) => [p.records.length, p.committed, p.owner?.id]))}, ${processes.map((p) => (p.alive ? 1 : 0))} kept ${[...disk.kept.keys()]}`,
      ];
  return { faults, kills, freezes, acknowledged: acknowledged.size, turns: world.turns() };
}
