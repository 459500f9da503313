// An HR system's reader of the topic of grants, on Node 22.18 or later with kafkajs and the contracts:
//   KAFKA_BROKERS=kafka-1:9092 TOPIC=awards.grants.v1 GROUP=hr DATABASE=honours.db node consumer.ts
// It stores a grant's newest revision, and its offset in the group is committed after that: an event may come twice and none is missed.
// TLS and SASL are settings of the client below.
import { grant, readEvent } from '@jiangong/contracts';
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
    // What a later release adds is left alone, and so are other unions' grants.
    const event = readEvent(JSON.parse(message.value!.toString()));
    if (!event || !/^award-(granted|corrected|revoked)$/.test(event.type) || (ORG && event.org !== ORG)) return;
    const { recipient, honour, ...data } = grant.parse(event.data);
    // Of a person an event has the id alone, the one that inbound HR was answered with.
    store({ ...data, recipient: recipient.externalId ?? recipient.id, honour: honour.name });
  },
});
