// For tests: a whole installation in memory, and the year played against it with nobody looking.
import './cheap-hashes.fixture.ts';
import { awards } from '@jiangong/awards';
import { competitions } from '@jiangong/competitions';
import { consoleService } from '@jiangong/console';
import { contests } from '@jiangong/contests';
import { quarterlyChecks } from '@jiangong/quarterly-checks';
import { readConfig } from '@jiangong/service-kit/config';
import { type Running, type StartOptions, start } from '@jiangong/service-kit/start';
import { studioAlliances } from '@jiangong/studio-alliances';
import type { Credentials } from './cast.ts';
import { type PlayOptions, play } from './index.ts';
import type { Progress } from './progress.ts';

export const services = [competitions, quarterlyChecks, contests, studioAlliances, awards];

/** On this machine alone, which webhooks may call. */
export const here = { HOST: '127.0.0.1', WEBHOOK_ADDRESSES: '127.0.0.1' };

export interface Installation {
  url: string;
  admin: Credentials;
  running: Running;
}
export async function install(
  options: StartOptions = {},
  env: Record<string, string> = { STORE_URL: 'memory:', LOG_URL: 'memory:' },
): Promise<Installation> {
  const config = readConfig({ LOG_LEVEL: 'fatal', PORT: '0', ...here, ...env });
  let admin: Credentials | undefined;
  const console = consoleService((credentials) => {
    admin = credentials;
  });
  const running = await start([console, ...services], config, options);
  const url = await running.listen();
  if (!admin) throw new Error('the first administrator was announced before');
  return { url, admin, running };
}

export const unseen: Progress = { begin: () => {}, chapter: () => {}, step: () => {}, end: () => {} };
/** Nobody watches; what is printed and the whole report are returned. */
export async function playUnseen(options: Omit<PlayOptions, 'print' | 'report'>) {
  const brief: string[] = [];
  const lines: string[] = [];
  const report = (written: string[]) => {
    lines.push(...written);
    return 'data/demo.txt';
  };
  const { digest } = await play({ progress: unseen, ...options, print: (line) => brief.push(line), report });
  return { digest, lines, brief };
}

/** Announces every deadline that has passed, and waits until all that follows has arrived: nothing comes any more. */
export async function settle({ runtimes, lag }: Running): Promise<void> {
  async function commits() {
    let count = 0;
    for (const { store } of runtimes) for await (const _ of store.journal()) count += 1;
    return count;
  }
  for (let before = -1, now = await commits(); now !== before; now = await commits()) {
    before = now;
    for (const runtime of runtimes) await runtime.sweep();
    do await new Promise((resolve) => setTimeout(resolve, 50));
    while (Object.values(await lag()).some((behind) => behind > 0));
  }
}

export { passwordOf } from './cast.ts';
