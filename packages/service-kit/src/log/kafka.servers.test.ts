import { topics } from '@jiangong/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { freshName, onServers, urls } from '../testing/servers.fixture.ts';
import { logConformance } from './conformance.ts';
import { openKafkaLog } from './kafka.ts';
import { openPlatformaticLog } from './platformatic.fixture.ts';
import type { EventLog } from './port.ts';

const freshWith = (open: (url: string) => Promise<EventLog>) => async () => {
  const namespace = freshName();
  return {
    open: () => open(`${urls.kafka}/${namespace}`),
    async remove() {
      const brokers = [urls.kafka.slice('kafka://'.length)];
      const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: {} }).admin();
      await admin.connect();
      await admin.deleteTopics({ topics: Object.values(topics).map((topic) => `${namespace}.${topic}`) });
      await admin.disconnect();
    },
  };
};
onServers('real Kafka', () => {
  logConformance({ name: 'Kafka by kafkajs', fresh: freshWith((url) => openKafkaLog(url)) });
  logConformance({ name: 'Kafka by another client', fresh: freshWith(openPlatformaticLog) });
});
