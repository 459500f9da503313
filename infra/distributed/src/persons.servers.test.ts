// The same on MongoDB and Kafka as on the embedded engine: what was erased while a service was away is erased there, too.
import { registeredFollowedErased } from '@jiangong/all-in-one/src/persons.fixture.ts';
import { test } from 'vitest';
import { freshUrls, onServers } from './servers.fixture.ts';

onServers('persons on MongoDB and Kafka', () => {
  test('a person erased while the awards were away is erased there when they come back, and no journal or event ever had the name', {
    timeout: 120_000,
  }, async () => {
    const { storeUrl, logUrl } = freshUrls('persons');
    await registeredFollowedErased({ STORE_URL: storeUrl, LOG_URL: logUrl });
  });
});
