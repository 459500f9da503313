// The two engines, chosen by URL: embedded (SQLite) or distributed (MongoDB and Kafka), never a mixture. An adapter is
// imported when it is chosen, so the embedded engine loads no client of a server.
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { lockFolder } from './lock.ts';
import type { EventLog } from './log/port.ts';
import type { SqliteLogOptions } from './log/sqlite.ts';
import type { OpenStore } from './store/port.ts';

export interface Engine {
  openStore: OpenStore;
  log: EventLog;
  /** Gives back what the engine held. */
  release(): void;
}
type Settings = Pick<Config, 'STORE_URL' | 'LOG_URL'>;

export async function openEngine(
  config: Settings,
  { options, logger, now }: { options: SqliteLogOptions; logger: Logger; now: string },
): Promise<Engine> {
  const store = config.STORE_URL.startsWith('mongodb');
  const log = config.LOG_URL.startsWith('kafka');
  if (store !== log) throw new Error(mixture(config));
  return store ? distributed(config, logger) : embedded(config, options, now);
}

async function embedded({ STORE_URL, LOG_URL }: Settings, options: SqliteLogOptions, now: string): Promise<Engine> {
  const { openSqliteStore } = await import('./store/sqlite.ts');
  const { openSqliteLog } = await import('./log/sqlite.ts');
  const { oweToNewLog } = await import('./log/anew.ts');
  const release = STORE_URL.startsWith('file:') ? lockFolder(STORE_URL.slice('file:'.length), now) : () => {};
  // Locked first: what the journals owe to a log that was taken away is for their holder to write.
  if (STORE_URL.startsWith('file:') && STORE_URL === LOG_URL) oweToNewLog(STORE_URL.slice('file:'.length));
  return { openStore: openSqliteStore, log: await openSqliteLog(LOG_URL, options), release };
}

async function distributed({ LOG_URL }: Settings, logger: Logger): Promise<Engine> {
  const { openMongoStore } = await import('./store/mongo.ts');
  const { openKafkaLog } = await import('./log/kafka.ts');
  const onWarning = (text: string, details: unknown) => logger.warn({ kafka: details }, text);
  return { openStore: openMongoStore, log: await openKafkaLog(LOG_URL, { onWarning }), release: () => {} };
}

const schemeOf = (url: string) => `${url.split(':')[0]}:`;
const mixture = ({ STORE_URL, LOG_URL }: Settings) =>
  `STORE_URL（${schemeOf(STORE_URL)}）与 LOG_URL（${schemeOf(LOG_URL)}）须为同一种引擎：` +
  '要么都是 file:（嵌入式），要么是 mongodb: 与 kafka:（分布式）。\n' +
  `STORE_URL (${schemeOf(STORE_URL)}) and LOG_URL (${schemeOf(LOG_URL)}) must be of one engine: ` +
  'either both file: (embedded), or mongodb: and kafka: (distributed).';
