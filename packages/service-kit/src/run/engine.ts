// The two engines, chosen by URL: embedded (SQLite) or distributed (MongoDB and Kafka), never a mixture. An adapter is
// imported when it is chosen, so the embedded engine loads no client of a server.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceName } from '@jiangong/contracts';
import type { Logger } from 'pino';
import type { OpenFiles } from '../files/port.ts';
import type { EventLog } from '../log/port.ts';
import type { SqliteLogOptions } from '../log/sqlite.ts';
import { lockFolder } from '../sqlite/lock.ts';
import { type Tightened, tighten } from '../sqlite/private-folder.ts';
import type { OpenStore, Store } from '../store/port.ts';
import type { Config } from './config.ts';
import { isForPeople, textOf } from './reason.ts';

/** The store and the log of a deployment. */
interface Engine {
  openStore: OpenStore;
  /** The files of a service, beside its store. */
  openFiles: OpenFiles;
  log: EventLog;
  /** Gives back what the engine held. */
  release(): void;
}
type Settings = Pick<Config, 'STORE_URL' | 'LOG_URL'>;

/**
 * Opens the engine that the addresses of store and log name; refuses a mixture of embedded and distributed.
 * @example
 * ```ts
 * import { pino } from 'pino';
 * const tools = { options: {}, logger: pino({ level: 'silent' }), now: '2024-05-06T08:00:00Z' };
 * const { log, release } = await openEngine({ STORE_URL: 'memory:', LOG_URL: 'memory:' }, tools);
 * await log.held('awards.v1'); // → { records: 0, lost: 0 }
 * release();
 * ```
 */
export async function openEngine(
  config: Settings,
  { options, logger, now }: { options: SqliteLogOptions; logger: Logger; now: string },
): Promise<Engine> {
  const store = config.STORE_URL.startsWith('mongodb');
  const log = config.LOG_URL.startsWith('kafka');
  if (store !== log) throw new Error(mixture(config));
  return store ? distributed(config, logger) : embedded(config, options, logger, now);
}

async function embedded(
  { STORE_URL, LOG_URL }: Settings,
  options: SqliteLogOptions,
  logger: Logger,
  now: string,
): Promise<Engine> {
  const { openSqliteStore } = await import('../store/sqlite.ts');
  const { openSqliteLog } = await import('../log/sqlite.ts');
  const { oweToNewLog } = await import('../log/rebuild.ts');
  const release = STORE_URL.startsWith('file:') ? lockFolder(STORE_URL.slice('file:'.length), now) : () => {};
  for (const url of new Set([STORE_URL, LOG_URL]))
    if (url.startsWith('file:')) sayTightened(tighten(url.slice('file:'.length)), logger);
  // Locked first: what the journals owe to a log that was taken away is for their holder to write.
  if (STORE_URL.startsWith('file:') && STORE_URL === LOG_URL) oweToNewLog(STORE_URL.slice('file:'.length));
  const { openFolder: openFiles } = await import('../files/folder.ts');
  return { openStore: openSqliteStore, openFiles, log: await openSqliteLog(LOG_URL, options), release };
}

function sayTightened({ tightened, open }: Tightened, logger: Logger) {
  if (tightened.length > 0)
    logger.warn({ tightened }, '已收回其他账户对数据的权限 / other accounts can no longer read or write the data');
  if (open.length > 0)
    logger.warn(
      { open },
      `其他账户仍可读写 ${open}：请将其归本账户所有并设为 700/600 / other accounts can still read or write ${open}: ` +
        'give it to the account that runs this, with mode 700 or 600',
    );
}

async function distributed({ LOG_URL }: Settings, logger: Logger): Promise<Engine> {
  const { openMongoStore } = await import('../store/mongo.ts');
  const { openKafkaLog } = await import('../log/kafka.ts');
  const onWarning = (text: string, details: unknown) => logger.warn({ kafka: details }, text);
  const present = <T>(setting: keyof Settings, url: string, open: () => Promise<T>) =>
    waitingFor(
      (text) => logger.warn(text),
      () => reached(setting, url, open),
    );
  const openStore: OpenStore = (url, ...rest) => present('STORE_URL', url, () => openMongoStore(url, ...rest));
  const log = await present('LOG_URL', LOG_URL, () => openKafkaLog(LOG_URL, { onWarning }));
  const { openGridFs } = await import('../files/gridfs.ts');
  const openFiles: OpenFiles = (url, service) => present('STORE_URL', url, () => openGridFs(url, service));
  return { openStore, openFiles, log, release: () => {} };
}

/**
 * The store of one service for a tool; that of a data folder only while no other process holds it.
 * @example
 * ```ts
 * const noFolder = openStoreAlone({ STORE_URL: 'file:/nowhere' }, 'console', '2024-05-06T08:00:00Z');
 * (await noFolder.catch((error) => error)).message; // → '/nowhere 不是数据目录 / /nowhere is not a data folder'
 * ```
 */
export async function openStoreAlone(
  { STORE_URL: url }: Pick<Settings, 'STORE_URL'>,
  service: ServiceName,
  now: string,
): Promise<{ store: Store; close(): Promise<void> }> {
  const folder = url.startsWith('file:') ? url.slice('file:'.length) : undefined;
  if (folder && !existsSync(join(folder, `${service}.db`)))
    throw new Error(`${folder} 不是数据目录 / ${folder} is not a data folder`);
  const release = folder ? lockFolder(folder, now) : () => {};
  try {
    // Views are left as they are.
    const store = folder
      ? await (await import('../store/sqlite.ts')).openSqliteStore(url, service, [])
      : await reached('STORE_URL', url, async () =>
          (await import('../store/mongo.ts')).openMongoStore(url, service, []),
        );
    return {
      store,
      async close() {
        await store.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** Names the servers that cannot be used by their setting, and never by their password. */
async function reached<T>(setting: keyof Settings, url: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (isForPeople(error)) throw error;
    const hosts = /^[^:]+:\/\/(?:.*@)?([^/?]*)/.exec(url)?.[1];
    throw new Error(
      `无法使用 ${setting} 的服务器 ${hosts}：请检查地址、密码、证书与网络 / the servers of ${setting} at ${hosts} cannot be used: ` +
        `check address, password, certificate and network (${textOf(error)})`,
      { cause: error },
    );
  }
}

/** Tries again while servers are away, and says so each time; what is wrong in another way ends the start. */
async function waitingFor<T>(say: (text: string) => void, open: () => Promise<T>): Promise<T> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS))
    try {
      return await open();
    } catch (error) {
      if (!AWAY.test(textOf((error as Error).cause))) throw error;
      say(`${waitMs / 1000} 秒后再试 / trying again in ${waitMs / 1000} s: ${(error as Error).message}`);
      await sleep(waitMs);
    }
}
/** What the clients of both servers say of one that may come yet; an unknown name or a refused password stays as it is. */
const AWAY = /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|Connection timeout/;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

const schemeOf = (url: string) => `${url.split(':')[0]}:`;
const mixture = ({ STORE_URL, LOG_URL }: Settings) =>
  `STORE_URL（${schemeOf(STORE_URL)}）与 LOG_URL（${schemeOf(LOG_URL)}）须为同一种引擎：` +
  '要么都是 file:（嵌入式），要么是 mongodb: 与 kafka:（分布式）。\n' +
  `STORE_URL (${schemeOf(STORE_URL)}) and LOG_URL (${schemeOf(LOG_URL)}) must be of one engine: ` +
  'either both file: (embedded), or mongodb: and kafka: (distributed).';
