// Other accounts of the machine read nothing of an installation: not its journals, keys and passwords, and not its backups.
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { begin, cleanUp, newFolder } from './installation.ts';
import { bearer, register, send } from './people.ts';

afterEach(cleanUp);

/** All of a folder, each with the bits that let others in. */
const openIn = (folder: string) =>
  ['.', ...(readdirSync(folder, { recursive: true }) as string[])]
    .map((name) => `${name} ${(statSync(join(folder, name)).mode & 0o077).toString(8)}`)
    .filter((line) => !line.endsWith(' 0'));

test('a running data folder and its backups are private; a wider one is tightened and reported', async () => {
  const above = newFolder();
  const folder = join(above, 'data');
  mkdirSync(folder, { mode: 0o755 });
  const at = await begin(folder, { settings: { LOG_LEVEL: 'warn' } });
  expect((await register(at, 1)).status).toBe(201);
  expect((await send(at.url, 'POST', '/ops/backup', undefined, bearer(at.admin))).status).toBe(201);
  const names = readdirSync(folder, { recursive: true }) as string[];
  expect(names).toEqual(
    expect.arrayContaining([
      'console.db',
      'console.db-wal',
      'log.db',
      'lock.txt',
      'first-administrator.txt',
      'backups',
    ]),
  );
  expect(openIn(folder)).toEqual([]);
  expect(at.process.printed()).toContain('other accounts can no longer read or write the data');
  await at.stop('SIGKILL');

  for (const name of ['', 'console.db', 'console.db-wal']) chmodSync(join(folder, name), name ? 0o644 : 0o755);
  const again = await at.again();
  expect(openIn(folder)).toEqual([]);
  expect(again.process.printed()).toMatch(/console\.db.*other accounts can no longer/);
});
