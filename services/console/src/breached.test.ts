// Nobody chooses a password that a list of breached ones has, whichever way a password is set.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { passwordFault } from './breached.ts';
import { li, started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

const leaked = 'deng-ta-2024-xia';
async function listOf(...passwords: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'breached-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const password of passwords) {
    const digits = createHash('sha1').update(password).digest('hex').toUpperCase();
    const lines = [`${'0'.repeat(35)}:3`, `${digits.slice(5)}:12`, `${'F'.repeat(35)}:1`];
    await writeFile(join(folder, `${digits.slice(0, 5)}.txt`), lines.join('\r\n'));
  }
  return folder;
}

test('a password is found in the file of its first digits, and without a list none is looked for', async () => {
  const folder = await listOf(leaked);
  expect((await passwordFault(leaked, [], folder))?.refused).toBe('weak-password');
  // As it is hashed: full-width letters are the same password.
  expect((await passwordFault('ｄｅｎｇ-ta-2024-xia', [], folder))?.refused).toBe('weak-password');
  expect(await passwordFault('deng-ta-2024-xib', [], folder)).toBeUndefined();
  expect(await passwordFault(leaked, [], undefined)).toBeUndefined();
});

test('whoever registers, amends, imports, changes or resets a password cannot choose one of the list', async () => {
  const { announced, call, bearer } = await started({ env: { BREACHED_PASSWORDS: await listOf(leaked) } });
  const admin = await bearer(announced[0]!);
  const refused = { status: 422, body: { type: '/problems/weak-password' } };
  expect(await call('POST', '/api/users', { ...li, password: leaked }, admin)).toMatchObject(refused);
  const { id } = (await call('POST', '/api/users', li, admin)).body;
  const amended = { ...li, password: leaked };
  expect(await call('PUT', `/api/users/${id}`, amended, { ...admin, 'if-match': '*' })).toMatchObject(refused);
  const csv = { ...admin, 'content-type': 'text/csv' };
  const rows = `用户名,姓名,角色,初始密码\nwang.wu,王五,人力资源,${leaked}\n`;
  expect((await call('POST', '/api/users/import', rows as never, csv)).body).toMatchObject({
    accepted: 0,
    faults: [{ row: 2, zh: expect.stringContaining('密码曾在其他网站泄露') }],
  });
  const change = { userName: li.userName, password: li.password, newPassword: leaked };
  expect(await call('POST', '/password', change)).toMatchObject({
    ...refused,
    body: { errors: [{ at: '/body/newPassword' }] },
  });
  const { code } = (await call('POST', `/api/users/${id}/offer-password-reset`, {}, admin)).body;
  const reset = { userName: li.userName, code, newPassword: leaked };
  expect(await call('POST', '/password-reset', reset)).toMatchObject(refused);
  expect((await call('POST', '/sign-in', { userName: li.userName, password: li.password })).status).toBe(200);
});

test('a start whose list is no folder is refused by the name of the setting', async () => {
  await expect(started({ env: { BREACHED_PASSWORDS: '/no/such/list' } })).rejects.toThrow('BREACHED_PASSWORDS');
});
