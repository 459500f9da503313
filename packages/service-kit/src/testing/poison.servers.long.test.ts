import { inProcess, poisonSuite } from './poison.ts';
import { killedCopies } from './poison-killed.ts';
import { freshName, onServers, urls } from './servers.fixture.ts';

const env = () => {
  const name = freshName();
  return { STORE_URL: `${urls['mongo-replica-set']}/${name}`, LOG_URL: `${urls.kafka}/${name}` };
};
onServers('parking, two copies on MongoDB and Kafka', () => {
  poisonSuite('in peace', () => inProcess(env(), 2));
  poisonSuite('killed', () => killedCopies(env(), 2));
});
