// S14: the relay to a real Kafka against kafkajs' own batches.
import { competitions } from '@jiangong/competitions';
import { topics } from '@jiangong/contracts';
import { eventsOfCommit, recordOf, relayOf } from '@jiangong/service-kit/bench';
import { openKafkaLog } from '@jiangong/service-kit/log/kafka';
import { openSqliteStore } from '@jiangong/service-kit/store/sqlite';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { commitOf, ratioOf, secondsOf } from './servers-ratio.ts';

const EVENTS = 3000;
const BATCH = 100;

/** Journal → envelopes → Kafka, acknowledged → settled; the journal is in memory, so that Kafka's side is what is measured. */
export async function relay(kafkaUrl: string) {
  const log = await openKafkaLog(`${kafkaUrl}/bench-relay`);
  const store = await openSqliteStore('memory:', 'competitions', competitions.views);
  const relaying = relayOf({
    service: 'competitions',
    store,
    publish: (events) => log.publish(topics.competitions, events),
    onError(error) {
      throw error;
    },
  });
  const kafka = new Kafka({ brokers: [kafkaUrl.slice('kafka://'.length)], logLevel: logLevel.NOTHING, retry: {} });
  const producer = kafka.producer({
    idempotent: false,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const result = await ratioOf(
    'S14',
    EVENTS,
    async () => {
      const commits = Array.from({ length: EVENTS }, commitOf);
      await Promise.all(commits.map((commit) => store.write({ commit })));
      return secondsOf(async () => {
        for (const commit of commits) void relaying.enqueue(commit);
        await relaying.idle();
      });
    },
    async () => {
      const records = Array.from({ length: EVENTS }, commitOf).flatMap((commit) =>
        eventsOfCommit('competitions', commit).map((event) => recordOf(event)),
      );
      return secondsOf(async () => {
        for (let at = 0; at < records.length; at += BATCH)
          await producer.send({
            topic: `bench-relay.${topics.competitions}`,
            acks: -1,
            messages: records.slice(at, at + BATCH),
          });
      });
    },
  );
  await producer.disconnect();
  await log.close();
  await store.close();
  return { ...result, gate: 0.7 };
}
