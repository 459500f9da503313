// Damage to the files of a stopped installation: reported before any wrong answer, with the file and what to do;
// the tail that a crash leaves behind is no damage.
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '@jiangong/service-kit/migrate';
import { afterAll, afterEach, expect, test } from 'vitest';
import { begin, cleanUp, type How, type Installation, newFolder, refusedStart } from './installation.ts';
import { bearer, health, register, send, unitCodes } from './people.ts';

afterEach(cleanUp);
const UNITS = 60;
const PAGE = 8192;
const all = Array.from({ length: UNITS }, (_, n) => `U-${n + 1}`).sort();

/** Installations with units in them, made once and copied for each test: one was stopped, one killed. */
const made = new Map<NodeJS.Signals, Promise<Installation>>();
async function make(signal: NodeJS.Signals) {
  const at = await begin(mkdtempSync(join(tmpdir(), 'jiangong-filled-')));
  for (let n = 1; n <= UNITS; n += 1) expect((await register(at, n)).status).toBe(201);
  await expect.poll(() => opsStatus(at)).not.toMatch(/"(pending|lag)":[1-9]/);
  await at.stop(signal);
  return at;
}
async function filled(signal: NodeJS.Signals = 'SIGTERM') {
  if (!made.has(signal)) made.set(signal, make(signal));
  const { folder: from, admin, signed } = await made.get(signal)!;
  const folder = newFolder();
  cpSync(from, folder, { recursive: true });
  return { folder, again: (how: How = {}) => begin(folder, how, { admin, signed }) };
}
afterAll(async () => {
  for (const one of made.values()) rmSync((await one).folder, { recursive: true });
});
const opsStatus = async ({ url, signed }: Installation) =>
  (await send(url, 'GET', '/ops/status', undefined, bearer(signed))).text;
function takeLogAway(folder: string) {
  for (const name of readdirSync(folder)) if (name.startsWith('log.db')) rmSync(join(folder, name));
}
/** The last leaf of a table or an index. */
function leafOf(file: string, name: string): number {
  const sql = new DatabaseSync(file, { readOnly: true });
  const row = sql.prepare(`SELECT max(pageno) AS page FROM dbstat WHERE name = ? AND pagetype = 'leaf'`).get(name)!;
  sql.close();
  return Number(row.page);
}
function overwrite(file: string, at: number, bytes: string | Buffer) {
  const content = readFileSync(file);
  Buffer.from(bytes as string).copy(content, at);
  writeFileSync(file, content);
}
const inJournal: [string, (file: string) => void][] = [
  ['its header', (file) => overwrite(file, 0, Buffer.alloc(100, 0x5a))],
  ['a leaf of the commits', (file) => overwrite(file, (leafOf(file, 'commits') - 1) * PAGE, Buffer.alloc(PAGE, 0x5a))],
  [
    'a page of an index',
    (file) => overwrite(file, (leafOf(file, 'commits_cause') - 1) * PAGE, Buffer.alloc(PAGE, 0x5a)),
  ],
  [
    'a letter of an index',
    (file) =>
      overwrite(file, readFileSync(file).indexOf('/unit-', (leafOf(file, 'commits_cause') - 1) * PAGE), '/unot-'),
  ],
];

test('a damaged journal refuses the start, and says where and what to do', async () => {
  const { folder } = await filled();
  const file = join(folder, 'competitions.db');
  const sound = `${file}.sound`;
  copyFileSync(file, sound);
  for (const [where, damage] of inJournal) {
    damage(file);
    const said = await refusedStart(folder);
    expect([where, said]).toEqual([where, expect.stringContaining('competitions.db 已损坏')]);
    expect([where, said]).toEqual([where, expect.stringMatching(/competitions\.db is damaged.*restore/)]);
    copyFileSync(sound, file);
  }
  const at = await begin(folder);
  expect(await unitCodes(at)).toEqual(all);
});

test('a damaged journal is not moved: it is named before anything is', async () => {
  const { folder } = await filled();
  const file = join(folder, 'competitions.db');
  overwrite(file, (leafOf(file, 'commits_cause') - 1) * PAGE, Buffer.alloc(PAGE, 0x5a));
  const nowhere = {
    storeUrl: 'mongodb://127.0.0.1:1/x',
    logUrl: 'kafka://127.0.0.1:1',
    now: new Date().toISOString(),
    manifests: [],
  };
  await expect(migrate({ from: folder, ...nowhere })).rejects.toThrow(
    /competitions\.db 已损坏[\s\S]*competitions\.db is damaged/,
  );
});

