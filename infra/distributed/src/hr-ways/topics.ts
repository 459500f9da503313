// What the topics of grants hold, read by a plain client from the beginning.
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { Grants } from './service.ts';

export interface TopicRecord {
  topic: string;
  key: string;
  value: { type?: string; data?: Grants[number] } & Partial<Grants[number]>;
}

/** Every record of topics, each partition in its order. @param logUrl `kafka://broker/namespace` */
export async function readTopics(logUrl: string, topics: readonly string[]): Promise<TopicRecord[]> {
  const [, broker, namespace] = /^kafka:\/\/([^/]+)\/(.*)$/.exec(logUrl)!;
  const kafka = new Kafka({ brokers: [broker!], logLevel: logLevel.NOTHING, retry: { retries: 50 } });
  const names = topics.map((topic) => `${namespace}.${topic}`);
  const admin = kafka.admin();
  await admin.connect();
  const left = new Map<string, number>();
  for (const topic of names)
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > 0) left.set(`${topic} ${partition}`, Number(high));
  await admin.disconnect();
  const records: TopicRecord[] = [];
  if (left.size === 0) return records;
  const consumer = kafka.consumer({ groupId: `${namespace}.${randomUUID()}`, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topics: names, fromBeginning: true });
  await new Promise<void>((resolve, reject) => {
    consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error));
    const run = consumer.run({
      async eachMessage({ topic, partition, message: { key, value, offset } }) {
        const name = topic.slice(namespace!.length + 1);
        records.push({ topic: name, key: String(key), value: value ? JSON.parse(String(value)) : {} });
        const place = `${topic} ${partition}`;
        if (Number(offset) + 1 >= (left.get(place) ?? 0)) left.delete(place);
        if (left.size === 0) resolve();
      },
    });
    run.catch(reject);
  });
  await consumer.disconnect();
  return records;
}
