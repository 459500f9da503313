// Real Kafka and MongoDB for tests: given by URL, else in containers where Docker answers, else local ones; else it is
// said what the machine lacks. Servers started here never outlive the process that started them.
import { Lacking, type Missing } from './download.ts';
import { localKafka } from './kafka.ts';
import { localMongo } from './mongo.ts';
import type { Server } from './server.ts';

export { orMissing } from './download.ts';
export type { Server } from './server.ts';

export type ServerKind = 'kafka' | 'mongo' | 'mongo-replica-set';
export type Servers<K extends ServerKind> = {
  from: 'given' | 'containers' | 'local';
  server: Record<K, Server>;
  stop(): Promise<void>;
};

const givenBy = { kafka: 'TEST_KAFKA_URL', mongo: 'TEST_MONGO_URL', 'mongo-replica-set': 'TEST_MONGO_URL' } as const;
const starters = {
  local: {
    kafka: (at?: number) => localKafka(at ? { 'advertised.listeners': `PLAINTEXT://127.0.0.1:${at}` } : {}),
    mongo: () => localMongo(false),
    'mongo-replica-set': () => localMongo(true),
  },
  async containers() {
    const { dockerAnswers, kafkaContainer, mongoContainer } = await import('./containers.ts');
    if (!(await dockerAnswers())) return undefined;
    return {
      kafka: kafkaContainer,
      mongo: () => mongoContainer(false),
      'mongo-replica-set': () => mongoContainer(true),
    };
  },
};

/**
 * Starts the requested servers. With REQUIRE_SERVERS=1 what is missing is an error.
 * @param kafkaAt the port where clients are to reach a local Kafka, if not its own: a broker advertises its address
 */
export async function servers<K extends ServerKind>(
  kinds: readonly K[],
  { kafkaAt }: { kafkaAt?: number } = {},
): Promise<Servers<K> | Missing> {
  const given = kinds.map((kind) => process.env[givenBy[kind]]);
  if (given.every((url) => url))
    return started('given', kinds, (_, index) => Promise.resolve(givenServer(given[index]!)));
  const containers = await starters.containers();
  const from = containers ? 'containers' : 'local';
  try {
    return await started(from, kinds, (kind, index) =>
      given[index] ? Promise.resolve(givenServer(given[index])) : (containers ?? starters.local)[kind](kafkaAt),
    );
  } catch (error) {
    if (!(error instanceof Lacking)) throw error;
    const missing = `缺少 / missing: ${error.message}. Docker, or TEST_KAFKA_URL and TEST_MONGO_URL, would do as well.`;
    if (process.env.REQUIRE_SERVERS === '1') throw new Error(`REQUIRE_SERVERS=1, but servers cannot run: ${missing}`);
    return { missing };
  }
}

async function started<K extends ServerKind>(
  from: Servers<K>['from'],
  kinds: readonly K[],
  start: (kind: K, index: number) => Promise<Server>,
): Promise<Servers<K>> {
  const results = await Promise.allSettled(kinds.map(start));
  const running = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
  };
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    from,
    server: Object.fromEntries(kinds.map((kind, index) => [kind, running[index]!])) as Record<K, Server>,
    stop,
  };
}

const refuse = async () => {
  throw new Error('a server given by URL is not ours to end');
};
const givenServer = (url: string): Server => ({ url, kill: refuse, again: refuse, stop: async () => {} });
