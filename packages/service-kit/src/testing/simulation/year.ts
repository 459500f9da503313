// One history: clients that repeat what was not answered, two copies of a service that die and freeze at any await,
// and a checker that knows nothing of how the kit works.
import { isDeepStrictEqual } from 'node:util';
import { derivedId, isRefusal } from '@jiangong/contracts';
import { isForgettable } from '../../command/cause.ts';
import type { CommandContext, Handle } from '../../command/handle.ts';
import { OWED } from '../../relay/states.ts';
import type { Commit } from '../../store/port.ts';
import { changes, planted, shadowOf, unitCommand } from '../counter.fixture.ts';
import { type Acknowledged, check } from './check.ts';
import { type Bug, copyOn } from './copy.ts';
import { followOn } from './follower.ts';
import { emptyTopic, rebalance } from './log.ts';
import { mirrored, mirrorOf, STATES, stateOf } from './mirror.ts';
import { faultsOfStates, followStatesOn } from './states.ts';
import { emptyDisk, idOf, numbersOf } from './store.ts';
import { type Process, worldOf } from './world.ts';

const NOW = '2024-01-01T00:00:00Z';
const LATER = '2024-02-01T00:00:00Z';
const actor = { sub: 'sub', org: 'org', roles: ['organiser' as const], departments: [], units: [] };
const COPIES = 2;
const CLIENTS = 3;
const COMMANDS = 4;
const STREAMS = 2;
const TURNS = 30_000;

interface Way {
  bug: Bug;
  /** Whether grants are published that name persons. */
  isNaming: boolean;
}
export interface History {
  faults: string[];
  kills: number;
  freezes: number;
  acknowledged: number;
  turns: number;
}

/** @param bug planted; without one, every second history has grants that name persons, too */
export async function live(seed: number, tick: () => void, bug?: Bug): Promise<History> {
  return liveWith(seed, tick, { bug: bug ?? {}, isNaming: bug ? bug.follow !== undefined : seed % 2 === 0 });
}

async function liveWith(seed: number, tick: () => void, { bug, isNaming }: Way): Promise<History> {
  const world = worldOf(seed, tick);
  planted.bug = true;
  const disk = emptyDisk();
  const topic = emptyTopic();
  const processes: Process[] = [];
  const handles = new Map<Process, Handle>();
  let now = NOW;
  const clock = { now: () => now, today: () => '2024-01-01' };

  function begin() {
    const process: Process = { id: processes.length, alive: true, frozen: false };
    processes.push(process);
    handles.set(process, copyOn({ world, disk, topic, process, clock, bug }));
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
      const request = unitCommand(unit, 'amend', { name: nameOf(id, n) });
      const before = versionNow(`unit/${unit}`);
      for (let answered = false; !answered; ) {
        await world.turn();
        const live = processes.filter(({ alive }) => alive);
        const process = live[world.below(live.length)];
        if (!process) continue;
        const context = {
          cause,
          fingerprint: cause,
          actor,
          now: NOW,
          businessDate: '2024-01-01',
          correlation: 'c',
          causation: 'c',
          states: [{ topic: STATES, key: unit, value: stateOf(request.data.name) }],
        } satisfies CommandContext;
        const result = await Promise.race([
          handles.get(process)!(request, context).catch(() => undefined),
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

  const followed = followOn({ world, disk, org: actor.org, flaws: bug.flaws ?? [] });

  const persons = Array.from({ length: isNaming ? STREAMS : 0 }, (_, n) => derivedId('simulated', n));
  const states = followStatesOn({ world, topic, bug, persons });

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
  let sent = false;
  void clients.then(() => {
    sent = true;
  });
  await world.run(() => sent, TURNS, between);
  calm = true;
  planted.bug = false;
  const parked = () => [...disk.kept.keys()].some((place) => place.startsWith('parked'));
  const read = () => !parked() && topic.partitions.every(({ records, committed }) => committed === records.length);
  const isDue = () => [...disk.rows].some(([place, { body }]) => place.startsWith('deadline ') && body !== undefined);
  const owes = () => [...disk.kept.keys()].some((place) => place.startsWith(OWED));
  const isAtRest = () => sent && disk.pending.size === 0 && read() && !isDue() && !owes() && states.isAtEnd();
  const settled = await world.run(isAtRest, TURNS, between);

  /** A month later keys are forgotten, and then the log is read anew from its start. */
  async function monthLater(): Promise<string[]> {
    const isStaying = (commit: Commit) => !isForgettable(commit);
    const before = disk.commits.filter(isStaying);
    const rows = structuredClone(disk.rows);
    now = LATER;
    calm = false;
    const forgotten = await world.run(() => disk.commits.every(isStaying), TURNS, between);
    for (const partition of topic.partitions) {
      partition.committed = 0;
      partition.generation += 1;
    }
    await world.run(read, TURNS / 10, between);
    calm = true;
    if (!forgotten || !(await world.run(read, TURNS, between))) return ['it never came to rest a month later'];
    const faults: string[] = [];
    const more = disk.commits.filter((commit) => !before.includes(commit));
    for (const { cause } of more.filter(({ events }) => events.length > 0)) faults.push(`done again: ${cause}`);
    for (const { cause } of more.filter(({ events }) => events.length === 0)) faults.push(`noted again: ${cause}`);
    for (const { cause } of before.filter((commit) => !disk.commits.includes(commit)))
      faults.push(`forgotten: ${cause}`);
    if (!isDeepStrictEqual(rows, disk.rows)) faults.push('rows are others a month later');
    return faults;
  }
  const atRest = () => {
    const numbers = numbersOf(disk, changes.name, actor.org);
    return [
      ...check({ disk, topic, acknowledged, followed, numbers, shadowOf, mirrorOf, mirrored }),
      ...faultsOfStates({ disk, topic, followed: states.disk, persons, stateOf }),
    ];
  };
  const faults = settled
    ? [...atRest(), ...(await monthLater())]
    : [
        `it never came to rest: all sent ${sent}, pending ${[...disk.pending].map((p) => p.slice(-6))}, ${JSON.stringify(topic.partitions.map((p) => [p.records.length, p.committed, p.owner?.id]))}, ${processes.map((p) => (p.alive ? 1 : 0))} kept ${[...disk.kept.keys()]}`,
      ];
  for (const process of processes) process.alive = false;
  return { faults, kills, freezes, acknowledged: acknowledged.size, turns: world.turns() };
}
