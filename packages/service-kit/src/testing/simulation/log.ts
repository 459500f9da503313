// A log as Kafka is one: partitions, a group whose members come and go, records handed out again after a death or a lost
// acknowledgement, and members that were frozen and go on as if nothing had happened.
import { type CloudEvent, isStateTopic } from '@jiangong/contracts';
import type { EventLog, LogRecord } from '../../log/port.ts';
import { Fault } from './store.ts';
import type { Process, World } from './world.ts';

export interface Topic {
  /** `generation` grows whenever it is given to another. */
  partitions: { records: LogRecord[]; committed: number; owner: Process | undefined; generation: number }[];
}
const PARTITIONS = 3;
const FAULTS = 0.01;
const COMPACTIONS = 0.3;
/** In place of a state that a newer one of its key has replaced: its offset is given to none. */
export const COMPACTED = 'compacted';
function compact({ records }: Topic['partitions'][number], key: string) {
  const states = records.filter((record) => isStateTopic(record.topic) && record.key === key);
  for (const old of states.slice(0, -1)) Object.assign(old, { topic: COMPACTED, value: undefined });
}
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
    async publishStates(records) {
      for (const value of structuredClone(records)) {
        await turn();
        if (world.chance(FAULTS)) throw new Fault('broker not reached');
        const partition = partitionOf(topic, value.key);
        partition.records.push({ topic: value.topic, key: value.key, value });
        if (world.chance(COMPACTIONS)) compact(partition, value.key);
      }
      await turn();
      if (world.chance(FAULTS)) throw new Fault('acknowledgement lost');
    },
    async subscribe({ topics, onRecord, onAssigned }) {
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
          if (!topics.includes(record.topic)) {
            partition.committed = Math.max(partition.committed, at + 1);
            continue;
          }
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
