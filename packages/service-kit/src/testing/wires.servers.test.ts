// The wires to Kafka and MongoDB can be encrypted and ask for passwords, by URL and files alone; what is not as the URL says is
// refused, and no service starts then.
import { type CloudEvent, derivedId, topics } from '@jiangong/contracts';
import { type SecureServers, secureServers } from '@jiangong/servers/secure';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openKafkaLog } from '../log/kafka.ts';
import { eventsOfCommit } from '../relay/envelope.ts';
import { openEngine } from '../run/engine.ts';
import { openMongoStore } from '../store/mongo.ts';
import type { Commit } from '../store/port.ts';
import { counter } from './counter.fixture.ts';
import { onServers } from './servers.fixture.ts';

const id = derivedId('wires', 1);
const data = { unit: id, kind: 'branch', code: 'a', shortName: '甲', name: '甲公司' };
const commit: Commit = {
  stream: `unit/${id}`,
  version: 1,
  events: [{ type: 'unit-registered', version: 1, data }],
  cause: 'wires',
  org: 'o',
  actor: 'a',
  time: '2024-01-01T00:00:00+08:00',
  correlation: id,
  causation: id,
  answer: { status: 201, id, version: 1 },
};

onServers('TLS and passwords', () => {
  let s: SecureServers;
  let missing: string | undefined;
  beforeAll(async () => {
    const running = await secureServers();
    if ('missing' in running) missing = running.missing;
    else s = running;
  });
  afterAll(() => s?.stop());
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  const kafka = (sasl: string, password = s.password, ca = s.ca) =>
    `kafka://${s.user}:${password}@${s.kafka}/${sasl}?ca=${ca}&sasl=${sasl}`;
  const mongo = (password = s.password, ca = s.ca) =>
    `mongodb://${s.user}:${password}@${s.mongo}/wires?authSource=admin&tls=true&tlsCAFile=${ca}`;

  for (const sasl of ['scram-sha-512', 'plain'])
    test(`a commit is stored and an event published, by ${sasl}`, async () => {
      const settings = { STORE_URL: mongo(), LOG_URL: kafka(sasl) };
      const logger = pino({ level: 'silent' });
      const { openStore, log } = await openEngine(settings, { options: {}, logger, now: commit.time });
      const store = await openStore(settings.STORE_URL, 'competitions', counter.views);
      await store.write({ commit: { ...commit, cause: sasl } });
      expect((await store.read(commit.stream, 0)).length).toBe(1);
      const events: CloudEvent[] = eventsOfCommit('competitions', commit);
      await log.publish(topics.competitions, events);
      const ending = new AbortController();
      const keys: string[] = [];
      await log.subscribe({
        group: 'wires',
        topics: [topics.competitions],
        from: [],
        async onRecord({ key }) {
          keys.push(key);
          ending.abort();
        },
        signal: ending.signal,
      });
      expect(keys).toEqual([commit.stream]);
      await log.close();
      await store.close();
    });

  test('a wrong password, another authority, and no encryption are refused', async () => {
    await expect(openKafkaLog(kafka('scram-sha-512', 'wrong'))).rejects.toThrow(/authentication/i);
    await expect(openKafkaLog(kafka('scram-sha-512', s.password, s.otherCa))).rejects.toThrow();
    await expect(openKafkaLog(`kafka://${s.user}:${s.password}@${s.kafka}/plain`)).rejects.toThrow();
    await expect(openMongoStore(mongo('wrong'), 'competitions', [])).rejects.toThrow(/auth/i);
    await expect(openMongoStore(mongo(s.password, s.otherCa), 'competitions', [])).rejects.toThrow();
    await expect(openMongoStore(`mongodb://${s.mongo}/wires`, 'competitions', [])).rejects.toThrow(/auth/i);
  });
});
