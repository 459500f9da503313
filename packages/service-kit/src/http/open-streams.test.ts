// A closed stream is let go at once; nobody holds more than so many; none outlives its token.
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { events } from '../define/routes.ts';
import { service } from '../define/service.ts';
import { watching } from '../run/watch.ts';
import { startTesting, type Testing, tokenOf } from '../testing/index.ts';
import { STREAMS_PER_PERSON } from './open-streams.ts';

const numbers = watching<{ n: number }>('numbers', 20);
let computed = 0;
/** Whether the answer changes with each computation. */
let isMoving = true;
const stream = service({
  ...{ name: 'competitions', streams: {}, views: [], reactions: [], deadlines: [] },
  routes: [
    events('/numbers/:key', {
      ...{ summary: ['数', 'Numbers'], roles: ['organiser'], params: z.object({ key: z.string() }), states: true },
      async stream({ params: { key }, companion, signal }) {
        if (key === 'none') return refuse('not-found', { what: key });
        const compute = async () => {
          computed += 1;
          return { n: isMoving ? computed : 0 };
        };
        return (await companion(numbers).watch(key, compute, signal)) ?? refuse('not-found', { what: key });
      },
    }),
  ],
});

let clock = Date.now();
let t: Testing;
let url: string;
beforeAll(async () => {
  t = await startTesting([stream], { now: () => new Date(clock).toISOString() });
  url = await t.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => t.stop());

const count = () => t.runtimes[0]!.companion(numbers).count();
async function open(sub: string, key: string) {
  const stop = new AbortController();
  const authorization = `Bearer ${await tokenOf({ org: 'o', sub, roles: ['organiser'] })}`;
  const answer = await fetch(`${url}/api/numbers/${key}`, { headers: { authorization }, signal: stop.signal });
  const reader = answer.body!.getReader();
  return { status: answer.status, answer, reader, close: () => stop.abort() };
}
/** Reads until something is said besides a comment. */
async function said({ reader }: Awaited<ReturnType<typeof open>>) {
  for (let text = ''; ; ) {
    if (text.includes('data: ')) return text;
    const { value, done } = await reader.read();
    if (done) throw new Error('ended');
    text += new TextDecoder().decode(value);
  }
}

test.each([
  ['600', 'stands still', 30],
  ['100', 'changes', 5],
] as const)('%s closed streams leave nothing behind, where what they watch %s', async (_, how, rounds) => {
  isMoving = how === 'changes';
  for (let round = 0; round < rounds; round++) {
    const streams = await Promise.all(
      Array.from({ length: 20 }, (_, n) => open(`li${n}`, `${round % 2 ? 'same' : n}`)),
    );
    await Promise.all(streams.map(said));
    for (const { close } of streams) close();
  }
  await expect.poll(count).toMatchObject({ watched: 0, viewers: 0 });
  const before = computed;
  await sleep(200);
  expect(computed).toBe(before);
});

test('those who watch the same share one computation, which goes on until the last has gone', async () => {
  isMoving = true;
  const [one, other] = [await open('li', 'a'), await open('wu', 'a')];
  await Promise.all([said(one), said(other)]);
  expect(count()).toMatchObject({ watched: 1, viewers: 2 });
  one.close();
  await expect.poll(count).toMatchObject({ watched: 1, viewers: 1 });
  await said(other);
  other.close();
  await expect.poll(count).toMatchObject({ watched: 0, viewers: 0 });
});

test('a user’s open streams are limited; closed and refused ones do not count', async () => {
  expect((await open('li', 'none')).status).toBe(404);
  const streams = [];
  for (let n = 0; n < STREAMS_PER_PERSON; n++) streams.push(await open('li', `${n}`));
  const more = await open('li', 'more');
  expect([more.status, more.answer.headers.get('content-type')]).toEqual([
    429,
    'application/problem+json; charset=utf-8',
  ]);
  const other = await open('wu', 'more');
  expect(other.status).toBe(200);
  for (const { close } of [...streams, other]) close();
  await expect.poll(count).toMatchObject({ watched: 0 });
  const again = await open('li', '1');
  expect(again.status).toBe(200);
  again.close();
});

test('a stream ends when its token has expired', { timeout: 30_000 }, async () => {
  const one = await open('li', 'a');
  await said(one);
  clock += 13 * 3_600_000;
  for (let read = await one.reader.read(); !read.done; ) read = await one.reader.read();
  await expect.poll(count).toMatchObject({ watched: 0, viewers: 0 });
});
