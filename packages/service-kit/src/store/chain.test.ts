// A commit's text is the same in both engines, whatever it says; and what does not follow is noticed.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { expect, test } from 'vitest';
import { brokenIn, linked, readLinks, START, sealed } from './chain.ts';
import { commitOf } from './conformance.ts';
import type { Commit } from './port.ts';

const { BSON } = mongoose.mongo;
/** As each engine gives back what it stored. */
const engines = {
  SQLite: (commit: Commit): Commit => JSON.parse(JSON.stringify(commit)),
  MongoDB: (commit: Commit): Commit =>
    BSON.deserialize(BSON.serialize(commit, { ignoreUndefined: true })) as unknown as Commit,
};
const LIMITS = { maxDepth: 3, maxKeys: 5 };
/** Strings of any code units, halves of characters among them; what the database cannot hold anyway is left out. */
const text = fc.string({ unit: fc.integer({ min: 1, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
const data = fc.dictionary(
  text.filter((key) => !key.startsWith('$') && !key.startsWith('_')),
  fc.anything({
    ...LIMITS,
    values: [text, fc.double(), fc.integer(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)],
    key: fc.constantFrom('b', 'a', '1', '10', '零'),
  }),
);

test.each(Object.entries(engines))('%s gives back what was hashed, whatever it says', (_, stored) => {
  fc.assert(
    fc.property(data, text, fc.constantFrom('', 'a'.repeat(64)), (data, actor, before) => {
      const commit = sealed(
        commitOf(1, 1, [], { events: [{ type: 'unit-registered', version: 1, data }], actor }),
        before,
      );
      expect(linked(stored(commit), before)?.hash).toBe(commit.hash);
    }),
    { numRuns: 1000 },
  );
});

test('the hash is SHA-256 of the hash before and the JSON', () => {
  const plain = commitOf(1, 1, ['一']);
  const first = sealed(plain, START.hash);
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(first.hash).toBe(sha(JSON.stringify(plain)));
  const next = commitOf(1, 2, ['二']);
  expect(sealed(next, first.hash!).hash).toBe(sha(first.hash + JSON.stringify(next)));
});

test('halves of characters are replaced, and what only looks like one is not', () => {
  const name = String.raw`\ud83d \u1234`;
  expect(sealed(commitOf(1, 1, [name]), '')).toEqual({ ...commitOf(1, 1, [name]), hash: expect.any(String) });
  const half = sealed(commitOf(1, 1, ['a\ud83db\\']), '');
  expect(half.events[0]!.data).toMatchObject({ name: 'a\ufffdb\\' });
  expect(linked(half, '')?.hash).toBe(half.hash);
});

test('of a journal, the first commit that does not follow is named', async () => {
  const chain = (n: number) => {
    const first = sealed(commitOf(n, 1, ['a', 'b']), '');
    return [first, sealed(commitOf(n, 3, ['c']), first.hash!)] as const;
  };
  const [[a1, a3], [b1, b3]] = [chain(1), chain(2)];
  const nothing = commitOf(3, 1, [], { stream: 'noop/x' });
  expect(brokenIn([a1, b1, nothing, b3, a3])).toBeUndefined();
  for (const journal of [[b1, a3], [a1, b3], [{ ...a1, org: 'other' }], [{ ...a1, version: 2 }, b1]])
    expect(brokenIn(journal)).toMatch(/does not follow/);
  const store = { read: async () => [a1, { ...a3, time: '' }], damaged: (reason: string) => new Error(reason) };
  await expect(readLinks(store, a1.stream)).rejects.toThrow(`${a1.stream} 3`);
});
