import { expect, test, vi } from 'vitest';
import { type Desk, hashOf, type Keep } from './desk.ts';
import { firstAdministrator } from './first-administrator.ts';
import { verifyPassword } from './password.ts';
import { userId } from './user.ts';

// Hashing passwords is slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

/** A desk in memory, with commands done at most once per cause. */
function memory() {
  const rows = new Map<string, unknown>();
  const causes = new Set<string>();
  const write = async ({ keep }: { keep: Keep[] }) => {
    for (const { table, key, body, once } of keep) {
      if (body === undefined) rows.delete(`${table}/${key}`);
      else if (!once || !rows.has(`${table}/${key}`)) rows.set(`${table}/${key}`, body);
    }
  };
  const desk: Desk = {
    write,
    kept: async (table, key) => rows.get(`${table}/${key}`),
    row: async () => undefined,
  };
  const command = async (cause: string, _: unknown, __: unknown, keep: Keep[]) => {
    if (!causes.has(cause)) await write({ keep });
    causes.add(cause);
  };
  const hash = () => hashOf(desk, userId('admin'));
  return { desk, command, hash };
}

test('the password is told once, and it is the one that works, even if the telling was interrupted', async () => {
  const { desk, command, hash } = memory();
  const interrupted = () => Promise.reject(new Error('killed'));
  await expect(firstAdministrator({ desk, command, tell: interrupted, password: 'first' })).rejects.toThrow('killed');
  const told: string[] = [];
  const tell = ({ password }: { password: string }) => void told.push(password);
  for (const password of ['second', 'third']) await firstAdministrator({ desk, command, tell, password });
  expect(told).toEqual(['first']);
  expect(await verifyPassword('first', await hash())).toBe(true);
  expect(await desk.kept('first-administrator', 'drawn')).toBe(undefined);
});

test('two consoles that start together on an empty store tell the same password', async () => {
  const { desk, command, hash } = memory();
  const told: string[] = [];
  const tell = ({ password }: { password: string }) => void told.push(password);
  const start = (password: string) => firstAdministrator({ desk, command, tell, password });
  await Promise.all([start('one'), start('two')]);
  expect(new Set(told).size).toBe(1);
  expect(await verifyPassword(told[0]!, await hash())).toBe(true);
});
