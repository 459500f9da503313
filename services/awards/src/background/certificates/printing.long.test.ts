// A thousand certificates in one document take no more than 300 MB.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

test('a thousand certificates take at most 300 MB', async () => {
  const child = fork(new URL('./printing.fixture.ts', import.meta.url), ['1000']);
  const [{ seconds, size, most }] = (await once(child, 'message')) as [Record<'seconds' | 'size' | 'most', number>];
  console.log({ seconds, size, MB: Math.round(most / 1024 / 1024) });
  expect(size).toBeGreaterThan(1_000_000);
  expect(most).toBeLessThan(300 * 1024 * 1024);
});
