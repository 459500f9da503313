import { expect, test } from 'vitest';
import { lanesOf } from './lanes.ts';

/** Work that ends on command. */
function slow(order: string[]) {
  const ends: (() => void)[] = [];
  const work = (name: string) => () => {
    order.push(name);
    return new Promise<string>((resolve) => ends.push(() => resolve(name)));
  };
  const turns = async () => {
    for (let n = 0; n < 5; n += 1) await Promise.resolve();
  };
  return {
    work,
    async finish() {
      for (await turns(); ends.length > 0; await turns()) ends.shift()!();
    },
  };
}

test('work is limited at once, and the rest is served in turn', async () => {
  const order: string[] = [];
  const { work, finish } = slow(order);
  const lanes = lanesOf(2, 10);
  const all = ['a', 'b', 'c'].map((name) => lanes.run(name, work(name)));
  await Promise.resolve();
  expect(order).toEqual(['a', 'b']);
  await finish();
  expect(await Promise.all(all)).toEqual([{ done: 'a' }, { done: 'b' }, { done: 'c' }]);
});

test('a known user is next, then the client with the fewest requests', async () => {
  const order: string[] = [];
  const { work, finish } = slow(order);
  const lanes = lanesOf(1, 10);
  for (const from of ['x', 'x', 'x', 'y', undefined, 'z']) void lanes.run(from, work(from ?? 'known'));
  await finish();
  expect(order).toEqual(['x', 'known', 'y', 'z', 'x', 'x']);
});

test('a full queue refuses at once; the client with the most requests gives way', async () => {
  const order: string[] = [];
  const { work, finish } = slow(order);
  const lanes = lanesOf(1, 3);
  const noisy = Array.from({ length: 40 }, () => lanes.run('noisy', work('noisy')));
  const quiet = lanes.run('quiet', work('quiet'));
  const known = lanes.run(undefined, work('known'));
  await finish();
  expect((await Promise.all(noisy)).filter((outcome) => outcome === undefined)).toHaveLength(37);
  expect(await quiet).toEqual({ done: 'quiet' });
  expect(await known).toEqual({ done: 'known' });
  expect(order.slice(0, 3)).toEqual(['noisy', 'known', 'quiet']);
});

test('work that fails gives its lane back', async () => {
  const lanes = lanesOf(1, 1);
  await expect(lanes.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await lanes.run('a', async () => 1)).toEqual({ done: 1 });
});
