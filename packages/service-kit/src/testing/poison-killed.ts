// Copies of the counter service in processes of their own, which are killed while they work and begin anew.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Poisoned } from './poison.ts';
import type { Answered, Request } from './poison-copy.fixture.ts';

const file = join(import.meta.dirname, 'poison-copy.fixture.ts');
/** From being up to being killed, in turn, within one strike. */
const LIVES_MS = [30, 250, 120];
const AGAIN_MS = 100;
const NODE_COMPILE_CACHE = join(tmpdir(), 'jiangong-compiled');

/** @param env where the engine is */
export async function killedCopies(env: Record<string, string>, count: number): Promise<Poisoned> {
  const copies: (ChildProcess | undefined)[] = [];
  let mended = false;
  let numbers = 0;
  let kills = 0;

  async function begin(place: number) {
    const execArgv = ['--disable-warning=TimeoutNegativeWarning'];
    const copy = fork(file, {
      execArgv,
      env: { ...process.env, NODE_COMPILE_CACHE, ...env, MENDED: mended ? '1' : '' },
    });
    const end = once(copy, 'exit').then(() => 'ended');
    const [said] = await Promise.race([once(copy, 'message'), end]);
    if (said !== 'ready') throw new Error('a copy did not come up');
    copies[place] = copy;
  }
  async function kill(place: number) {
    const copy = copies[place]!;
    copies[place] = undefined;
    copy.kill('SIGKILL');
    await once(copy, 'exit');
    kills += 1;
  }
  async function again(place: number) {
    await kill(place);
    await begin(place);
  }

  /** Undefined if it died before it answered. */
  function askOf(copy: ChildProcess, request: Request): Promise<Answered | undefined> {
    const number = ++numbers;
    return new Promise((resolve) => {
      const hear = (answer: Answered) => {
        if (answer.number === number) done(answer);
      };
      const gone = () => done(undefined);
      const done = (answer: Answered | undefined) => {
        copy.off('message', hear).off('exit', gone);
        resolve(answer);
      };
      copy.setMaxListeners(0).on('message', hear).on('exit', gone);
      copy.send({ number, request }, (error) => error && gone());
    });
  }

  const places = Array.from({ length: count }, (_, place) => place);
  await Promise.all(places.map(begin));
  return {
    async call(...request) {
      for (;;) {
        const up = copies.filter((copy) => copy !== undefined);
        const copy = up[numbers % up.length];
        const answer = copy && (await askOf(copy, request));
        if (answer && answer.status !== 503) return answer;
        await sleep(AGAIN_MS);
      }
    },
    async strike() {
      const struck = places.map(async (place) => {
        for (const life of LIVES_MS) {
          await sleep(life * (place + 1));
          await again(place);
        }
      });
      await Promise.all(struck);
    },
    async mend() {
      mended = true;
      await Promise.all(places.map(again));
    },
    async stop() {
      await Promise.all(places.map(kill));
      process.stderr.write(`parking: ${kills} kills\n`);
    },
  };
}
