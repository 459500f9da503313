// Databases that an earlier release was killed on open in today's code, over a log rebuilt from the journals: nothing is
// lost, and it plays on.
import { join } from 'node:path';
import { readKafka } from '@jiangong/kills/src/check/kafka.ts';
import { readMongo } from '@jiangong/kills/src/check/mongo.ts';
import type { Provided } from '@jiangong/servers/vitest';
import { rebuildLog } from '@jiangong/service-kit/migrate';
import { describe, expect, inject, test } from 'vitest';
import { restore } from './databases.ts';
import { fixtureOf, releases, startToday } from './fixtures.ts';
import { clean, killedInTheMiddle, opensAsItWas, playsOn, redrives, verdictOn } from './opened.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: Provided;
  }
}
const provided = inject('servers');
const urls = 'urls' in provided ? provided.urls : { kafka: '', mongo: '', 'mongo-replica-set': '' };

describe.runIf('urls' in provided)('on MongoDB and Kafka', () => {
  test.for(releases)('databases of %s open, redrive what was parked, and play on', async (release) => {
    const { place, recorded } = fixtureOf(release, 'distributed');
    const name = `upgrade-${process.pid}-${release.replaceAll('.', '-')}`;
    const mongo = urls['mongo-replica-set'];
    const [STORE_URL, LOG_URL] = [`${mongo}/${name}`, `${urls.kafka}/${name}`];
    const older = await restore(mongo, name, join(place, 'databases.ejsonl.br'));
    const before = { services: await readMongo(mongo, name) };
    killedInTheMiddle(before);
    const written = await rebuildLog(STORE_URL, LOG_URL);
    // Services that came later have written nothing yet.
    const none = Object.keys(written).filter((service) => written[service] === 0);
    expect(none).toEqual(['contests']);

    const { running, url } = await startToday({ STORE_URL, LOG_URL });
    try {
      const { cast, notes } = await opensAsItWas(url, recorded);
      await redrives(url, cast, recorded);
      await playsOn(cast, recorded);
      const evidence = async () => ({
        services: await readMongo(mongo, name, older),
        log: await readKafka(urls.kafka, name),
      });
      expect(await verdictOn({ running, recorded, cast, notes, before }, evidence)).toEqual(clean);
    } finally {
      await running.stop();
    }
  });
});
