// One history: clients that repeat what was not answered, two copies of a service that die and freeze at any await,
// and a checker that knows nothing of how the kit works.
import { type Ask, derivedId, isRefusal } from '@jiangong/contracts';
import { changes, counter, planted, shadowOf } from '../counter.fixture.ts';
import { deadlineViews, firing } from '../deadline.ts';
import { type Handle, handleOf } from '../handle.ts';
import type { EventLog } from '../log/port.ts';
import { type Parking, parkingOf } from '../park.ts';
import { passOf } from '../pass.ts';
import { readOf } from '../read.ts';
import { serial } from '../serial.ts';
import type { Store } from '../store/port.ts';
import { type Streams, streamsOf } from '../streams.ts';
import { subscriberOf } from '../subscribe.ts';
import { tellingOf } from '../tell.ts';
import { type Acknowledged, check } from './check.ts';
import { emptyTopic, logOn, rebalance } from './log.ts';
import { emptyDisk, type Flaw, idOf, numbersOf, PAGE, storeOn } from './store.ts';
import { type Process, worldOf } from './world.ts';

const SERVICE = 'competitions';
const NOW = '2024-01-01T00:00:00Z';
const actor = { sub: 'sub', org: 'org', roles: ['organiser' as const], departments: [], units: [] };
const COPIES = 2;
const CLIENTS = 3;
const COMMANDS = 4;
const STREAMS = 2;
const TURNS = 30_000;

/** Parts of a process, wrapped or flawed by a planted bug. */
export interface Bug {
  flaws?: Flaw[];
  store?(store: Store): Store;
  log?(log: EventLog): EventLog;
  streams?(streams: Streams): Streams;
  parking?(parking: Parking): Parking;
  /** How deadlines give their commands. */
  firing?(handle: Handle): Handle;
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
  planted.bug = true;
  const disk = emptyDisk();
  const topic = emptyTopic();
  const processes: Process[] = [];
  const handles = new Map<Process, Handle>();
  const views = [...counter.views, changes, ...deadlineViews(counter.deadlines)];
  const clock = { now: () => NOW, today: () => '2024-01-01' };

  function begin() {
    const process: Process = { id: processes.length, alive: true, frozen: false };
    processes.push(process);
    const plainStore = storeOn({ disk, world, process, service: SERVICE, views, flaws: bug.flaws ?? [] });
    const plainLog = logOn(topic, world, process);
    const store = bug.store?.(plainStore) ?? plainStore;
    const log = bug.log?.(plainLog) ?? plainLog;
    const pass = passOf({
      service: SERVICE,
      store,
      publish: tellingOf(SERVICE, store, log, () => Number.POSITIVE_INFINITY).publish,
      onError: () => {},
      limits: { batch: PAGE, remembered: 1, page: PAGE },
    });
    const plainStreams = streamsOf(SERVICE, store);
    const streams = bug.streams?.(plainStreams) ?? plainStreams;
    const handle = handleOf({ rules: counter.streams, store, streams, pass, serial: serial() });
    const plainParking = parkingOf(store);
    const parking = bug.parking?.(plainParking) ?? plainParking;
    const subscriber = subscriberOf({
      manifest: counter,
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
    const fire = firing(counter.deadlines, store, bug.firing?.(handle) ?? handle, clock, () => {}, PAGE);
    handles.set(process, handle);
    void subscriber.run(new AbortController().signal);
    void (async () => {
      for (;;) {
        for (let n = 0; n < 30; n += 1) await world.turn(process);
        await Promise.allSettled([pass.sweep(), fire()]);
        // Once the bug of the rules is mended, an operator has everything tried again.
        if (!planted.bug) await parking.redrive().catch(() => {});
        await subscriber.redriven().catch(() => {});
      }
    })();
  }

  const acknowledged = new Map<string, Acknowledged>();
  const versionNow = (stream: string) =>
    disk.commits
      .filter((commit) => commit.stream === stream && !disk.provisional.has(idOf(commit)))
      .reduce((last, { version, events }) => Math.max(last, version + events.length - 1), 0);
  /** Mostly what has consequences; sometimes what changes nothing, sets a deadline, or meets a bug of the rules. */
  function nameOf(id: number, n: number): string {
    const kind = world.below(10);
    if (kind < 2) return 'calm';
    if (kind < 3) return `until 2023-0${1 + id}-0${1 + n}T00:00:00Z`;
    return `echo${kind < 4 ? 'bug' : ''}${id}${n}`;
  }
  async function client(id: number) {
    for (let n = 0; n < COMMANDS; n += 1) {
      const cause = `org/client-${id}/${n}`;
      const unit = derivedId('simulated', world.below(STREAMS));
      const ask: Ask = { stream: 'unit', id: unit, type: 'amend', data: { name: nameOf(id, n) } };
      const before = versionNow(`unit/${unit}`);
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
        acknowledged.set(cause, { stream: `unit/${unit}`, version: result.answer.version, before });
        answered = true;
      }
    }
  }

  /** Follows the numbers of all changes from copy to copy. */
  const followed: { number: number; key: string }[] = [];
  async function follow() {
    const process: Process = { id: -1, alive: true, frozen: false };
    const store = storeOn({ disk, world, process, service: SERVICE, views, flaws: bug.flaws ?? [] });
    for (;;) {
      for (let n = 0; n < 10; n += 1) await world.turn(process);
      const after = followed.at(-1)?.number ?? 0;
      const query = { view: changes.name, org: actor.org, after, limit: 2 };
      const page = await store.numbered(query).catch(() => []);
      followed.push(...page.map(({ number, row: { key } }) => ({ number, key })));
    }
  }
  void follow();

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
  planted.bug = false;
  const parked = () => [...disk.kept.keys()].some((place) => place.startsWith('parked'));
  const told = () => !parked() && topic.partitions.every(({ records, committed }) => committed === records.length);
  const settled = await world.run(() => asked && disk.pending.size === 0 && told(), TURNS, between);

  for (const process of processes) process.alive = false;
  const faults = settled
    ? check({ disk, topic, acknowledged, followed, numbers: numbersOf(disk, changes.name, actor.org), shadowOf })
    : [
        `it never came to rest: asked ${asked}, pending ${[...disk.pending].map((p) => p.slice(-6))}, ${JSON.stringify(topic.partitions.map((p) => [p.records.length, p.committed, p.owner?.id]))}, ${processes.map((p) => (p.alive ? 1 : 0))} kept ${[...disk.kept.keys()]}`,
      ];
  return { faults, kills, freezes, acknowledged: acknowledged.size, turns: world.turns() };
}
