// An HR system's reader of the topic of grants, on Node 22.18 or later with kafkajs:
//   KAFKA_BROKERS=kafka-1:9092 TOPIC=awards.grants.v1 GROUP=hr DATABASE=honours.db node consumer.ts
// It stores a grant's newest revision, and its offset in the group is committed after that: an event may come twice and none is missed.
// TLS and SASL are settings of the client below.
import { Kafka, logLevel } from 'kafkajs';
import { store } from './honours.ts';

const { KAFKA_BROKERS = '127.0.0.1:9092', TOPIC = 'awards.grants.v1', GROUP = 'hr', ORG } = process.env;
const consumer = new Kafka({
  clientId: GROUP,
  brokers: KAFKA_BROKERS.split(','),
  logLevel: logLevel.NOTHING,
  // A broker that is away is waited for, however long that takes.
  retry: { retries: Number.MAX_SAFE_INTEGER, maxRetryTime: 10_000 },
}).consumer({ groupId: GROUP });

await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
await consumer.run({
  async eachMessage({ message }) {
    const { type, org, data } = JSON.parse(message.value!.toString());
    // What a later release adds is left alone, and so are other unions' grants.
    if (!['award-granted', 'award-corrected', 'award-revoked'].includes(type) || (ORG && org !== ORG)) return;
    store({ ...data, recipient: data.recipient.externalId, honour: data.honour.name });
  },
});
