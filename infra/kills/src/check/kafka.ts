// The evidence of the distributed engine's log: every record of every partition, read with kafkajs from the beginning.
import { randomUUID } from 'node:crypto';
import { eventTopics } from '@jiangong/contracts';
import { Kafka, logLevel } from 'kafkajs';
import type { LogRecord } from './evidence.ts';

/** @param namespace what goes before the topics' names */
export async function readKafka(url: string, namespace: string): Promise<LogRecord[]> {
  const brokers = url.replace('kafka://', '').split(',');
  const kafka = new Kafka({ brokers, clientId: 'checker', logLevel: logLevel.NOTHING, retry: { retries: 50 } });
  const names = eventTopics.map((topic) => `${namespace}.${topic}`);
  const admin = kafka.admin();
  await admin.connect();
  const ends = new Map<string, number>();
  for (const topic of names)
    for (const { partition, high } of await admin.fetchTopicOffsets(topic))
      if (Number(high) > 0) ends.set(`${topic} ${partition}`, Number(high));
  const groupId = `${namespace}.checker.${randomUUID()}`;
  const records: LogRecord[] = [];
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topics: names, fromBeginning: true });
  if (ends.size > 0)
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload: { error } }) => reject(error));
      const eachMessage: Parameters<typeof consumer.run>[0] = {
        async eachMessage({ topic, partition, message }) {
          const value = JSON.parse(message.value!.toString());
          records.push({ topic, partition, key: message.key?.toString() ?? '', value });
          const place = `${topic} ${partition}`;
          if (Number(message.offset) + 1 >= (ends.get(place) ?? 0)) ends.delete(place);
          if (ends.size === 0) resolve();
        },
      };
      consumer.run(eachMessage).catch(reject);
    });
  await consumer.disconnect();
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
  return records;
}
