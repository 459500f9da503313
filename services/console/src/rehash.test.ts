// A hash that is cheaper to try than those of today is made anew when its owner signs in, and at no other time.
import { expect, test, vi } from 'vitest';
import { hashPassword } from './password.ts';
import { hashOf, keepHash } from './private-store.ts';
import { started } from './started.fixture.ts';

// Hashing passwords is slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

async function withOldHash() {
  const { running, announced, call } = await started();
  const { store } = running.runtimes[0]!;
  const { password } = announced[0]!;
  const signIn = (given = password) => call('POST', '/sign-in', { userName: 'admin', password: given });
  const user = (await signIn()).body.actor.sub as string;
  const before = await hashPassword(password, { N: 1024, r: 8, p: 1 });
  await store.write({ privateRows: [keepHash(user, before)] });
  return { store, user, signIn, password, before, kept: () => hashOf(store, user) };
}

test('whoever signs in has the hash made anew once; a wrong password leaves it', async () => {
  const { signIn, before, kept } = await withOldHash();
  expect((await signIn('not it at all')).status).toBe(401);
  expect(await kept()).toBe(before);
  expect((await signIn()).status).toBe(200);
  const after = await kept();
  expect(after).toMatch(/^scrypt\$16384\$8\$5\$/);
  expect((await signIn()).status).toBe(200);
  expect(await kept()).toBe(after);
});

test('two who sign in at once are both let in', async () => {
  const { signIn, before, kept } = await withOldHash();
  const answers = await Promise.all([signIn(), signIn(), signIn()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await kept()).not.toBe(before);
});

test('a password that is replaced while the hash is made anew stays replaced', async () => {
  const { store, user, signIn, kept } = await withOldHash();
  const replaced = await hashPassword('another one entirely');
  const swap = store.swap.bind(store);
  const racing = vi.spyOn(store, 'swap').mockImplementation(async (row, was) => {
    if (row.table === 'sign-in') await store.write({ privateRows: [keepHash(user, replaced)] });
    return swap(row, was);
  });
  await signIn();
  expect(racing).toHaveBeenCalled();
  expect(await kept()).toBe(replaced);
});
