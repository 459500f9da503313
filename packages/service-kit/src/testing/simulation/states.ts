// Another service that follows the states: two of its copies read the same partitions at once, and one may write what it read
// long ago. In the end the publisher's rows, the topic's last records and the follower's rows say the same.
import { isDeepStrictEqual } from 'node:util';
import { follow } from '../../consume/states.ts';
import type { StateRow } from '../../relay/states.ts';
import type { Bug } from './copy.ts';
import { COMPACTED, type Topic } from './log.ts';
import { STATES } from './mirror.ts';
import { type Disk, emptyDisk, storeOn } from './store.ts';
import type { Process, World } from './world.ts';

export interface StateFollower {
  disk: Disk;
  isAtEnd(): boolean;
}
const FOLLOWER = 'awards';
const SLOW = 0.1;

export function followStatesOn({ world, topic, bug }: { world: World; topic: Topic; bug: Bug }): StateFollower {
  const disk = emptyDisk();
  const reached = topic.partitions.map(() => 0);
  const copy = (id: number) => {
    const process: Process = { id, alive: true, frozen: false };
    const plain = storeOn({ disk, world, process, service: FOLLOWER, views: [], flaws: [] });
    const store = bug.store?.(plain) ?? plain;
    void (async () => {
      for (;;) {
        await world.turn(process);
        const partition = world.below(reached.length);
        const { records } = topic.partitions[partition]!;
        const at = reached[partition]!;
        const record = structuredClone(records[at]);
        if (!record) continue;
        if (world.chance(SLOW)) for (let n = world.below(60); n > 0; n -= 1) await world.turn(process);
        if (record.topic === STATES)
          try {
            await follow(FOLLOWER, store, record, []);
          } catch {
            continue;
          }
        reached[partition] = Math.max(reached[partition]!, at + 1);
      }
    })();
  };
  for (const id of [-2, -3]) copy(id);
  return { disk, isAtEnd: () => topic.partitions.every(({ records }, n) => reached[n] === records.length) };
}

export function faultsOfStates(rest: {
  disk: Disk;
  topic: Topic;
  followed: Disk;
  stateOf(name: string): object | undefined;
}): string[] {
  const { disk, topic, followed, stateOf } = rest;
  const last = new Map<string, { revision: number; value?: object }>();
  for (const { stream, version, events, cause } of disk.commits) {
    if (!cause.startsWith('org/client') || events.length === 0) continue;
    const revision = version + events.length - 1;
    const value = stateOf((events.at(-1)!.data as { name: string }).name);
    const key = stream.split('/')[1]!;
    if ((last.get(key)?.revision ?? 0) < revision) last.set(key, { revision, ...(value ? { value } : {}) });
  }
  const faults: string[] = [];
  for (const [key, { revision, value }] of last) {
    const expected = { key, org: 'org', revision, ...(value ? { value } : {}) };
    const place = `${STATES}\norg/${key}`;
    const record = topic.partitions
      .flatMap(({ records }) => records)
      .findLast((record) => record.topic === STATES && record.key === key);
    const { topic: _, ...published } = { topic: COMPACTED, ...(record?.value as StateRow | undefined) };
    for (const [where, found] of Object.entries({
      publisher: disk.kept.get(place),
      topic: published,
      follower: followed.kept.get(place),
    }))
      if (!isDeepStrictEqual(found, expected))
        faults.push(`${where} has ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  }
  return faults;
}
