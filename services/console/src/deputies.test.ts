import { counter } from '@jiangong/service-kit/counter';
import { expect, test, vi } from 'vitest';
import { started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

const now = '2026-03-02T01:00:00.000Z';
const people = {
  zhang: { userName: 'zhang.san', password: 'a long enough one', name: '张三', roles: ['finance'] },
  li: { userName: 'li.si', password: 'a long enough one', name: '李四', roles: ['organiser', 'admin'] },
  wang: { userName: 'wang.wu', password: 'a long enough one', name: '王五', roles: ['organiser', 'auditor'] },
};
const period = { from: '2026-03-02', to: '2026-03-13', reason: '外出培训' };

async function ground() {
  const clock = { now };
  const t = await started({ others: [counter], now: () => clock.now });
  const admin = await t.bearer(t.announced[0]!);
  const users: Record<string, string> = {};
  for (const [key, person] of Object.entries(people))
    users[key] = (await t.call('POST', '/api/users', person, admin)).body.id;
  const as = async (key: keyof typeof people) => t.bearer(people[key]);
  /** 李四 has 张三 as a deputy. */
  const appoint = async (over: object = {}, headers?: object, of = users.li) =>
    t.call(
      'POST',
      `/api/users/${of}/deputies`,
      { deputy: 'zhang.san', ...period, ...over },
      headers ?? (await as('li')),
    );
  const draw = async (headers: object, user?: string) => t.call('POST', '/api/behalf', user ? { user } : {}, headers);
  const bearing = ({ body }: { body: { token: string } }) => ({ authorization: `Bearer ${body.token}` });
  const status = async (headers: object) => (await t.call('GET', '/api/me', undefined, headers)).status;
  return { ...t, admin, users, as, appoint, draw, bearing, status, clock };
}
const code = ({ body }: { body: { type: string } }) => body.type.replace('/problems/', '');

test('a deputy is appointed by the user or an administrator, for so many days at most', async () => {
  const { appoint, call, as, admin, users } = await ground();
  expect(code(await appoint({ deputy: 'li.si' }))).toBe('own-deputy');
  expect(code(await appoint({ deputy: 'nobody' }))).toBe('not-found');
  expect(code(await appoint({}, await as('wang')))).toBe('not-found');
  expect(code(await appoint({ from: '2026-03-01' }))).toBe('deputy-window');
  expect(code(await appoint({ to: '2026-03-01' }))).toBe('deputy-window');
  const tooLong = await appoint({ to: '2026-04-02' });
  expect(tooLong.body).toMatchObject({ status: 422, type: '/problems/deputy-window' });
  expect(tooLong.body.detail).toContain('最长 31 天');
  expect((await appoint({ to: '2026-04-01' })).status).toBe(200);
  expect(code(await appoint())).toBe('already-exists');
  const organisation = (await call('GET', '/api/me', undefined, admin)).body.actor.org;
  const amended = { name: '集团工会', deputyDays: 5 };
  expect((await call('POST', `/api/orgs/${organisation}/amend`, amended, admin)).status).toBe(200);
  expect(code(await appoint({ deputy: 'wang.wu' }))).toBe('deputy-window');
  expect((await appoint({ deputy: 'wang.wu', to: '2026-03-06' }, admin)).status).toBe(200);
  const { items } = (await call('GET', `/api/deputies?user=${users.li}`, undefined, await as('li'))).body;
  expect(items).toHaveLength(2);
});

test('somebody of another union is nobody’s deputy', async () => {
  const { appoint, call, admin } = await ground();
  const organisation = (await call('POST', '/api/orgs', { code: 'A', name: '甲工会' }, admin)).body.id;
  await call('POST', '/api/users', { ...people.wang, userName: 'zhao.liu', organisation }, admin);
  expect(code(await appoint({ deputy: 'zhao.liu' }))).toBe('not-found');
});

test('a deputy acts in the roles of whom they stand in for, but for administration; both are named', async () => {
  const { appoint, as, draw, bearing, call, users } = await ground();
  await appoint();
  const own = await as('zhang');
  const me = (await call('GET', '/api/me', undefined, own)).body;
  expect(me.mayActFor).toEqual([{ user: users.li, name: '李四', to: period.to }]);
  const drawn = await draw(own, users.li);
  expect(drawn.body.actor).toMatchObject({ sub: users.zhang, behalf: users.li, roles: ['organiser'], ownUnits: [] });
  const deputy = bearing(drawn);
  const mine = (await call('GET', '/api/me', undefined, deputy)).body;
  expect(mine).toMatchObject({ name: '张三', behalf: { user: users.li, name: '李四' } });
  const unit = '01912d5a-7b1c-7d43-9c2e-6d1f8a3b5c70';
  expect((await call('POST', `/api/units/${unit}`, { name: '一公司' }, deputy)).status).toBe(201);
  const audited = (await call('GET', `/journal/unit/${unit}`, undefined, await as('wang'))).body;
  const both = { actor: users.zhang, behalf: users.li };
  expect(audited.commits).toMatchObject([{ ...both, events: [both] }]);
  const { items } = (await call('GET', '/api/deputies', undefined, await as('wang'))).body;
  expect(items).toMatchObject([{ deputyName: '张三', userName: '李四', state: 'current', ...period }]);
  expect((await call('GET', '/api/deputies', undefined, own)).body.items).toEqual([]);
  // Back to oneself.
  expect((await draw(deputy)).body.actor).toEqual({
    ...{ sub: users.zhang, org: mine.actor.org, roles: ['finance'], departments: [], units: [] },
  });
});

test('a deputy passes nothing on', async () => {
  const { appoint, as, draw, bearing, users } = await ground();
  await appoint();
  const deputy = bearing(await draw(await as('zhang'), users.li));
  expect(code(await appoint({ deputy: 'wang.wu' }, deputy))).toBe('not-found');
  expect(code(await appoint({ deputy: 'wang.wu' }, deputy, users.zhang))).toBe('deputy-passed-on');
  // Who stands in for the deputy does not stand in for whom the deputy stands in for.
  expect((await appoint({ deputy: 'wang.wu' }, await as('zhang'), users.zhang)).status).toBe(200);
  const chained = bearing(await draw(await as('wang'), users.zhang));
  expect(code(await draw(chained, users.li))).toBe('not-deputy');
});

test.each([
  ['is ended', async ({ call, users, as, id }: Ended) => end(await as('li'), { call, users, id })],
  [
    'is ended by whom they stand in for having other duties',
    async ({ call, users, admin }: Ended) => {
      const { password: _, ...rest } = people.li;
      const body = { ...rest, roles: ['admin'] };
      return call('PUT', `/api/users/${users.li}`, body, { ...admin, 'if-match': '*' });
    },
  ],
  ['ends with the user', ({ call, users, admin }: Ended) => call('DELETE', `/api/users/${users.li}`, undefined, admin)],
] as const)('a deputyship that %s gives no more tokens, and those drawn by it end', async (_, done) => {
  const t = await ground();
  await t.appoint();
  const own = await t.as('zhang');
  const list = (await t.call('GET', `/api/deputies?deputy=${t.users.zhang}`, undefined, own)).body;
  const deputy = t.bearing(await t.draw(own, t.users.li));
  expect(await t.status(deputy)).toBe(200);
  expect((await done({ ...t, id: list.items[0].deputyship })).status).toBe(200);
  expect(code(await t.draw(own, t.users.li))).toBe('not-deputy');
  await expect.poll(() => t.status(deputy)).toBe(401);
  expect(await t.status(own)).toBe(200);
});
type Ended = Awaited<ReturnType<typeof ground>> & { id: string };
const end = (headers: object, { call, users, id }: Pick<Ended, 'call' | 'users' | 'id'>) =>
  call('POST', `/api/users/${users.li}/deputies/${id}/end`, { reason: '提前返回' }, headers);

test('whom they stand in for may sign out, and the deputy goes on', async () => {
  const { appoint, as, draw, bearing, call, status, users } = await ground();
  await appoint();
  const deputy = bearing(await draw(await as('zhang'), users.li));
  await call('POST', '/api/sign-out', undefined, await as('li'));
  expect((await draw(await as('zhang'), users.li)).status).toBe(200);
  expect(await status(deputy)).toBe(200);
});

test('a token is drawn from the first day to the last, and lives no longer than either the day or the sign-in', async () => {
  const { appoint, as, draw, bearing, users, clock } = await ground();
  await appoint({ from: '2026-03-03', to: '2026-03-03' });
  expect(code(await draw(await as('zhang'), users.li))).toBe('not-deputy');
  clock.now = '2026-03-03T01:00:00.000Z';
  const own = await as('zhang');
  clock.now = '2026-03-03T02:00:00.000Z';
  const drawn = await draw(own, users.li);
  expect(drawn.body.expiresAt).toBe('2026-03-03T13:00:00.000Z');
  expect((await draw(bearing(drawn))).body.expiresAt).toBe('2026-03-03T13:00:00.000Z');
  clock.now = '2026-03-03T15:00:00.000Z';
  expect((await draw(await as('zhang'), users.li)).body.expiresAt).toBe('2026-03-03T16:00:00.000Z');
  clock.now = '2026-03-03T16:00:00.000Z';
  expect(code(await draw(await as('zhang'), users.li))).toBe('not-deputy');
});

test('on the page a deputy’s session is a cookie that scripts cannot read', async () => {
  const { appoint, call, users } = await ground();
  await appoint();
  const { userName, password } = people.zhang;
  const site = { 'sec-fetch-site': 'same-origin' };
  const cookieIn = ({ headers }: { headers: Record<string, unknown> }) => String(headers['set-cookie']).split(';')[0];
  const own = cookieIn(await call('POST', '/session', { userName, password }, site));
  const drawn = await call('POST', '/api/session/behalf', { user: users.li }, { ...site, cookie: own });
  expect(drawn.body.token).toBeUndefined();
  expect(drawn.headers['set-cookie']).toContain('HttpOnly; SameSite=Strict');
  const me = await call('GET', '/api/me', undefined, { ...site, cookie: cookieIn(drawn) });
  expect(me.body.behalf).toEqual({ user: users.li, name: '李四' });
  const other = await call('POST', '/api/session/behalf', {}, { 'sec-fetch-site': 'cross-site', cookie: own });
  expect(code(other)).toBe('cross-site');
});
