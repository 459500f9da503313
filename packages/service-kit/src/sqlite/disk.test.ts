// A disk fault is reported with the file's name and what to do, in both languages; and damage is noticed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { derivedId } from '@jiangong/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { counter, shadowOf } from '../testing/counter.fixture.ts';
import { startTesting } from '../testing/index.ts';
import { lockFolder } from './lock.ts';
import { openDatabase, type Summed, sumOf } from './sqlite.ts';

const schema = 'CREATE TABLE IF NOT EXISTS texts (place INTEGER PRIMARY KEY, body TEXT NOT NULL, sum INTEGER)';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangong-disk-'));
  file = join(folder, 'texts.db');
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (db: ReturnType<typeof openDatabase>, body: string) =>
  db.group(() => void db.sql.prepare('INSERT INTO texts (body, sum) VALUES (?, ?)').run(body, sumOf(body)));

test('a file that cannot grow is reported until it can', async () => {
  const db = openDatabase(file, schema);
  db.sql.exec('PRAGMA max_page_count=1');
  await expect(put(db, 'x'.repeat(100_000))).rejects.toThrow(/磁盘已满.*texts\.db[\s\S]*The disk is full/);
  expect(() => db.check()).toThrow('The disk is full');
  db.sql.exec('PRAGMA max_page_count=1000000');
  db.check();
  await put(db, 'x'.repeat(100_000));
  db.close();
});

test('a flipped letter is not read, and the file stays suspect', async () => {
  const db = openDatabase(file, schema);
  await put(db, JSON.stringify({ seven: 7 }));
  db.sql.exec(`UPDATE texts SET body = replace(body, '7', '8')`);
  const row = db.sql.prepare('SELECT body, sum FROM texts').get() as unknown as Summed;
  expect(() => db.read(row)).toThrow(/texts\.db 已损坏[\s\S]*texts\.db is damaged/);
  expect(() => db.check()).toThrow('is damaged');
  db.close();
});

test('rows written before there were checksums are read', () => {
  const db = openDatabase(file, schema);
  expect(db.read({ body: '{"seven":7}', sum: null })).toEqual({ seven: 7 });
  db.close();
});

test('a file that is no database is named', () => {
  writeFileSync(file, 'x'.repeat(10_000));
  expect(() => openDatabase(file, schema)).toThrow(/texts\.db 已损坏[\s\S]*texts\.db is damaged/);
});

test('an index that does not fit its table is noticed when the file is opened', async () => {
  const indexed = `${schema}; CREATE INDEX IF NOT EXISTS by_body ON texts (body)`;
  const db = openDatabase(file, indexed);
  for (let n = 0; n < 500; n += 1) await put(db, `"text ${String(n).padStart(6, '0')} of many, each as long as this"`);
  const leaves = db.sql.prepare(`SELECT pageno AS page FROM dbstat WHERE name = 'by_body' AND pagetype = 'leaf'`).all();
  db.close();
  const bytes = readFileSync(file);
  // One letter of one key, on a page of the index: every page by itself is still sound.
  const starts = leaves.map(({ page }) => (Number(page) - 1) * 8192);
  // The newest key: it has left no copy of itself behind.
  const at = starts.map((start) => bytes.indexOf('text 000499', start) - start).findIndex((at) => at > 0 && at < 8192);
  bytes.write('toxt', bytes.indexOf('text 000499', starts[at]));
  writeFileSync(file, bytes);
  expect(() => openDatabase(file, indexed, 'quick_check').close()).not.toThrow();
  expect(() => openDatabase(file, indexed)).toThrow('is damaged');
});

test('a damaged lock file is not reported as held', () => {
  writeFileSync(join(folder, 'lock.db'), 'x'.repeat(10_000));
  expect(() => lockFolder(folder, 'now')).toThrow(/已损坏[\s\S]*is damaged/);
});

test('a removed log is rebuilt, and nothing is done twice', async () => {
  const startIn = () =>
    startTesting([counter], { env: { DATA: folder, STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` } });
  const organiser = { org: 'org-1', roles: ['organiser' as const] };
  const url = `/api/units/${derivedId('test', 1)}`;
  const shadow = `/api/units/${shadowOf(derivedId('test', 1))}`;
  const t = await startIn();
  await t.call(organiser, 'POST', url, { name: 'x' });
  await t.call(organiser, 'PUT', url, { name: 'echo1' }, { 'if-match': '"1"' });
  await t.quiet();
  const before = (await t.call(organiser, 'GET', shadow)).body;
  await t.stop();
  const eventsIn = () => {
    const log = new DatabaseSync(join(folder, 'log.db'));
    const events = log.prepare('SELECT topic, key, body FROM events ORDER BY key, place').all();
    log.close();
    return events;
  };
  const published = eventsIn();
  rmSync(join(folder, 'log.db'));

  const again = await startIn();
  await again.quiet();
  expect((await again.call(organiser, 'GET', shadow)).body).toEqual(before);
  await again.call(organiser, 'PUT', url, { name: 'echo2' }, { 'if-match': '"2"' });
  await again.quiet();
  expect((await again.call(organiser, 'GET', shadow)).body.name).toBe('1;2;');
  await again.stop();
  expect(published.length).toBeGreaterThan(0);
  expect(eventsIn()).toEqual(expect.arrayContaining(published));
});
