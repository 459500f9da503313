import { expect, test } from 'vitest';
import { freshName, onServers, urls } from '../testing/servers.fixture.ts';
import { memoryUsed } from './memory-used.fixture.ts';

onServers('memory', () => {
  test('fifty megabytes go up into GridFS and come down within 64 MB of memory above idle', async () => {
    const name = freshName();
    const used = await memoryUsed({
      STORE_URL: `${urls['mongo-replica-set']}/${name}`,
      LOG_URL: `${urls.kafka}/${name}`,
    });
    console.log(`50 MB, GridFS: ${used.up} MB above idle up, ${used.down} MB down`);
    expect(Math.max(used.up, used.down)).toBeLessThanOrEqual(64);
  });
});
