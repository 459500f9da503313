import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId } from '@jiangong/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { counter, shadowOf } from '../testing/counter.fixture.ts';
import { startTesting } from '../testing/index.ts';

const organiser = { org: 'org-1', roles: ['organiser' as const] };
const operator = { org: 'platform', roles: ['operator' as const] };
const url = `/api/units/${derivedId('test', 1)}`;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangong-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));
const startIn = (data: string) =>
  startTesting([counter], { env: { DATA: data, STORE_URL: `file:${data}`, LOG_URL: `file:${data}` } });

test('a backup taken while commands go on is one instant of the whole folder, and starts', async () => {
  const t = await startIn(folder);
  await t.call(organiser, 'POST', url, { name: 'x' });
  await t.call(organiser, 'PUT', url, { name: 'echo1' }, { 'if-match': '"1"' });
  const [backup] = await Promise.all([
    t.call(operator, 'POST', '/ops/backup'),
    t.call(organiser, 'PUT', url, { name: 'echo2' }, { 'if-match': '"2"' }),
  ]);
  expect(backup.status).toBe(201);
  await t.quiet();
  await t.stop();

  const restored = await startIn(backup.body.folder);
  await restored.quiet();
  const { body } = await restored.call(organiser, 'GET', url);
  const shadow = await restored.call(organiser, 'GET', `/api/units/${shadowOf(derivedId('test', 1))}`);
  // Whatever the instant was: what the backup's journal says has happened has had its consequences.
  expect(shadow.body.name).toBe(body.name === 'echo2' ? '1;2;' : '1;');
  await restored.stop();
});

test('a second process is told who holds the folder, and a killed holder’s lock is released', async () => {
  const t = await startIn(folder);
  const lock = new URL('./lock.ts', import.meta.url).href;
  const script = `const { lockFolder } = await import(${JSON.stringify(lock)}); lockFolder(${JSON.stringify(folder)}, 'now');`;
  const second = (more = '') =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script + more], { stdio: 'pipe' });
  expect(() => second()).toThrow(`pid ${process.pid}`);
  await t.stop();
  expect(() => second(`process.kill(process.pid, 'SIGKILL');`)).toThrow();
  await (await startIn(folder)).stop();
});
