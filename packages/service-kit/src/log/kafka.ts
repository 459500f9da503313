// The distributed event log: one Kafka topic per publishing service, keyed by stream. kafkajs lives in this file and the
// consumer's; its settings are those that lost and reordered nothing when brokers, services and networks were killed.
import { nounTopics } from '@jiangong/contracts';
import { Kafka, Partitioners } from 'kafkajs';
import { failpoint } from '../failpoint.ts';
import { HistoryLost } from './history-lost.ts';
import { kafkaConnection } from './kafka-connection.ts';
import { consume } from './kafka-consumer.ts';
import { inLine, type RecordToSend, recordOf, sendsOf, stateRecordOf } from './kafka-record.ts';
import { checkTopics, declared, makeTopics } from './kafka-topics.ts';
import type { EventLog, Held, Subscription } from './port.ts';

interface KafkaLogOptions {
  /** Hears what the client says of the cluster. */
  onWarning?(text: string, details: unknown): void;
}

interface Group {
  groupId: string;
  /** As the cluster names them. */
  topics: string[];
  connected: boolean;
  /** Partitions that it does not read on, since records are missing there. */
  gaps: Map<string, HistoryLost>;
}

/**
 * Opens the log on Kafka; its topics are made, or set as they are declared, first. `url` is `kafka://host:port,…`, see
 * kafka-url.ts; rejects if no broker can be reached.
 * @example
 * ```ts no_run
 * const log = await openKafkaLog('kafka://localhost:9092');
 * await log.check();
 * await log.close();
 * ```
 */
export async function openKafkaLog(url: string, { onWarning }: KafkaLogOptions = {}): Promise<EventLog> {
  const { connection, named, nounMode } = kafkaConnection(url, onWarning);
  const sending = new Kafka(connection);
  // A consumer's own setting does not reach its cluster's connection.
  const receiving = new Kafka({
    ...connection,
    retry: { retries: 100_000, initialRetryTime: 200, maxRetryTime: 2000 },
  });

  const admin = sending.admin();
  await admin.connect();
  try {
    await makeTopics(admin, named);
  } catch (error) {
    await admin.disconnect();
    throw error;
  }
  const producer = sending.producer({
    // Its idempotent producer can lose an acknowledged record after a retry.
    idempotent: false,
    maxInFlightRequests: 1,
    // Where a send to several brokers is repeated, kafkajs leaves out the brokers that had answered, and with them what a
    // dead leader's successor among them should have had (tulios/kafkajs#1798). So a send is one try; the pass tells again.
    retry: { retries: 0 },
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const oneSend = inLine();
  const groups = new Map<string, Group>();
  const ending = new AbortController();
  const consuming = new Set<Promise<void>>();

  async function held(topic: string): Promise<Held> {
    const partitions = await admin.fetchTopicOffsets(named(topic));
    const sum = (mark: 'high' | 'low') => partitions.reduce((sum, partition) => sum + Number(partition[mark]), 0);
    return { records: sum('high'), lost: sum('low') };
  }

  async function behind({ groupId, topics }: Group): Promise<number> {
    const reached = await admin.fetchOffsets({ groupId, topics });
    let records = 0;
    for (const { topic, partitions } of reached) {
      const offsets = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      for (const { partition, high, low } of await admin.fetchTopicOffsets(topic)) {
        const at = offsets.get(partition) ?? -1;
        records += Number(high) - (at < 0 ? Number(low) : at);
      }
    }
    return records;
  }

  const send = (topic: string, records: RecordToSend[]) =>
    oneSend(async () => {
      for (const messages of sendsOf(records)) {
        await producer.send({ topic: named(topic), acks: -1, timeout: 15_000, messages });
        failpoint('after-send');
      }
    });

  async function subscribe(subscription: Subscription) {
    const { group, generation, topics, signal } = subscription;
    const groupId = named(generation ? `${group}.${generation}` : group);
    const state: Group = { groupId, topics: topics.map(named), connected: false, gaps: new Map() };
    groups.set(group, state);
    const run = consume({
      kafka: receiving,
      groupId,
      topics: new Map(topics.map((topic) => [named(topic), topic])),
      reached: () => admin.fetchOffsets({ groupId, topics: state.topics }),
      gaps: state.gaps,
      subscription: { ...subscription, signal: AbortSignal.any([signal, ending.signal]) },
      onState(connected) {
        state.connected = connected;
      },
    });
    consuming.add(run);
    await run.finally(() => consuming.delete(run));
  }

  return {
    publish(topic, events) {
      const mode = Object.hasOwn(nounTopics, topic) ? nounMode : 'structured';
      return send(
        topic,
        events.map((event) => recordOf(event, mode)),
      );
    },
    async publishStates(records) {
      for (const topic of new Set(records.map(({ topic }) => topic))) {
        const ofTopic = records.filter((record) => record.topic === topic);
        await send(topic, ofTopic.map(stateRecordOf));
      }
    },
    subscribe,
    held,
    async lag() {
      const counted = [...groups].map(async ([group, state]) => [group, await behind(state)] as const);
      return Object.fromEntries(await Promise.all(counted));
    },
    async check() {
      await checkTopics(admin, named);
      for (const { gaps } of groups.values()) for (const gap of gaps.values()) throw gap;
      for (const [topic, kind] of declared) {
        if (kind === 'states') continue;
        const { lost } = await held(topic);
        if (lost > 0) throw new HistoryLost(named(topic), lost);
      }
      for (const [group, { connected }] of groups)
        if (!connected) throw new Error(`the consumer of ${group} is not connected`);
    },
    async close() {
      ending.abort();
      await Promise.all(consuming);
      await producer.disconnect();
      await admin.disconnect();
    },
  };
}
