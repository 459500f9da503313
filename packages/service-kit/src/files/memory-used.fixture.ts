// Fifty megabytes up and down, each through a process of its own, and how much memory it has taken above idle.
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { expect } from 'vitest';
import { formOf, formType, pdf } from './files.fixture.ts';

/** The largest that is taken. */
const SIZE = 50 * 1024 * 1024;

interface Way {
  keep(content: Buffer): Promise<string>;
  /** @returns the hash of what comes down */
  read(id: string): Promise<string>;
}
/** @returns megabytes above idle, at most */
async function measured(env: object, work: (way: Way) => Promise<void>): Promise<number> {
  const child = fork(new URL('./memory.fixture.ts', import.meta.url), [], { env: { ...process.env, ...env } });
  const gone = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the process ended by itself: ${code ?? signal}`);
  });
  gone.catch(() => {});
  const said = () => Promise.race([once(child, 'message'), gone]);
  try {
    const [{ url, token }] = (await said()) as [{ url: string; token: string }];
    const headers = { authorization: `Bearer ${token}` };
    const way: Way = {
      async keep(content) {
        const body = new Uint8Array(formOf('年度资料.pdf', content));
        const answer = await fetch(`${url}/api/files/unit`, {
          ...{ method: 'POST', headers: { ...formType, ...headers } },
          body,
        });
        expect(answer.status).toBe(201);
        return ((await answer.json()) as { id: string }).id;
      },
      async read(id) {
        const answer = await fetch(`${url}/api/files/unit/${id}`, { headers });
        expect(answer.status).toBe(200);
        const hash = createHash('sha256');
        for await (const part of answer.body!) hash.update(part);
        return hash.digest('hex');
      },
    };
    const memory = async () => {
      child.send('memory');
      return ((await said()) as [{ now: number; most: number }])[0];
    };
    // What the first file of any size loads is no part of it.
    await way.read(await way.keep(pdf()));
    const idle = await memory();
    await work(way);
    return Math.round((await memory()).most - idle.now);
  } finally {
    child.kill('SIGKILL');
    await gone.catch(() => {});
  }
}

export async function memoryUsed(env: { STORE_URL: string; LOG_URL: string }): Promise<{ up: number; down: number }> {
  const content = pdf('x'.repeat(SIZE - pdf('').length));
  randomBytes(SIZE / 2).copy(content, 1024);
  let id = '';
  const up = await measured(env, async ({ keep }) => {
    id = await keep(content);
  });
  const down = await measured(env, async ({ read }) => {
    expect(await read(id)).toBe(createHash('sha256').update(content).digest('hex'));
  });
  return { up, down };
}
