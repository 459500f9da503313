import { poisonSuite } from './poison.ts';
import { freshName, onServers, urls } from './servers.fixture.ts';

onServers('parking, two copies on MongoDB and Kafka', () =>
  poisonSuite(() => {
    const name = freshName();
    return { STORE_URL: `${urls['mongo-replica-set']}/${name}`, LOG_URL: `${urls.kafka}/${name}` };
  }, 2),
);
