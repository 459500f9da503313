// A full disk: commands are refused in words that say so, reads go on, nothing acknowledged is lost, and when there is
// room again it goes on by itself, with the clients' repeated keys.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { begin, cleanUp, newFolder, peopleOf } from './installation.ts';
import { type Answer, bearer, health, register, type Signed, send, unitCodes } from './people.ts';
import { noSmallDisk, smallDisk } from './small-disk.ts';

afterEach(cleanUp);
type At = { url: string; signed: Signed };
const preload = [import.meta.resolve('./page-limit.preload.ts')];
const LIMIT = 3000;

function saysFull({ status, body, headers }: Answer, file: string) {
  expect(body).toMatchObject({
    type: '/problems/disk-full',
    status: 503,
    title: '磁盘已满',
    titleEn: 'Disk full',
  });
  expect([status, headers.get('content-type'), headers.get('retry-after')]).toEqual([
    503,
    'application/problem+json; charset=utf-8',
    '1',
  ]);
  expect(body.detail).toContain(file);
  expect(body.detail).toContain('腾出空间');
  expect(body.detailEn).toContain('free space');
}
/** Registers units, four at a time, until one is refused. @returns who was acknowledged, and the refusals */
async function untilRefused(at: At, from: number) {
  const acknowledged: number[] = [];
  for (let number = from; number < from + LIMIT; number += 4) {
    const numbers = [0, 1, 2, 3].map((n) => number + n);
    const answers = await Promise.all(numbers.map((n) => register(at, n)));
    for (const [index, { status }] of answers.entries()) if (status < 300) acknowledged.push(numbers[index]!);
    const refused = answers.filter(({ status }) => status >= 300);
    if (refused.length > 0) return { acknowledged, refused, last: number + 3 };
  }
  throw new Error('it was never full');
}
/** Every number is acknowledged at last, is there, and was done once. */
async function endsWhole(at: At, last: number) {
  for (let number = 1; number <= last; number += 1) expect((await register(at, number)).status).toBeLessThan(300);
  const all = Array.from({ length: last }, (_, index) => `U-${index + 1}`).sort();
  expect(await unitCodes(at)).toEqual(all);
}
const codesOf = (numbers: number[]) => numbers.map((n) => `U-${n}`);
const quiet = async (at: At) => {
  const { body } = await send(at.url, 'GET', '/ops/status', undefined, bearer(at.signed));
  return body.services.map((s: { pending: number; lag: number; parked: number }) => s.pending + s.lag + s.parked);
};

test('by max_page_count: a journal that cannot grow refuses, is read, and goes on when it can', async () => {
  const folder = newFolder();
  const FULL_FILES = join(folder, 'full-files');
  writeFileSync(FULL_FILES, '');
  const at = await begin(folder, { preload, settings: { FULL_FILES } });
  expect((await register(at, 1)).status).toBe(201);
  writeFileSync(FULL_FILES, 'competitions.db');
  const { acknowledged, refused, last } = await untilRefused(at, 2);
  saysFull(refused[0]!, 'competitions.db');
  const red = await health(at);
  expect(red.status).toBe(503);
  expect(red.body.faults['competitions.store']).toMatch(/磁盘已满.*competitions\.db[\s\S]*The disk is full/);
  const codes = await unitCodes(at);
  expect(codes).toEqual(expect.arrayContaining(codesOf([1, ...acknowledged])));

  writeFileSync(FULL_FILES, '');
  await expect.poll(async () => (await health(at)).status).toBe(200);
  await endsWhole(at, last);
});

test('by max_page_count: while the log cannot grow, no command is refused, readiness names the log, and events are published later', async () => {
  const folder = newFolder();
  const FULL_FILES = join(folder, 'full-files');
  writeFileSync(FULL_FILES, '');
  const at = await begin(folder, { preload, settings: { FULL_FILES } });
  writeFileSync(FULL_FILES, 'log.db');
  let last = 0;
  for (; (await health(at)).status === 200; last += 1) {
    expect((await register(at, last + 1)).status).toBe(201);
    expect(last).toBeLessThan(LIMIT);
  }
  expect((await health(at)).body.faults.log).toMatch(/磁盘已满.*log\.db/);
  last += 1;
  expect((await register(at, last)).status).toBe(201);
  expect(Math.max(...(await quiet(at)))).toBeGreaterThan(0);

  writeFileSync(FULL_FILES, '');
  await expect.poll(async () => (await health(at)).status).toBe(200);
  await expect.poll(async () => Math.max(...(await quiet(at)))).toBe(0);
  await endsWhole(at, last);
});

const why = noSmallDisk();
if (why) console.error(`NO SMALL DISK HERE (${why}): the full disk is shown by max_page_count alone`);
test(`by ${why ? `max_page_count, SINCE NO TMPFS CAN BE MOUNTED (${why})` : 'a tmpfs of 24 MB'}: full, killed, started on the full disk, and whole when there is room`, async () => {
  if (why) return limited();
  const disk = await smallDisk('24m');
  try {
    let process = await disk.start();
    const people = await peopleOf(process.url, disk.seen);
    expect((await register({ ...process, ...people }, 1)).status).toBe(201);
    disk.fill();
    const { acknowledged, refused, last } = await untilRefused({ ...process, ...people }, 2);
    saysFull(refused[0]!, 'competitions.db');
    expect((await health({ ...process, ...people })).status).toBe(503);
    saysFull(await send(process.url, 'POST', '/ops/backup', undefined, bearer(people.admin)), 'console.db');
    expect(readdirSync(join(disk.seen, 'backups'))).toEqual([]);
    await process.kill();

    process = await disk.start();
    const at = { ...process, ...people };
    expect(await unitCodes(at)).toEqual(expect.arrayContaining(codesOf([1, ...acknowledged])));
    disk.clear();
    await expect.poll(async () => (await health(at)).status).toBe(200);
    await endsWhole(at, last);
    await expect.poll(async () => Math.max(...(await quiet(at)))).toBe(0);
  } finally {
    await disk.close();
  }
});

async function limited() {
  const folder = newFolder();
  const FULL_FILES = join(folder, 'full-files');
  writeFileSync(FULL_FILES, '');
  const at = await begin(folder, { preload, settings: { FULL_FILES } });
  writeFileSync(FULL_FILES, 'competitions.db\nlog.db');
  const { acknowledged, last } = await untilRefused(at, 1);
  await at.stop('SIGKILL');
  const again = await at.again();
  expect(await unitCodes(again)).toEqual(expect.arrayContaining(codesOf(acknowledged)));
  writeFileSync(FULL_FILES, '');
  await endsWhole(again, last);
}
