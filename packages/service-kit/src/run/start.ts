// Starts services: one alone, or all in one process over one data folder and one port.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import pino from 'pino';
import type { Manifest } from '../define/service.ts';
import { clamd } from '../files/content/scanner.ts';
import { filesIn } from '../files/folder.ts';
import { buildApp } from '../http/app.ts';
import { remoteKeys, type Verify, verifier } from '../http/auth.ts';
import { frontedBy } from '../http/front/copies.ts';
import { frontOf } from '../http/front/front.ts';
import { sessionOf } from '../http/sessions.ts';
import type { SqliteLogOptions } from '../log/sqlite.ts';
import { backUp } from '../sqlite/backup.ts';
import type { Config } from './config.ts';
import { openEngine } from './engine.ts';
import { type Runtime, runtimeOf } from './runtime.ts';

/** What a test may set otherwise. */
export interface StartOptions extends SqliteLogOptions {
  /** The instant it is; the machine's clock unless a test says otherwise. */
  now?: () => string;
}
/** Services at work in one process. */
export interface Running {
  app: FastifyInstance;
  runtimes: Runtime[];
  /** Events that consumers have not been handed yet. */
  lag(): Promise<Record<string, number>>;
  /** @returns the address it listens on */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts services in this process, not yet listening; throws if the engine cannot be opened or nobody issues tokens.
 * @example
 * ```ts
 * import { readConfig } from '@jiangong/service-kit/config';
 * import { counter } from '@jiangong/service-kit/counter';
 * const memory = { STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'silent' };
 * const running = await start([counter], readConfig({ ...memory, JWKS_URL: 'http://127.0.0.1:8080/jwks.json' }));
 * (await running.app.inject('/api/units')).statusCode; // → 401
 * await running.stop();
 * ```
 */
export async function start(
  manifests: readonly Manifest[],
  config: Config,
  options: StartOptions = {},
): Promise<Running> {
  const now = options.now ?? (() => new Date().toISOString());
  const logger = pino({
    level: config.LOG_LEVEL,
    redact: ['req.headers.authorization', '*.password', '*.token', '*.contact'],
  });
  const { openStore, openFiles, log, release } = await openEngine(config, { options, logger, now: now() });
  const runtimes: Runtime[] = [];
  for (const manifest of manifests)
    runtimes.push(
      await runtimeOf(manifest, {
        openStore,
        storeUrl: config.STORE_URL,
        openFiles,
        scanner: config.CLAMD === undefined ? undefined : clamd(config.CLAMD),
        fileRetentionDays: config.FILE_RETENTION_DAYS,
        log,
        logger,
        now,
      }),
    );
  /** In one turn of the one thread that writes them, so the copies belong together. */
  function backup(): string {
    const folder = join(config.DATA, 'backups', now().replaceAll(':', '-'));
    backUp(folder, (files) => {
      for (const { manifest, store, files: desk } of runtimes) {
        // Rows first would be as good: in one turn neither changes.
        store.backup?.(files);
        desk?.content.backup?.(filesIn(files, manifest.name));
      }
      log.backup?.(files);
    });
    return folder;
  }
  let verify: Verify = () => undefined;
  const app = await buildApp({
    runtimes,
    log,
    logger,
    verify: () => verify,
    now,
    bodyLimit: config.BODY_LIMIT,
    metricsToken: config.METRICS_TOKEN,
    trustProxy: config.TRUST_PROXY,
    backup: config.STORE_URL.startsWith('file:') ? backup : undefined,
    front: config.SERVICES ? frontOf(frontedBy(config.SERVICES), logger) : undefined,
  });
  let keys: JWTVerifyGetKey | undefined = config.JWKS_URL ? remoteKeys(config.JWKS_URL) : undefined;
  for (const runtime of runtimes) {
    const opened = await runtime.manifest.open?.(app, runtime, config);
    keys = opened?.keys ?? keys;
  }
  if (!keys) throw new Error('没有签发者：请设置 JWKS_URL / no issuer: set JWKS_URL');
  // The issuer's own rows are the first to know.
  const store = (runtimes.find(({ manifest }) => manifest.name === 'console') ?? runtimes[0])?.store;
  verify = verifier(keys, {
    issuer: config.ISSUER,
    audience: config.AUDIENCE,
    nowMs: () => Date.parse(now()),
    sessionOf: async (id) => store && (await sessionOf(store, id)),
  });
  await app.ready();
  for (const runtime of runtimes) await runtime.begin();

  let stopped: Promise<void> | undefined;
  async function stop() {
    await app.close();
    for (const runtime of runtimes) await runtime.stop();
    await log.close();
    release();
  }
  return {
    app,
    runtimes,
    lag: () => log.lag(),
    listen: () => app.listen({ port: config.PORT, host: config.HOST }),
    stop: () => (stopped ??= stop()),
  };
}
