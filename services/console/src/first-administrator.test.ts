import { expect, test, vi } from 'vitest';
import { firstAdministrator } from './first-administrator.ts';
import { verifyPassword } from './password.ts';
import { hashOf, type PrivateRow } from './private-store.ts';
import { userId } from './user.ts';

// Hashing passwords is slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

/** A desk in memory, with commands done at most once per cause. */
function memory() {
  const rows = new Map<string, unknown>();
  const causes = new Set<string>();
  const write = async ({ privateRows }: { privateRows: PrivateRow[] }) => {
    for (const { table, key, body, once } of privateRows) {
      if (body === undefined) rows.delete(`${table}/${key}`);
      else if (!once || !rows.has(`${table}/${key}`)) rows.set(`${table}/${key}`, body);
    }
  };
  const store = {
    write,
    privateRow: async (table: string, key: string) => rows.get(`${table}/${key}`),
  };
  const command = async (cause: string, _: unknown, __: unknown, privateRows: PrivateRow[]) => {
    if (!causes.has(cause)) await write({ privateRows });
    causes.add(cause);
  };
  const hash = () => hashOf(store, userId('admin'));
  return { store, command, hash };
}

test('the password is announced once, and it is the one that works, even if announcing was interrupted', async () => {
  const { store, command, hash } = memory();
  const interrupted = () => Promise.reject(new Error('killed'));
  await expect(firstAdministrator({ store, command, announce: interrupted, password: 'first' })).rejects.toThrow(
    'killed',
  );
  const announced: string[] = [];
  const announce = ({ password }: { password: string }) => void announced.push(password);
  for (const password of ['second', 'third']) await firstAdministrator({ store, command, announce, password });
  expect(announced).toEqual(['first']);
  expect(await verifyPassword('first', await hash())).toBe(true);
  expect(await store.privateRow('first-administrator', 'drawn')).toBe(undefined);
});

test('two consoles that start together on an empty store announce the same password', async () => {
  const { store, command, hash } = memory();
  const announced: string[] = [];
  const announce = ({ password }: { password: string }) => void announced.push(password);
  const start = (password: string) => firstAdministrator({ store, command, announce, password });
  await Promise.all([start('one'), start('two')]);
  expect(new Set(announced).size).toBe(1);
  expect(await verifyPassword(announced[0]!, await hash())).toBe(true);
});
