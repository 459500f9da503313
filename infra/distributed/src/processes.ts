// Processes of the product on this machine: started from their own entry points, awaited until ready, ended in good order.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Process {
  name: string;
  url: string;
  pid: number;
  /** What it has printed. */
  printed(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves when it has ended, by whomever: with its exit code, or the signal. */
  ended: Promise<number | NodeJS.Signals>;
}
export type Settings = Record<string, string>;

const READY_MS = 90_000;
/** A probe without an answer by then is sent again. */
const PROBE_MS = 20_000;
/** Said once by the Kafka client in each process; harmless. */
const QUIETER = ['--disable-warning=TimeoutNegativeWarning'];
/** Where processes keep their modules compiled: who is started often starts in half the time. */
export const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'jiangong-compiled') };
const withStarter = import.meta.resolve('./with-starter.ts');
const entryOf = (service: string) =>
  fileURLToPath(new URL(`../../../services/${service}/src/main.ts`, import.meta.url));

export interface StartOptions {
  args?: string[];
  quiet?: boolean;
  /** Receives the output. */
  hear?: ((printed: string) => void) | undefined;
  preload?: string[];
  /** Words before the command: what it is to run under. */
  under?: string[];
  /** It is enough that it answers, after this time. */
  liveAfterMs?: number;
  /** It is killed after this time, ready or not. */
  dieAfterMs?: number | undefined;
}

/** Starts `services/<service>` on a port; resolves when it is ready. */
export async function startProcess(
  service: string,
  port: number,
  settings: Settings,
  { args = [], quiet = false, hear, preload = [], under = [], liveAfterMs = READY_MS, dieAfterMs }: StartOptions = {},
): Promise<Process> {
  const imports = [withStarter, ...preload].flatMap((module) => ['--import', module]);
  const command = [...under, process.execPath, ...QUIETER, ...imports, entryOf(service), ...args];
  const child = spawn(command[0]!, command.slice(1), {
    // A group of its own, so that Ctrl-C reaches us alone and we end it in good order.
    detached: true,
    env: { ...process.env, ...compiled, HOST: '127.0.0.1', ...settings, PORT: String(port) },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (dieAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), dieAfterMs);
  let printed = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    from.on('data', (chunk: Buffer) => {
      printed = (printed + chunk).slice(-100_000);
      hear?.(String(chunk));
      if (!quiet) to.write(chunk);
    });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  const url = `http://127.0.0.1:${port}`;
  const started: Process = {
    name: service,
    url,
    pid: child.pid!,
    printed: () => printed,
    async stop(signal = 'SIGTERM') {
      if (hasEnded(child)) return;
      child.kill(signal);
      await ended;
    },
    ended,
  };
  await ready(started, child, liveAfterMs);
  return started;
}

async function ready({ name, url, printed, stop }: Process, child: ChildProcess, liveAfterMs: number) {
  const since = Date.now();
  const end = since + READY_MS;
  // The console is ready when everything behind it is; that it lives is enough for the others to start.
  const path = name === 'console' ? '/live' : '/ready';
  for (let last = ''; ; ) {
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(PROBE_MS) }).catch((error) => {
      last = String(error);
      return undefined;
    });
    last = (await answer?.text().catch(() => undefined)) ?? last;
    if (answer?.ok || (answer && Date.now() > since + liveAfterMs)) return;
    if (hasEnded(child) || Date.now() > end) {
      // Killed by somebody else, that is, while it was starting.
      const by = child.signalCode ? ` (${child.signalCode})` : '';
      await stop('SIGKILL');
      throw new Error(`${name} did not come up${by}: ${last}\n${printed().slice(-3000)}`);
    }
    await sleep(100);
  }
}
const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

export async function freePorts(count: number): Promise<number[]> {
  const held = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = held.map((server) => (server.address() as { port: number }).port);
  for (const server of held) {
    server.close();
    await once(server, 'close');
  }
  return ports;
}
