import { expect, test } from 'vitest';
import { cookieOf, readSession } from './session.ts';
import { started } from './started.fixture.ts';

const own = { origin: 'http://localhost', host: 'localhost' };
const foreign = { origin: 'http://elsewhere.example', host: 'localhost' };

async function signedIn() {
  const { call, announced } = await started();
  const answer = await call('POST', '/session', announced[0], own);
  const [cookie = ''] = [answer.headers['set-cookie']].flat();
  return { call, announced, answer, header: { cookie: cookie.split(';')[0]! }, cookie };
}

test('a browser gets a cookie that scripts cannot read, and no token', async () => {
  const { answer, cookie } = await signedIn();
  expect(answer.status).toBe(200);
  expect(cookie).toMatch(/^jiangong=[\w.-]+; Path=\/; Max-Age=43\d{3}; HttpOnly; SameSite=Strict$/);
  expect(Object.keys(answer.body)).not.toContain('token');
  expect(answer.text).not.toContain(cookie.split(';')[0]!.slice(-40));
  expect(cookieOf('t', { protocol: 'https' }, 1)).toMatch(/^__Host-jiangong=t; Path=\/; .*; Secure$/);
});

test('the cookie opens the interface, for every tab, until the user signs out', async () => {
  const { call, header } = await signedIn();
  expect((await call('GET', '/api/me', undefined, header)).body).toMatchObject({
    name: '管理员',
    organisationName: '平台管理',
  });
  const out = await call('POST', '/api/sign-out', undefined, { ...header, ...own });
  expect([out.status, out.headers['set-cookie']]).toEqual([200, expect.stringContaining('Max-Age=0')]);
  await expect.poll(async () => (await call('GET', '/api/me', undefined, header)).status).toBe(401);
});

test('behind TLS a cookie that plain HTTP or a neighbour set is none', () => {
  const bearer = (name: string, protocol: string) => {
    const headers: Record<string, string> = { cookie: `${name}=t` };
    readSession(
      { method: 'GET', url: '/', host: 'localhost', protocol, raw: { headers } },
      { header: () => undefined },
    );
    return headers.authorization;
  };
  expect(bearer('__Host-jiangong', 'https')).toBe('Bearer t');
  expect(bearer('jiangong', 'https')).toBeUndefined();
  expect(bearer('jiangong', 'http')).toBe('Bearer t');
});

test('what another site sends with the cookie is refused, and changes nothing', async () => {
  const { call, announced, header } = await signedIn();
  const body = { code: 'X', name: '另一个组织' };
  for (const from of [foreign, {}, { ...own, 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
    const answer = await call('POST', '/api/orgs', body, { ...header, ...from });
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/cross-site']);
  }
  expect((await call('GET', '/api/orgs?code=X', undefined, header)).body.items).toEqual([]);
  expect((await call('POST', '/session', announced[0], foreign)).status).toBe(403);
  expect((await call('POST', '/api/orgs', body, { ...header, ...own })).status).toBe(201);
});
