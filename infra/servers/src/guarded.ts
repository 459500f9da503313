// A server process that cannot outlive us: its keeper, a shell, waits at our pipe. When the pipe closes without a word,
// because we died, it kills the server and clears its folder away.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Guarded {
  pid: number;
  /** Ends it: `SIGTERM` in good order, `SIGKILL` as a power cut would. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const KEEPER = '"$@" </dev/null & echo $! >&3; exec 3>&-; read word || { kill -9 $!; wait; rm -rf "$0"; }';
const START_MS = 60_000;

/** Starts a server whose files are in `folder`, and waits until it answers. Its output goes to `server.log` there. */
export async function guarded(
  command: readonly string[],
  folder: string,
  answers: () => Promise<boolean>,
): Promise<Guarded> {
  const logFile = join(folder, 'server.log');
  const out = openSync(logFile, 'a');
  const keeper = spawn('/bin/sh', ['-c', KEEPER, folder, ...command], {
    // A group of its own, so that Ctrl-C reaches us alone and we end it in good order.
    detached: true,
    stdio: ['pipe', out, out, 'pipe'],
  });
  closeSync(out);
  keeper.unref();
  const pid = await pidOf(keeper);
  const end: Guarded['end'] = async (signal) => {
    if (isAlive(pid)) process.kill(pid, signal);
    while (isAlive(pid)) await sleep(20);
    // Awaited from here on: nothing else may be left to keep us until it is gone.
    keeper.ref();
    keeper.stdin!.end('done\n');
    if (keeper.exitCode === null && keeper.signalCode === null) await once(keeper, 'exit');
  };
  for (let waited = 0; !(await answers()); waited += 100) {
    if (!isAlive(pid) || waited > START_MS) {
      await end('SIGKILL');
      const said = readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
      throw new Error(`${command[0]} did not come up:\n${said}`);
    }
    await sleep(100);
  }
  return { pid, end };
}

async function pidOf(keeper: ChildProcess): Promise<number> {
  let said = '';
  for await (const chunk of keeper.stdio[3] as unknown as AsyncIterable<Buffer>) {
    said += chunk;
    if (said.endsWith('\n')) break;
  }
  return Number(said);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Where nobody collects the dead, they still have a number.
    return process.platform !== 'linux' || !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Sends one request and gives the answer's first bytes; undefined if nobody answers. */
export function exchange(port: number, request: Buffer): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    const done = (answer?: Buffer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => done());
    socket.once('data', done);
    socket.once('error', () => done());
    socket.once('end', () => done());
  });
}
