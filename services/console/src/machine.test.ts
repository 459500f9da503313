// A machine acts by a secret of its own, within its scopes, until the secret is rotated away or the machine ended.
import { get, service } from '@jiangong/service-kit';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { li, started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

const answer = z.object({ org: z.string(), sub: z.string() });
const query = ({ actor: { org, sub } }: { actor: { org: string; sub: string } }) => ({ org, sub });
const reading = service({
  ...{ name: 'awards', streams: {}, views: [], reactions: [], deadlines: [] },
  routes: [
    get('/hr/feed', { summary: ['读', 'Read'], roles: ['hr'], scope: 'hr:read', answer, query }),
    get('/hr/webhooks', { summary: ['回调', 'Webhooks'], roles: ['hr'], scope: 'webhooks', answer, query }),
    get('/grants', { summary: ['荣誉', 'Grants'], roles: ['hr'], answer, query }),
  ],
});

async function withMachine(options: { now?: () => string } = {}) {
  const t = await started({ others: [reading], ...options });
  const admin = await t.bearer(t.announced[0]!);
  const made = await t.call('POST', '/api/machines', { name: '人力资源系统', scopes: ['hr:read'] }, admin);
  const { id, secret } = made.body as { id: string; secret: string };
  const draw = (client_secret: string, more = {}, headers = {}) =>
    t.call('POST', '/token', { grant_type: 'client_credentials', client_id: id, client_secret, ...more }, headers);
  const tokenBy = async (client_secret: string) => {
    const { status, body } = await draw(client_secret);
    expect(status).toBe(200);
    return { authorization: `Bearer ${body.access_token}` };
  };
  const reads = async (headers: object, path = '/api/hr/feed') =>
    (await t.call('GET', path, undefined, headers)).status;
  const rotate = async (overlapHours: number): Promise<string> =>
    (await t.call('POST', `/api/machines/${id}/rotate`, { overlapHours }, admin)).body.secret;
  return { ...t, admin, made, id, secret, draw, tokenBy, reads, rotate };
}

test('a secret is shown once, kept as a hash, and draws tokens that open the scopes of the machine alone', async () => {
  const t = await withMachine();
  expect([t.made.status, t.made.headers['cache-control']]).toEqual([201, 'no-store']);
  expect(Buffer.from(t.secret.replace('jgm_', ''), 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  const { status, body } = await t.draw(t.secret);
  expect([status, body]).toEqual([
    200,
    { access_token: expect.any(String), token_type: 'Bearer', expires_in: expect.any(Number), scope: 'hr:read' },
  ]);
  expect(body.expires_in).toBeLessThanOrEqual(3600);
  const asMachine = { authorization: `Bearer ${body.access_token}` };
  expect(await t.reads(asMachine)).toBe(200);
  const statuses = await Promise.all(
    ['/api/hr/webhooks', '/api/grants', '/api/machines', '/api/users', '/api/me', '/ops/status', '/metrics'].map(
      (path) => t.reads(asMachine, path),
    ),
  );
  expect(new Set(statuses)).toEqual(new Set([403]));

  const [own] = t.running.runtimes;
  const kept = JSON.stringify(await own!.store.privateRows('machine-secret'));
  expect(kept).toContain('hash');
  expect(kept).not.toContain(t.secret);
  for await (const commit of own!.store.journal()) expect(JSON.stringify(commit)).not.toContain(t.secret);
});

test('a repeated registration makes no second machine and shows no secret', async () => {
  const { call, admin } = await withMachine();
  const body = { name: '档案系统', scopes: ['webhooks'] };
  const key = { ...admin, 'idempotency-key': 'one' };
  const first = await call('POST', '/api/machines', body, key);
  const again = await call('POST', '/api/machines', body, key);
  expect(again.body).toEqual({ id: first.body.id, version: 1 });
  const { status } = await call('POST', '/token', {
    ...{ grant_type: 'client_credentials', client_id: first.body.id, client_secret: first.body.secret },
  });
  expect(status).toBe(200);
});

test('clients of the standard send a form, or id and secret by Basic', async () => {
  const { running, id, secret, draw } = await withMachine();
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const byForm = await running.app.inject({ method: 'POST', url: '/token', headers, payload: form.toString() });
  const authorization = `Basic ${Buffer.from(`${id}:${encodeURIComponent(secret)}`).toString('base64')}`;
  const payload = 'grant_type=client_credentials&scope=hr%3Aread&resource=x';
  const byBasic = await running.app.inject({
    method: 'POST',
    url: '/token',
    headers: { ...headers, authorization },
    payload,
  });
  expect([byForm.statusCode, byBasic.statusCode]).toEqual([200, 200]);
  expect((await draw(secret, { scope: 'hr:read webhooks' })).body).toMatchObject({
    type: '/problems/scope-not-granted',
  });
  expect((await draw(secret, { grant_type: 'password' })).status).toBe(400);
});

test('a rotated secret is good until its overlap ends; of three, the first ends with the third', async () => {
  let clock = Date.now();
  const t = await withMachine({ now: () => new Date(clock).toISOString() });
  const before = await t.tokenBy(t.secret);
  const second = await t.rotate(24);
  expect(await t.reads(before)).toBe(200);
  const { keys } = (await t.call('GET', `/api/machines/${t.id}`, undefined, t.admin)).body;
  expect(keys).toEqual([
    { key: expect.any(String) },
    { key: expect.any(String), until: new Date(clock + 24 * 3_600_000).toISOString(), lastUsedAt: expect.any(String) },
  ]);
  expect([(await t.draw(t.secret)).status, (await t.draw(second)).status]).toEqual([200, 200]);
  const third = await t.rotate(1);
  expect([(await t.draw(t.secret)).status, (await t.draw(second)).status]).toEqual([401, 200]);
  clock += 3_600_000;
  expect([(await t.draw(second)).status, (await t.draw(third)).status]).toEqual([401, 200]);
});

test.each([
  ['rotated without overlap', (t: Awaited<ReturnType<typeof withMachine>>) => t.rotate(0)],
  [
    'ended',
    (t: Awaited<ReturnType<typeof withMachine>>) =>
      t.call('POST', `/api/machines/${t.id}/end`, { reason: '系统下线' }, t.admin),
  ],
] as const)('the tokens and the secret of a machine that is %s are good no longer', async (_, end) => {
  const t = await withMachine();
  const asMachine = await t.tokenBy(t.secret);
  expect(await t.reads(asMachine)).toBe(200);
  await end(t);
  expect((await t.draw(t.secret)).status).toBe(401);
  await expect.poll(() => t.reads(asMachine), { timeout: 5_000 }).toBe(401);
  expect(await t.reads(t.admin, '/api/machines')).toBe(200);
});

test('guesses are limited as passwords are, and none says whether there is such a machine', async () => {
  const { draw, call, id } = await withMachine();
  const unknown = { grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'x' };
  expect((await call('POST', '/token', unknown)).text).toBe((await draw('x')).text);
  const statuses = [];
  for (let n = 0; n < 8; n++) statuses.push((await draw(`guess ${n}`)).status);
  expect(statuses).toContain(429);
  expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
  expect((await call('POST', '/token', { ...unknown, client_id: id })).status).toBe(429);
});

test('a machine belongs to the organisation whose administrator registered it', async () => {
  const { call, admin, bearer, id, tokenBy, secret } = await withMachine();
  const organisation = (await call('POST', '/api/orgs', { code: 'A', name: '甲工会' }, admin)).body.id;
  await call('POST', '/api/users', { ...li, roles: ['admin'], organisation }, admin);
  const stranger = await bearer(li);
  expect((await call('GET', '/api/machines', undefined, stranger)).body.items).toEqual([]);
  const others = [
    await call('GET', `/api/machines/${id}`, undefined, stranger),
    await call('POST', `/api/machines/${id}/rotate`, {}, stranger),
    await call('POST', `/api/machines/${id}/end`, { reason: '无' }, stranger),
  ];
  expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect((await call('GET', '/api/hr/feed', undefined, await tokenBy(secret))).body.sub).toBe(id);
});
