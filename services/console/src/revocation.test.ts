import { sessionOf } from '@jiangong/service-kit';
import { counter } from '@jiangong/service-kit/counter';
import { expect, test, vi } from 'vitest';
import { li, started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

async function withLi() {
  const t = await started({ others: [counter] });
  const admin = await t.bearer(t.announced[0]!);
  const { id } = (await t.call('POST', '/api/users', { ...li, roles: ['admin'] }, admin)).body;
  const asLi = await t.bearer(li);
  const acts = async (headers: object) => (await t.call('GET', '/api/users', undefined, headers)).status;
  expect(await acts(asLi)).toBe(200);
  return { ...t, admin, id, asLi, acts };
}
type Ground = Awaited<ReturnType<typeof withLi>>;
const { password: _, ...rest } = li;
const match = { 'if-match': '*' };

test.each([
  ['removed', ({ call, id, admin }: Ground) => call('DELETE', `/api/users/${id}`, undefined, admin)],
  [
    'demoted',
    ({ call, id, admin }: Ground) =>
      call('PUT', `/api/users/${id}`, { ...rest, roles: ['hr'] }, { ...admin, ...match }),
  ],
  [
    'given a new password',
    ({ call, id, admin }: Ground) =>
      call(
        'PUT',
        `/api/users/${id}`,
        { ...li, roles: ['admin'], password: 'another long one' },
        { ...admin, ...match },
      ),
  ],
  ['signing out', ({ call, asLi }: Ground) => call('POST', '/api/sign-out', undefined, asLi)],
] as const)('the tokens of a user who is %s end, and nobody else’s', async (_, end) => {
  const t = await withLi();
  expect((await end(t)).status).toBe(200);
  await expect.poll(() => t.acts(t.asLi), { timeout: 5_000 }).toBe(401);
  expect(await t.acts(t.admin)).toBe(200);
  // Other services know it from the console's events.
  const [own, other] = t.running.runtimes.map(({ store }) => store);
  await expect.poll(() => sessionOf(other!, t.id)).toEqual(await sessionOf(own!, t.id));
});

test('signing out allows signing in again; a password reset ends the old password', async () => {
  const { call, asLi, acts, bearer, id, admin } = await withLi();
  await call('POST', '/api/sign-out', undefined, asLi);
  const again = await bearer(li);
  expect(await acts(again)).toBe(200);
  const reset = { ...li, roles: ['admin'], password: 'another long one' };
  await call('PUT', `/api/users/${id}`, reset, { ...admin, ...match });
  const { userName, password } = li;
  expect((await call('POST', '/sign-in', { userName, password })).status).toBe(401);
  expect(await acts(await bearer(reset))).toBe(200);
});

test('users registered by another organisation can sign out, too', async () => {
  const { call, admin, bearer } = await withLi();
  const organisation = (await call('POST', '/api/orgs', { code: 'A', name: '甲工会' }, admin)).body.id;
  const wang = { ...li, userName: 'wang.wu', organisation };
  await call('POST', '/api/users', wang, admin);
  const asWang = await bearer(wang);
  expect((await call('POST', '/api/sign-out', undefined, asWang)).status).toBe(200);
  await expect.poll(async () => (await call('GET', '/api/users', undefined, asWang)).status).toBe(401);
});

test('a user of a foreign issuer cannot sign out here', async () => {
  const { call, admin, id } = await withLi();
  await call('DELETE', `/api/users/${id}`, undefined, admin);
  expect((await call('POST', '/api/sign-out')).status).toBe(401);
});
