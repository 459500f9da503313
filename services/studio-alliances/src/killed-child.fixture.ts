// For tests: the service in a process of its own over one folder, killed and begun again, and requests to it.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { type Plant, plants } from './killed-plants.fixture.ts';
import { studioAlliances } from './service.ts';

export function openChild(plant?: Plant) {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-killed-'));
  let child: ChildProcess | undefined;
  let gone: Promise<unknown> = Promise.resolve();
  let at: { url: string; token: string } | undefined;

  /**
   * @param now where the clock stands; the machine's runs on
   * @returns whether it came to its first request: a failpoint may lie before that
   */
  async function begin(failpoint?: string, now = ''): Promise<boolean> {
    const env = { ...process.env, ...(failpoint ? { FAILPOINT: failpoint } : {}) };
    const given = [folder, now, plant ?? ''];
    child = fork(new URL('./killed.fixture.ts', import.meta.url), given, { stdio: 'inherit', env });
    gone = once(child, 'exit');
    at = await Promise.race([once(child, 'message').then(([message]) => message), gone.then(() => undefined)]);
    return at !== undefined;
  }
  async function kill() {
    child?.kill('SIGKILL');
    await gone;
  }
  async function call(method: string, path: string, body?: object | string, key?: string) {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const answer = await fetch(`${at!.url}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${at!.token}`,
        ...(body === undefined ? {} : { 'content-type': type }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
    return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as any };
  }
  return {
    begin,
    kill,
    call,
    /** When it is gone, by whatever. */
    ended: () => gone,
    // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the rows
    async all(path: string): Promise<any[]> {
      const items = [];
      for (let cursor = ''; ; ) {
        const { body } = await call('GET', `${path}?limit=200${cursor}`);
        items.push(...body.items);
        if (!body.next) return items;
        cursor = `&cursor=${body.next}`;
      }
    },
    /** What is left is done by the test's own process, with the same rules, and looked at once nothing is under way. */
    async lastly<T>(now: string, look: (t: Testing) => Promise<T>): Promise<T> {
      await kill();
      const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
      const t = await startTesting([plant ? plants[plant]() : studioAlliances], { env, now: () => now });
      try {
        await t.quiet();
        return await look(t);
      } finally {
        await t.stop();
      }
    },
    async remove() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}
