// The same port by another Kafka client, for tests alone: it shows that nothing in the port is kafkajs' own. One record
// at a time, an offset committed when its effect is durable; no more.
import { setTimeout as sleep } from 'node:timers/promises';
import { isStateTopic } from '@jiangong/contracts';
import {
  Admin,
  Consumer,
  compatibilityPartitioner,
  MessagesStreamFallbackModes,
  MessagesStreamModes,
  Producer,
  stringDeserializers,
  stringSerializers,
} from '@platformatic/kafka';
import { contentOf, inLine, type RecordToSend, recordOf, sendsOf, stateIn, stateRecordOf } from './kafka-record.ts';
import { configsOf, declared, PARTITIONS } from './kafka-topics.ts';
import { kafkaAddress } from './kafka-url.ts';
import type { EventLog, Subscription } from './port.ts';

export async function openPlatformaticLog(url: string): Promise<EventLog> {
  const { brokers, named } = kafkaAddress(url);
  const connection = { clientId: named('jiangong'), bootstrapBrokers: brokers, retries: 10, retryDelay: 200 };
  const admin = new Admin(connection);
  await makeTopics();
  const producer = new Producer({
    ...connection,
    serializers: stringSerializers,
    partitioner: compatibilityPartitioner,
  });
  const oneSend = inLine();
  const groups = new Map<string, { consumer: StringConsumer; topics: string[] }>();

  async function makeTopics() {
    const known = await admin.listTopics();
    const needed = [...declared.keys()].map(named);
    for (const [topic, kind] of declared)
      if (!known.includes(named(topic)))
        await admin.createTopics({
          topics: [named(topic)],
          partitions: PARTITIONS,
          replicas: 1,
          configs: configsOf(kind),
        });
    const partitions = Array.from({ length: PARTITIONS }, (_, n) => ({
      partitionIndex: n,
      timestamp: -1n,
    }));
    for (const name of needed) await again(() => admin.listOffsets({ topics: [{ name, partitions }] }));
  }

  async function subscribe({ group, generation, topics, signal, onRecord, onAssigned }: Subscription) {
    const topicOf = new Map(topics.map((topic) => [named(topic), topic]));
    const consumer = consumerOf(named(generation ? `${group}.${generation}` : group));
    groups.set(group, { consumer, topics: [...topicOf.keys()] });
    await onAssigned?.();
    const stream = await consumer.consume({
      topics: [...topicOf.keys()],
      mode: MessagesStreamModes.COMMITTED,
      fallbackMode: MessagesStreamFallbackModes.EARLIEST,
    });
    const closed = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    const handing = (async () => {
      for await (const { topic: name, key, value, headers, commit } of stream) {
        const topic = topicOf.get(name)!;
        const message = { key, value, headers: Object.fromEntries(headers) };
        const record = { topic, key, value: isStateTopic(topic) ? stateIn(topic, message) : contentOf(message) };
        await again(() => onRecord(record), signal);
        if (signal.aborted) return;
        await commit();
      }
    })();
    await Promise.race([closed, handing]);
    groups.delete(group);
    await consumer.close(true);
    await handing.catch(() => {});
  }

  const consumerOf = (groupId: string) =>
    new Consumer({
      ...connection,
      groupId,
      deserializers: stringDeserializers,
      autocommit: false,
      sessionTimeout: 10_000,
      heartbeatInterval: 1000,
      maxWaitTime: 300,
    });
  type StringConsumer = ReturnType<typeof consumerOf>;

  const send = (topic: string, all: RecordToSend[]) =>
    oneSend(async () => {
      for (const records of sendsOf(all)) {
        // Without a value it is a tombstone.
        const messages = records.map(({ value, ...record }) => ({
          topic: named(topic),
          ...record,
          ...(value === null ? {} : { value }),
        }));
        await producer.send({ messages, acks: -1 });
      }
    });

  return {
    publish: (topic, events) =>
      send(
        topic,
        events.map((event) => recordOf(event)),
      ),
    async publishStates(records) {
      for (const record of records) await send(record.topic, [stateRecordOf(record)]);
    },
    subscribe,
    async lag() {
      const behind: Record<string, number> = {};
      for (const [group, { consumer, topics }] of groups) {
        const all = Array.from({ length: PARTITIONS }, (_, n) => n);
        const written = await consumer.listOffsets({ topics });
        const reached = await consumer.listCommittedOffsets({
          topics: topics.map((topic) => ({ topic, partitions: all })),
        });
        behind[group] = topics
          .flatMap((topic) =>
            all.map((n) => Number(written.get(topic)![n]) - Math.max(0, Number(reached.get(topic)![n]))),
          )
          .reduce((sum, records) => sum + records, 0);
      }
      return behind;
    },
    async held(topic) {
      const sumOf = async (timestamp: bigint) => {
        const partitions = Array.from({ length: PARTITIONS }, (_, n) => ({ partitionIndex: n, timestamp }));
        const [offsets] = await admin.listOffsets({ topics: [{ name: named(topic), partitions }] });
        return offsets!.partitions.reduce((sum, { offset }) => sum + Number(offset), 0);
      };
      // Kafka's own names for the latest and the earliest.
      return { records: await sumOf(-1n), lost: await sumOf(-2n) };
    },
    async check() {
      await admin.listTopics();
    },
    async close() {
      await producer.close();
      await admin.close();
    },
  };
}

async function again(work: () => Promise<unknown>, signal?: AbortSignal) {
  while (!signal?.aborted) {
    try {
      await work();
      return;
    } catch {
      await sleep(200);
    }
  }
}
