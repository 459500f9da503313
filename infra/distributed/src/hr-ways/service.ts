// The service of the HR tests in a process of its own, started again whenever it ends; what is wanted of it is said until it answers.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recipient, Reconciliation } from '@jiangong/contracts';
import { compiled } from '../processes.ts';
import { QUIETER } from './consumers.fixture.ts';

export type Grants = { grant: string; revision: number; status: string }[];
/** What can be wanted of it; each may be said again. */
export interface Operations {
  issue(data: { decision: string; recipients: Recipient[] }): Promise<void>;
  correct(data: { grant: string; recipientName: string }): Promise<void>;
  revoke(data: { decision: string }): Promise<void>;
  register(data: { id: string; url: string }): Promise<void>;
  secret(data: { webhook: string }): Promise<string>;
  sending(data: { webhook: string }): Promise<{ waiting: number; paused: boolean; behind: number }>;
  /** Commits that are not published. */
  backlog(data: object): Promise<number>;
  feed(data: object): Promise<Grants>;
  state(data: object): Promise<Grants>;
  file(data: { target: string }): Promise<string>;
  reconcile(data: { rows: Grants }): Promise<Reconciliation>;
}
export type Answer = { id: number; result: unknown } | { id: number; failed: string };

export interface ServiceOptions {
  storeUrl: string;
  logUrl: string;
  clockFrom: number;
  preload?: string[];
}
export type Service = ReturnType<typeof serviceOf>;

const AGAIN_MS = 200;
const MOST_TRIES = 1000;
const MOST_STARTS = 20;
const file = new URL('./service.fixture.ts', import.meta.url);

export function serviceOf({ storeUrl, logUrl, clockFrom, preload = [] }: ServiceOptions) {
  const execArgv = [...QUIETER, ...preload.flatMap((module) => ['--import', module])];
  let isStopping = false;
  let failpoint = '';
  let current: ChildProcess | undefined;
  /** Resolved while a process can be spoken to. */
  let life = Promise.withResolvers<ChildProcess>();
  let isReady = false;
  let ids = 0;
  let deaths = 0;
  /** In a row, that led to nothing. */
  let starts = 0;

  function noLongerReady() {
    if (isReady) life = Promise.withResolvers();
    isReady = false;
  }
  async function live() {
    while (!isStopping) {
      const env = { ...process.env, ...compiled, STORE_URL: storeUrl, LOG_URL: logUrl };
      const child = fork(file, {
        execArgv,
        env: { ...env, CLOCK_FROM: `${clockFrom}`, FAILPOINT: failpoint, LOG_LEVEL: 'fatal' },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      failpoint = '';
      current = child;
      let said = '';
      child.stderr!.on('data', (part) => {
        said += part;
      });
      const ended = once(child, 'exit');
      const first = await Promise.race([once(child, 'message'), ended]);
      isReady = first[0] === 'ready' && !child.killed;
      if (isReady) life.resolve(child);
      starts = isReady ? 0 : starts + 1;
      if (starts > MOST_STARTS) life.reject(new Error(`it does not start: ${said}`));
      const [, signal] = await ended;
      if (signal === 'SIGKILL') deaths += 1;
      noLongerReady();
      // It may have ended because what it needs is away.
      await sleep(AGAIN_MS);
    }
  }
  const living = live();

  async function say(child: ChildProcess, what: string, data: object): Promise<Answer | undefined> {
    ids += 1;
    const id = ids;
    return new Promise((resolve) => {
      function settle(answer?: Answer) {
        child.off('message', hear);
        child.off('exit', gone);
        resolve(answer);
      }
      const gone = () => settle();
      const hear = (answer: Answer) => answer.id === id && settle(answer);
      child.on('message', hear);
      child.once('exit', gone);
      if (!child.connected || child.exitCode !== null || child.signalCode !== null) return settle();
      child.send({ id, what, data }, (error) => error && settle());
    });
  }
  return {
    async call<W extends keyof Operations>(what: W, data: Parameters<Operations[W]>[0]) {
      for (let tries = 0; ; tries += 1) {
        const answer = await say(await life.promise, what, data);
        if (answer && 'result' in answer) return answer.result as Awaited<ReturnType<Operations[W]>>;
        if (answer && tries > MOST_TRIES) throw new Error(`${what}: ${answer.failed}`);
        await sleep(AGAIN_MS);
      }
    },
    /** Ends it where it is. @param next where the life after it ends by itself */
    kill(next = '') {
      failpoint = next;
      noLongerReady();
      current?.kill('SIGKILL');
    },
    /** Resolves when it can be spoken to. */
    ready: () => life.promise.then(() => {}),
    /** How often it ended so. */
    deaths: () => deaths,
    async stop() {
      isStopping = true;
      current?.kill('SIGKILL');
      await living;
    },
  };
}
