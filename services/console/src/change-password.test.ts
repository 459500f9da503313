import { expect, test, vi } from 'vitest';
import { li, started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

const fresh = '一根更长更好的晾衣绳子';
async function withLi() {
  const s = await started();
  const admin = await s.bearer(s.announced[0]!);
  const user = (await s.call('POST', '/api/users', li, admin)).body.id as string;
  const signIn = async (password: string) =>
    (await s.call('POST', '/sign-in', { userName: li.userName, password })).status;
  return { ...s, admin, user, signIn };
}

test('one’s own password is replaced by the one before it; every token of the user ends, and the next change takes the new one', async () => {
  const { call, bearer, signIn, running } = await withLi();
  const before = await bearer(li);
  const change = { userName: li.userName, password: li.password, newPassword: fresh };
  expect((await call('POST', '/password', { ...change, password: 'not it at all' })).body.type).toBe(
    '/problems/wrong-credentials',
  );
  const weak = await call('POST', '/password', { ...change, newPassword: 'li.si-li.si' });
  expect(weak.body).toMatchObject({ type: '/problems/weak-password', errors: [{ at: '/body/newPassword' }] });
  expect(await signIn(li.password)).toBe(200);
  expect(await call('POST', '/password', change)).toMatchObject({ status: 200, body: { done: true } });
  expect([await signIn(li.password), await signIn(fresh)]).toEqual([401, 200]);
  expect((await call('GET', '/api/me', undefined, before)).status).toBe(401);
  // Else a request would try two passwords, and be counted as one.
  expect((await call('POST', '/password', change)).body.type).toBe('/problems/wrong-credentials');
  const journal = [];
  for await (const commit of running.runtimes[0]!.store.journal()) journal.push(JSON.stringify(commit));
  expect(journal.filter((text) => text.includes('password-changed'))).toHaveLength(1);
  expect(journal.join()).not.toContain(fresh);
});

test('a code that an administrator gave lets the user choose a password once, and is shown once', async () => {
  const { call, admin, user, signIn, running } = await withLi();
  const key = { ...admin, 'idempotency-key': 'k-1' };
  const offered = await call('POST', `/api/users/${user}/offer-password-reset`, {}, key);
  const { code } = offered.body;
  expect(offered).toMatchObject({
    status: 200,
    body: { id: user, version: 2, code: expect.stringMatching(/^\S{23}$/) },
  });
  expect(offered.headers['cache-control']).toBe('no-store');
  const again = await call('POST', `/api/users/${user}/offer-password-reset`, {}, key);
  expect(again).toMatchObject({ status: 200, body: { id: user, version: 2 } });
  expect(again.body.code).toBeUndefined();
  const choose = { userName: 'LI.SI', code, newPassword: fresh };
  const refused = async (change: object) => (await call('POST', '/password-reset', { ...choose, ...change })).body.type;
  expect(await refused({ code: 'aaaaa-aaaaa-aaaaa-aaaaa' })).toBe('/problems/wrong-reset-code');
  expect(await refused({ userName: 'nobody' })).toBe('/problems/wrong-reset-code');
  expect(await refused({ newPassword: '1234567890' })).toBe('/problems/weak-password');
  expect((await call('POST', '/password-reset', { ...choose, code: ` ${code.toUpperCase()} ` })).status).toBe(200);
  expect([await signIn(li.password), await signIn(fresh)]).toEqual([401, 200]);
  expect(await refused({ newPassword: '另外一根长长的绳子才好' })).toBe('/problems/wrong-reset-code');
  // Whose first answer was lost asks once more.
  expect((await call('POST', '/password-reset', choose)).status).toBe(200);
  for await (const commit of running.runtimes[0]!.store.journal()) expect(JSON.stringify(commit)).not.toContain(code);
});

test('of two who use one code at once, one chooses the password; a newer code ends the one before, and a day both', async () => {
  let now = '2026-03-02T08:00:00.000Z';
  const s = await started({ now: () => now });
  const admin = await s.bearer(s.announced[0]!);
  const user = (await s.call('POST', '/api/users', li, admin)).body.id as string;
  const offer = async () => (await s.call('POST', `/api/users/${user}/offer-password-reset`, {}, admin)).body.code;
  const choose = async (code: string, newPassword: string) =>
    (await s.call('POST', '/password-reset', { userName: li.userName, code, newPassword })).status;
  const [older, newer] = [await offer(), await offer()];
  expect(await choose(older, fresh)).toBe(401);
  const both = await Promise.all([choose(newer, fresh), choose(newer, '另外一根长长的绳子才好')]);
  expect(both.sort()).toEqual([200, 401]);
  const late = await offer();
  now = '2026-03-03T08:00:01.000Z';
  expect(await choose(late, '第三根长长的绳子还要好')).toBe(401);
});

test('an administrator gives no operator a code; guesses are slowed down as sign-ins are', async () => {
  const { call, bearer, announced, admin } = await withLi();
  const own = (await call('POST', '/sign-in', announced[0]!)).body.actor;
  const org = (await call('POST', '/api/orgs', { code: 'A', name: '甲工会' }, admin)).body.id;
  const local = { ...li, userName: 'wang.wu', roles: ['admin'], organisation: org };
  await call('POST', '/api/users', local, admin);
  const other = await bearer(local);
  expect((await call('POST', `/api/users/${own.sub}/offer-password-reset`, {}, other)).status).toBe(404);
  const guess = { userName: li.userName, code: 'aaaaa-aaaaa-aaaaa-aaaaa', newPassword: fresh };
  const statuses = [];
  for (let n = 0; n < 7; n += 1) statuses.push((await call('POST', '/password-reset', guess)).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
});
