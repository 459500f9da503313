// A log as Kafka is one: partitions, a group whose members come and go, records handed out again after a death or a lost
// acknowledgement, and members that were frozen and go on as if nothing had happened.
import type { CloudEvent } from '@jiangong/contracts';
import type { EventLog, LogRecord } from '../../log/port.ts';
import { Fault } from './store.ts';
import type { Process, World } from './world.ts';

export interface Topic {
  /** `generation` grows whenever it is given to another. */
  partitions: { records: LogRecord[]; committed: number; owner: Process | undefined; generation: number }[];
}
const PARTITIONS = 3;
const FAULTS = 0.01;
export const emptyTopic = (): Topic => ({
  partitions: Array.from({ length: PARTITIONS }, () => ({
    records: [],
    committed: 0,
    owner: undefined,
    generation: 0,
  })),
});
const partitionOf = (topic: Topic, key: string) => {
  let hash = 0;
  for (const char of key) hash = (hash * 31 + char.charCodeAt(0)) % 65521;
  return topic.partitions[hash % PARTITIONS]!;
};

/** Gives partitions of the dead and the frozen to others, now and then. */
export function rebalance(topic: Topic, members: Process[], world: World) {
  const fit = members.filter(({ alive, frozen }) => alive && !frozen);
  for (const partition of topic.partitions)
    if (fit.length > 0 && (!partition.owner || !fit.includes(partition.owner) || world.chance(0.002))) {
      const owner = fit[world.below(fit.length)];
      if (owner !== partition.owner) partition.generation += 1;
      partition.owner = owner;
    }
}

export function logOn(topic: Topic, world: World, process: Process): EventLog {
  const turn = () => world.turn(process);
  return {
    async publish(name, events: CloudEvent[]) {
      for (const value of structuredClone(events)) {
        await turn();
        if (world.chance(FAULTS)) throw new Fault('broker not reached');
        partitionOf(topic, value.subject).records.push({ topic: name, key: value.subject, value });
      }
      await turn();
      if (world.chance(FAULTS)) throw new Fault('acknowledgement lost');
    },
    async subscribe({ onRecord, onAssigned }) {
      const follow = async (partition: Topic['partitions'][number]) => {
        for (let known = 0; ; ) {
          await turn();
          const { owner, generation } = partition;
          if (owner !== process) continue;
          // Also when it was lost and came back meanwhile: where to go on is never known before who parked what.
          if (known !== generation) {
            await onAssigned?.();
            known = generation;
            continue;
          }
          const at = partition.committed;
          const record = partition.records[at];
          if (!record) continue;
          try {
            await onRecord(structuredClone(record));
          } catch {
            continue;
          }
          await turn();
          // Whoever lost the partition meanwhile commits nothing.
          if (partition.owner === process) partition.committed = Math.max(partition.committed, at + 1);
        }
      };
      await Promise.all(topic.partitions.map(follow));
    },
    async held(name) {
      await turn();
      const records = topic.partitions.flatMap(({ records }) => records);
      return { records: records.filter((record) => record.topic === name).length, lost: 0 };
    },
    lag: async () => ({}),
    check: turn,
    async close() {},
  };
}
