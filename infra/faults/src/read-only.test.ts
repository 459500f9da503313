// A data folder that may not be written: at start it is named with what to do, and the process ends; a folder that becomes so
// later stops nobody who has its files open, and the next start says it.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { begin, cleanUp, newFolder, refusedStart } from './installation.ts';
import { health, register, unitCodes } from './people.ts';

afterEach(cleanUp);
/** Root may write everywhere; so where these tests are root, the product runs as one that permissions concern too. */
const isRoot = process.getuid?.() === 0;
const power = '-dac_override,-dac_read_search';
const under = isRoot ? ['setpriv', `--bounding-set=${power}`, `--inh-caps=${power}`] : [];
const way = isRoot ? 'as a root that permissions bind' : 'as the account of these tests';
console.error(`the data folder is made read-only by chmod, the product runs ${way}`);

function says(text: string, folder: string) {
  expect(text).toContain(`无法写入 ${folder}`);
  expect(text).toContain(`${folder} cannot be written: let the account that runs this write there`);
  // Ended by itself, by its own error.
  expect(text).toMatch(/did not come up:/);
}

test(`a new folder that may not be written is named at start (${way})`, async () => {
  const folder = newFolder();
  chmodSync(folder, 0o555);
  says(await refusedStart(folder, { under }), folder);
});

test(`a folder that may not be made is named at start (${way})`, async () => {
  const above = newFolder();
  chmodSync(above, 0o555);
  const folder = join(above, 'data');
  says(await refusedStart(folder, { under }), folder);
});

test(`made read-only while running: open files are written on, nothing is lost, and the next start says it (${way})`, async () => {
  const folder = newFolder();
  const at = await begin(folder, { under });
  expect((await register(at, 1)).status).toBe(201);
  chmodSync(folder, 0o555);
  expect((await register(at, 2)).status).toBe(201);
  expect((await health(at)).status).toBe(200);
  await at.stop('SIGKILL');
  says(await refusedStart(folder, { under }), folder);
  chmodSync(folder, 0o755);
  expect(await unitCodes(await at.again())).toEqual(['U-1', 'U-2']);
});

test(`a single file that may not be written is named at start (${way})`, async () => {
  const folder = newFolder();
  const at = await begin(folder, { under });
  await at.stop();
  const file = join(folder, 'competitions.db');
  chmodSync(file, 0o444);
  says(await refusedStart(folder, { under }), file);
  expect(readFileSync(join(folder, 'lock.txt'), 'utf8')).toContain('pid');
});
