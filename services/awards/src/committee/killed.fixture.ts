// For tests: the process of awards, begun over one folder with a failpoint or without, and requests to it by whom a test says.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import type { Plant } from './killed-plants.fixture.ts';

export function openChild(plant?: Plant) {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-awards-killed-'));
  let child: ChildProcess | undefined;
  let gone: Promise<unknown> = Promise.resolve();
  let at: { url: string; tokens: Record<string, string> } | undefined;
  let requests = 0;

  /** @returns whether it came to its first request: a place may lie before that */
  async function begin(place?: `${Failpoint}:${number}`): Promise<boolean> {
    const env = { ...process.env, ...(place ? { FAILPOINT: place } : {}) };
    const file = new URL('./killed-child.fixture.ts', import.meta.url);
    child = fork(file, [folder, plant ?? ''], { stdio: 'inherit', env });
    gone = once(child, 'exit');
    at = await Promise.race([once(child, 'message').then(([message]) => message), gone.then(() => undefined)]);
    return at !== undefined;
  }
  async function end() {
    child?.kill('SIGKILL');
    await gone;
  }
  /** Each request under a key of its own, as somebody sends who does not know whether the one before arrived. */
  async function call(who: string, method: string, path: string, body?: object) {
    requests += 1;
    const answer = await fetch(`${at!.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${at!.tokens[who]}`,
        'content-type': 'application/json',
        'idempotency-key': `${requests}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
    return { status: answer.status, body: (await answer.json()) as any };
  }
  return {
    begin,
    end,
    call,
    /**
     * Whether a request sent while the place is armed ended the process, by itself or by what follows from it. Then it lives again.
     */
    async dies(place: `${Failpoint}:${number}`, request: () => Promise<unknown>): Promise<boolean> {
      const isUp = await begin(place);
      const answer = isUp ? await request().catch(() => undefined) : undefined;
      const waited = answer ? new Promise((resolve) => setTimeout(resolve, 500, false)) : gone.then(() => true);
      const isDead = await Promise.race([gone.then(() => true), waited]);
      await end();
      await begin();
      return isDead === true;
    },
    async remove() {
      await end();
      rmSync(folder, { recursive: true });
    },
  };
}
