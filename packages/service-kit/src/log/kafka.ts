// The distributed event log: one Kafka topic per publishing service, keyed by stream. kafkajs lives in this file and the
// consumer's; its settings are those that lost and reordered nothing when brokers, services and networks were killed.
import { setTimeout as sleep } from 'node:timers/promises';
import { topics as names } from '@jiangong/contracts';
import { Kafka, type KafkaConfig, logLevel, Partitioners } from 'kafkajs';
import { failpoint } from '../failpoint.ts';
import { consume } from './kafka-consumer.ts';
import { inLine, sendsOf, topicSettings } from './kafka-record.ts';
import { kafkaAddress } from './kafka-url.ts';
import type { EventLog, Subscription } from './port.ts';

export interface KafkaLogOptions {
  /** Hears what the client says of the cluster. */
  onWarning?(text: string, details: unknown): void;
}

/** Opens the log; topics that are missing are made first. `url`: see kafka-url.ts. */
export async function openKafkaLog(url: string, { onWarning }: KafkaLogOptions = {}): Promise<EventLog> {
  const { brokers, named, ssl, sasl } = kafkaAddress(url);
  const connection: KafkaConfig = {
    clientId: named('jiangong'),
    brokers,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    ...(ssl ? { ssl } : {}),
    ...(sasl ? { sasl: sasl as NonNullable<KafkaConfig['sasl']> } : {}),
    logLevel: onWarning ? logLevel.WARN : logLevel.NOTHING,
    logCreator: () => (entry) => onWarning?.(entry.log.message, entry.log),
  };
  // Always said, since NODE_ENV changes the defaults. A consumer's own setting does not reach its cluster's connection.
  const sending = new Kafka({ ...connection, retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 1000 } });
  const receiving = new Kafka({
    ...connection,
    retry: { retries: 100_000, initialRetryTime: 200, maxRetryTime: 2000 },
  });

  const admin = sending.admin();
  await admin.connect();
  await makeTopics();
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
  const groups = new Map<string, { groupId: string; topics: string[]; connected: boolean }>();
  const ending = new AbortController();
  const consuming = new Set<Promise<void>>();

  async function makeTopics() {
    const wanted = Object.values(names).map(named);
    const known = await admin.listTopics();
    const missing = wanted.filter((topic) => !known.includes(topic));
    const configEntries = Object.entries(topicSettings.configs).map(([name, value]) => ({ name, value }));
    const made = missing.map((topic) => ({ topic, numPartitions: topicSettings.partitions, configEntries }));
    // Made by another process meanwhile is as good.
    if (made.length > 0) await admin.createTopics({ topics: made, waitForLeaders: false });
    // A leader is told of before it serves; a record sent meanwhile would be sent again, and come twice.
    for (const topic of wanted) await served(topic);
  }
  async function served(topic: string) {
    for (let tries = 0; ; tries += 1) {
      try {
        await admin.fetchTopicOffsets(topic);
        return;
      } catch (error) {
        if (tries > 100) throw error;
        await sleep(100);
      }
    }
  }

  async function behind({ groupId, topics }: { groupId: string; topics: string[] }): Promise<number> {
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

  async function subscribe(subscription: Subscription) {
    const { group, generation, topics, signal } = subscription;
    const groupId = named(generation ? `${group}.${generation}` : group);
    const state = { groupId, topics: topics.map(named), connected: false };
    groups.set(group, state);
    const run = consume({
      kafka: receiving,
      groupId,
      topics: new Map(topics.map((topic) => [named(topic), topic])),
      subscription: { ...subscription, signal: AbortSignal.any([signal, ending.signal]) },
      onState(connected) {
        state.connected = connected;
      },
    });
    consuming.add(run);
    await run.finally(() => consuming.delete(run));
  }

  return {
    async publish(topic, events) {
      await oneSend(async () => {
        for (const messages of sendsOf(events)) {
          await producer.send({ topic: named(topic), acks: -1, timeout: 15_000, messages });
          failpoint('after-send');
        }
      });
    },
    subscribe,
    async held(topic) {
      const partitions = await admin.fetchTopicOffsets(named(topic));
      return partitions.reduce((sum, { high }) => sum + Number(high), 0);
    },
    async lag() {
      const counted = [...groups].map(async ([group, state]) => [group, await behind(state)] as const);
      return Object.fromEntries(await Promise.all(counted));
    },
    async check() {
      await admin.fetchTopicMetadata({ topics: Object.values(names).map(named) });
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
