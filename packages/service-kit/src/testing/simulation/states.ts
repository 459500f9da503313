// Another service that follows the states, and publishes a grant of each of them: two of its copies read the same partitions at once,
// die, and may write what they read long ago. In the end the publisher’s rows, the last records of both topics and the rows of the
// follower say the same.
import { isDeepStrictEqual } from 'node:util';
import { derivedId, grantExample, namedGrant, type PersonState } from '@jiangong/contracts';
import { follow } from '../../consume/states.ts';
import { OWED, rowsOfStates, type StateRow, stateRelayOf } from '../../relay/states.ts';
import type { PrivateRow } from '../../store/port.ts';
import type { Bug } from './copy.ts';
import { COMPACTED, logOn, type Topic } from './log.ts';
import { STATES } from './mirror.ts';
import { type Disk, emptyDisk, PAGE, storeOn } from './store.ts';
import type { Process, World } from './world.ts';

export interface StateFollower {
  disk: Disk;
  isAtEnd(): boolean;
}
const FOLLOWER = 'awards';
export const GRANTS = 'awards.state.v1';
const SLOW = 0.1;
const DEATHS = 0.002;
const REVISIONS = 3;
const grantOf = (person: string) => derivedId('grant', person);
const grantAt = (person: string, revision: number) => ({
  ...{ ...grantExample, grant: grantOf(person), revision },
  recipient: { type: 'person' as const, id: person },
});

/** @param deps.persons those who have a grant each */
export function followStatesOn(deps: { world: World; topic: Topic; bug: Bug; persons: string[] }): StateFollower {
  const { world, topic, bug, persons } = deps;
  const publishes = persons.length > 0;
  const disk = emptyDisk();
  const reached = topic.partitions.map(() => 0);
  let left = persons.length * REVISIONS;
  const storeFor = (process: Process) => storeOn({ disk, world, process, service: FOLLOWER, views: [], flaws: [] });
  let copies = 0;
  function copy() {
    copies += 1;
    const process: Process = { id: -1 - copies, alive: true, frozen: false };
    const plain = storeFor(process);
    const store = bug.store?.(plain) ?? plain;
    const plainLog = logOn(topic, world, process);
    const { publishStates: publish } = bug.log?.(plainLog) ?? plainLog;
    const states = stateRelayOf({ store, publish, onError: () => {}, batch: PAGE });
    const followed = bug.follow?.(follow) ?? follow;
    async function read() {
      const partition = world.below(reached.length);
      const { records } = topic.partitions[partition]!;
      const at = reached[partition]!;
      const record = structuredClone(records[at]);
      if (!record) return;
      if (world.chance(SLOW)) for (let n = world.below(60); n > 0; n -= 1) await world.turn(process);
      if (record.topic === STATES || record.topic === GRANTS)
        try {
          await followed(FOLLOWER, store, record, []);
        } catch {
          return;
        }
      reached[partition] = Math.max(reached[partition]!, at + 1);
    }
    void (async () => {
      for (;;) {
        await world.turn(process);
        await read();
        if (publishes && world.chance(DEATHS)) process.alive = false;
        if (!process.alive) return copy();
      }
    })();
    void (async () => {
      while (publishes) {
        for (let n = 0; n < 30; n += 1) await world.turn(process);
        await states.run();
      }
    })();
  }
  for (let n = 0; n < 2; n += 1) copy();

  /** The rows of a commit are written in any order. */
  async function written(row: PrivateRow): Promise<void> {
    const store = storeFor({ id: -1, alive: true, frozen: false });
    try {
      await store.write({ privateRows: [row] });
    } catch {
      await written(row);
    }
  }
  for (const person of persons)
    void (async () => {
      for (let revision = 1; revision <= REVISIONS; revision += 1) {
        for (let n = world.below(300); n > 0; n -= 1) await world.turn();
        const change = { topic: GRANTS, key: grantOf(person), value: grantAt(person, revision) } as const;
        const rows = rowsOfStates([change], { org: 'org', version: revision, events: [{}] } as never);
        await Promise.all(rows.map(written));
        left -= 1;
      }
    })();
  const owes = () => [...disk.kept.keys()].some((place) => place.startsWith(OWED));
  const isRead = () => topic.partitions.every(({ records }, n) => reached[n] === records.length);
  return { disk, isAtEnd: () => left === 0 && !owes() && isRead() };
}

export function faultsOfStates(rest: {
  disk: Disk;
  topic: Topic;
  followed: Disk;
  /** Those who have a grant each. */
  persons: string[];
  stateOf(name: string): object | undefined;
}): string[] {
  const { disk, topic, followed, persons, stateOf } = rest;
  const last = new Map<string, { revision: number; value?: object }>();
  for (const { stream, version, events, cause } of disk.commits) {
    if (!cause.startsWith('org/client') || events.length === 0) continue;
    const revision = version + events.length - 1;
    const value = stateOf((events.at(-1)!.data as { name: string }).name);
    const key = stream.split('/')[1]!;
    if ((last.get(key)?.revision ?? 0) < revision) last.set(key, { revision, ...(value ? { value } : {}) });
  }
  const published = (name: string, key: string) => {
    const records = topic.partitions.flatMap((partition) => partition.records);
    const record = records.findLast((record) => record.topic === name && record.key === key);
    const { topic: _, ...state } = { topic: COMPACTED, ...(record?.value as StateRow | undefined) };
    return state;
  };
  const faults: string[] = [];
  for (const [key, { revision, value }] of last) {
    const expected = { key, org: 'org', revision, ...(value ? { value } : {}) };
    const place = `${STATES}\norg/${key}`;
    const grant = namedGrant(grantAt(key, REVISIONS), new Map([[key, (value as PersonState | undefined) ?? 'erased']]));
    const granted = { key: grantOf(key), org: 'org', revision: REVISIONS * 1_000_000 + revision };
    const ofGrant = { ...granted, ...(grant ? { value: grant } : {}) };
    for (const [where, found, must] of [
      ['publisher', disk.kept.get(place), expected],
      ['topic', published(STATES, key), expected],
      ['follower', followed.kept.get(place), expected],
      ...(persons.includes(key) ? [['topic of grants', published(GRANTS, grantOf(key)), ofGrant] as const] : []),
    ] as const)
      if (!isDeepStrictEqual(found, must))
        faults.push(`${where} has ${JSON.stringify(found)}, not ${JSON.stringify(must)}`);
  }
  return faults;
}
