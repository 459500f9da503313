import { expect, test, vi } from 'vitest';
import type { Credentials } from './first-administrator.ts';
import { li, started } from './started.fixture.ts';

// Hashing passwords is slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

test('the first administrator’s password opens a session, and what is private is in no event', async () => {
  const { running, announced, call, bearer } = await started();
  expect(announced).toHaveLength(1);
  const admin = await bearer(announced[0]!);
  const org = (await call('POST', '/api/orgs', { code: 'BCEG1', name: '北京建工一建公司工会' }, admin)).body.id;
  const { body: user } = await call('POST', '/api/users', { ...li, organisation: org }, admin);
  const session = (await call('POST', '/sign-in', { userName: 'LI.SI', password: li.password })).body;
  expect(session).toMatchObject({ actor: { sub: user.id, org, roles: ['hr'] }, name: '李四' });
  expect((await call('GET', '/api/users', undefined, { authorization: `Bearer ${session.token}` })).status).toBe(403);
  expect((await call('GET', `/api/users?organisation=${org}`, undefined, admin)).body.items).toEqual([
    {
      user: user.id,
      organisation: org,
      roles: ['hr'],
      departments: [],
      units: [],
      userName: 'li.si',
      name: '李四',
      contact: '010-5555',
    },
  ]);
  for await (const commit of running.runtimes[0]!.store.journal())
    expect(JSON.stringify(commit)).not.toMatch(/李四|010-5555|li\.si|scrypt|long enough/);
});

test('wrong passwords and unknown names are refused in the same words', async () => {
  const { call } = await started();
  const answers = await Promise.all([
    call('POST', '/sign-in', { userName: 'admin', password: 'not it at all' }),
    call('POST', '/sign-in', { userName: 'nobody', password: 'not it at all' }),
  ]);
  for (const { status } of answers) expect(status).toBe(401);
  expect(answers[0]!.text).toBe(answers[1]!.text);
  expect((await call('POST', '/sign-in', { userName: 'admin' })).status).toBe(400);
});

test('a user is amended whole, keeps the password unless given another, and is erased when removed', async () => {
  const { announced, call, bearer } = await started();
  const admin = await bearer(announced[0]!);
  const { id } = (await call('POST', '/api/users', li, admin)).body;
  expect((await call('POST', '/api/users', li, admin)).body.type).toBe('/problems/already-exists');
  const { password: _, ...rest } = li;
  expect((await call('PUT', `/api/users/${id}`, rest, admin)).status).toBe(428);
  const amended = await call(
    'PUT',
    `/api/users/${id}`,
    { ...rest, roles: ['auditor'] },
    { ...admin, 'if-match': '"1"' },
  );
  expect(amended).toMatchObject({ status: 200, body: { version: 2 } });
  expect((await call('POST', '/sign-in', li)).status).toBe(400);
  const signedIn = await call('POST', '/sign-in', { userName: li.userName, password: li.password });
  expect(signedIn.body.actor.roles).toEqual(['auditor']);
  const renamed = { ...rest, userName: 'wang.wu' };
  const answer = await call('PUT', `/api/users/${id}`, renamed, { ...admin, 'if-match': '"2"' });
  expect(answer.body.type).toBe('/problems/user-name-fixed');
  expect((await call('DELETE', `/api/users/${id}`, undefined, admin)).status).toBe(200);
  expect((await call('POST', '/sign-in', { userName: li.userName, password: li.password })).status).toBe(401);
  expect((await call('GET', `/api/users/${id}`, undefined, admin)).status).toBe(404);
});

test('an administrator registers users of its own organisation alone, an operator any', async () => {
  const { announced, call, bearer } = await started();
  const platform = await bearer(announced[0]!);
  const org = (await call('POST', '/api/orgs', { code: 'A', name: '甲工会' }, platform)).body.id;
  await call('POST', '/api/users', { ...li, roles: ['admin'], organisation: org }, platform);
  const [above] = (await call('GET', '/api/users', undefined, platform)).body.items.filter(
    ({ userName }: Credentials) => userName === 'admin',
  );
  const local = await bearer(li);
  const wang = { ...li, userName: 'wang.wu', roles: ['admin'] };
  expect((await call('POST', '/api/users', { ...wang, organisation: above.organisation }, local)).status).toBe(404);
  expect((await call('POST', '/api/users', wang, local)).status).toBe(201);
  expect((await call('GET', '/api/users', undefined, local)).body.items).toMatchObject([
    { organisation: org },
    { organisation: org },
  ]);
  expect((await call('GET', '/api/orgs', undefined, local)).body.items).toMatchObject([{ organisation: org }]);
});

test('the keys that check tokens are public and hold nothing private', async () => {
  const { call } = await started();
  const { body } = await call('GET', '/jwks');
  expect(body.keys).toEqual([expect.objectContaining({ kty: 'EC', alg: 'ES256', use: 'sig' })]);
  expect(body.keys[0]).not.toHaveProperty('d');
});