test('a flipped letter of a commit refuses its stream, and readiness names the file', async () => {
  const { folder, again } = await filled();
  const file = join(folder, 'competitions.db');
  const sql = new DatabaseSync(file);
  // As the disk would: the text alone, not its sum.
  sql.exec(`UPDATE commits SET body = replace(body, '"code":"U-7"', '"code":"U-9"')`);
  sql.close();
  const at = await again();
  const answer = await register(at, 7);
  expect(answer.body).toMatchObject({ type: '/problems/file-damaged', status: 500, titleEn: 'Data file damaged' });
  expect(answer.body.detail).toContain('competitions.db');
  expect(await unitCodes(at)).toEqual(all);
  const { status, body } = await health(at);
  expect([status, body.faults['competitions.store']]).toEqual([503, expect.stringContaining('is damaged')]);
});

test('a damaged log is named; once removed, it is rebuilt from the journals, wherever the start is killed meanwhile', async () => {
  const { folder, again } = await filled();
  const log = join(folder, 'log.db');
  overwrite(log, (leafOf(log, 'events') - 1) * PAGE, Buffer.alloc(PAGE, 0x5a));
  const said = await refusedStart(folder);
  expect(said).toMatch(/log\.db 已损坏.*重新写成/);
  expect(said).toMatch(/log\.db is damaged.*written anew/);
  takeLogAway(folder);
  const deaths = ['before-publish', 'group-before-commit', 'group-after-commit', 'after-publish', 'in-settle'];
  // Some come to be ready before.
  for (const FAILPOINT of deaths)
    await (await again({ settings: { FAILPOINT } }).catch(() => undefined))?.process.ended;
  const at = await again({});
  await expect.poll(() => opsStatus(at)).not.toMatch(/"(pending|lag|parked)":[1-9]/);
  expect(await unitCodes(at)).toEqual(all);
  await at.stop();
  const sql = new DatabaseSync(log, { readOnly: true });
  const published = sql
    .prepare(`SELECT count(DISTINCT key) AS units FROM events WHERE body LIKE '%unit-registered%'`)
    .get();
  sql.close();
  expect(published).toEqual({ units: UNITS });
});

test('an older log in its place is detected, receives no event, and is rebuilt once it is removed', async () => {
  const { folder } = await filled();
  const log = join(folder, 'log.db');
  const older = new DatabaseSync(log);
  older.exec('DELETE FROM events WHERE place > (SELECT max(place) / 2 FROM events)');
  older.close();
  const at = await begin(folder, { liveAfterMs: 1000 });
  expect((await register(at, UNITS + 1)).status).toBe(201);
  const { status, body } = await health(at);
  expect([status, body.faults['competitions.log']]).toEqual([
    503,
    expect.stringMatching(/holds \d+ records.*60 commits/),
  ]);
  await at.stop();
  takeLogAway(folder);
  const again = await begin(folder);
  await expect.poll(() => opsStatus(again)).not.toMatch(/"(pending|lag|parked)":[1-9]/);
  expect((await health(again)).status).toBe(200);
  expect((await unitCodes(again)).length).toBe(UNITS + 1);
});

test('a torn tail after the last sync starts, and nothing acknowledged is lost', async () => {
  const { folder, again } = await filled('SIGKILL');
  const wal = join(folder, 'competitions.db-wal');
  expect(existsSync(wal)).toBe(true);
  writeFileSync(wal, Buffer.alloc(PAGE / 2 + 24, 0x5a), { flag: 'a' });
  expect(await unitCodes(await again())).toEqual(all);
});

test('synced frames that are cut off go unnoticed: their content is gone, and the rest is sound', async () => {
  const { folder, again } = await filled('SIGKILL');
  const wal = join(folder, 'competitions.db-wal');
  truncateSync(wal, Math.floor(readFileSync(wal).length * 0.7));
  const at = await again();
  const left = await unitCodes(at);
  expect(left.length).toBeLessThan(UNITS);
  // The clients' repetitions with their keys bring it back.
  for (let n = 1; n <= UNITS; n += 1) expect((await register(at, n)).status).toBeLessThan(300);
  expect(await unitCodes(at)).toEqual(all);
});
