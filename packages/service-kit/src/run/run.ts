// A process of the product: services from the settings of its environment until a signal or a fault ends it. Every end
// says why: one line for people on stderr and one record in the log; a signal, which asks for the end, has the record alone.
import closeWithGrace from 'close-with-grace';
import pino, { type Logger } from 'pino';
import type { Manifest } from '../define/service.ts';
import { type Config, configSchema, misspelt, readConfig } from './config.ts';
import { reasonOf } from './reason.ts';
import { type Running, start } from './start.ts';

const GRACE_MS = 10_000;

/**
 * Runs services until a signal; resolves when they listen, and what prevents that ends the process with its reason.
 * @param manifests what runs, or what makes it of the settings
 * @example
 * ```ts no_run
 * const { address } = await run([], { ...process.env, PORT: '8080' });
 * console.log(address);
 * ```
 */
export async function run(
  manifests: readonly Manifest[] | ((config: Config) => readonly Manifest[]),
  env: Record<string, string | undefined> = process.env,
): Promise<{ address: string; config: Config }> {
  // What this process makes (journals, keys, passwords, backups) is for its account alone.
  process.umask(0o077);
  const log = pino({ level: configSchema.shape.LOG_LEVEL.safeParse(env.LOG_LEVEL || undefined).data ?? 'info' });
  const fail = failing(log);
  let running: Running | undefined;
  closeWithGrace(
    {
      delay: GRACE_MS,
      logger: false,
      onTimeout: () => fail(new Error(late)),
      onSecondSignal: (signal) => log.warn({ signal }, 'stopped at once by a second signal'),
      onSecondError: fail,
    },
    async ({ err, signal }) => {
      if (signal) log.info({ signal }, 'stopping');
      else fail(err ?? new Error(idle));
      try {
        await running?.stop();
      } catch (error) {
        fail(error);
        throw error;
      }
      // Without a word from outside there is no good end.
      if (!signal) process.exit(1);
    },
  );
  try {
    const config = readConfig(env);
    for (const [given, setting] of misspelt(env))
      log.warn(
        `没有名为 ${given} 的配置，是否为 ${setting}？ / there is no setting ${given}; did you mean ${setting}?`,
      );
    running = await start(typeof manifests === 'function' ? manifests(config) : manifests, config);
    return { address: await running.listen(), config };
  } catch (error) {
    fail(error);
    process.exit(1);
  }
}

/** Says why the process ends, once; what fails after that, while it ends, is in the log alone. */
function failing(log: Logger): (error: unknown) => void {
  let said = false;
  return (error) => {
    const reason = reasonOf(error);
    const { name: type, code, stack } = (error ?? {}) as Error & { code?: string };
    const details = { type, code, ...(log.isLevelEnabled('debug') ? { stack } : {}) };
    if (said) return log.error(details, reason);
    said = true;
    process.stderr.write(`建功已停止 / Jiangong has stopped: ${reason}\n`);
    log.fatal(details, reason);
  };
}
const late = `${GRACE_MS / 1000} 秒内未能正常结束，已强行结束 / did not end within ${GRACE_MS / 1000} s and was cut off`;
const idle = '没有可做之事，启动未能完成 / nothing is left to wait for, though the start is not complete';
