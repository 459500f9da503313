import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { drawPassword, hashPassword, verifyPassword } from './password.ts';

// Hashing passwords is slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

const cheap = { N: 16, r: 1, p: 1 };

test('a password is verified by its own hash only, whatever its characters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (a, b) => {
      const hash = await hashPassword(a, cheap);
      expect(await verifyPassword(a, hash)).toBe(true);
      expect(await verifyPassword(b, hash)).toBe(a.normalize('NFKC') === b.normalize('NFKC'));
    }),
    { numRuns: 200 },
  );
});

test('an unknown user costs the same work and is refused', async () => {
  const hash = await hashPassword('correct horse');
  const time = async (given: string | undefined) => {
    const start = process.cpuUsage();
    expect(await verifyPassword('wrong', given)).toBe(false);
    return process.cpuUsage(start).user;
  };
  const [some, none] = [await time(hash), await time(undefined)];
  expect(none).toBeGreaterThan(some / 3);
});

test('two hashes of one password differ, and drawn passwords do not repeat', async () => {
  expect(await hashPassword('a', cheap)).not.toBe(await hashPassword('a', cheap));
  expect(new Set(Array.from({ length: 200 }, drawPassword)).size).toBe(200);
});
