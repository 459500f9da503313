// Who runs the installation, and who only a union: the operator's role, and what an administrator reaches without it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { firstOrganisation } from '@jiangong/contracts';
import { readConfig } from '@jiangong/service-kit/config';
import { type Running, start } from '@jiangong/service-kit/start';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Credentials } from './first-administrator.ts';
import { hashPassword } from './password.ts';
import { keepHash, keepPerson } from './private-store.ts';
import { consoleService } from './service.ts';
import { userId } from './user.ts';

// Hashing passwords is slow on purpose.
vi.setConfig({ testTimeout: 60_000 });

async function started(env: Record<string, string> = {}) {
  const announced: Credentials[] = [];
  const memory = { STORE_URL: 'memory:', LOG_URL: 'memory:' };
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...memory, ...env });
  const running: Running = await start([consoleService((credentials) => void announced.push(credentials))], config);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= running.stop());
  onTestFinished(stop);
  async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object, headers = {}) {
    const answer = await running.app.inject({ method, url, headers, ...(body ? { payload: body } : {}) });
    return { status: answer.statusCode, body: answer.body ? JSON.parse(answer.body) : undefined };
  }
  async function as({ userName, password }: Credentials) {
    const { body } = await call('POST', '/sign-in', { userName, password });
    return { headers: { authorization: `Bearer ${body.token}` }, actor: body.actor };
  }
  return { running, announced, call, as, stop };
}
const password = 'a long enough one';

test('a union’s administrator manages its own union’s users alone, and cannot raise itself', async () => {
  const { announced, call, as } = await started();
  const operator = await as(announced[0]!);
  expect(operator.actor.roles).toEqual(['admin', 'operator']);
  const made = async (code: string) =>
    (await call('POST', '/api/orgs', { code, name: `${code}工会` }, operator.headers)).body.id;
  const [own, other] = [await made('A'), await made('B')];
  const user = (userName: string, organisation: string, roles: string[]) => ({
    ...{ userName, password, name: userName, organisation, roles },
  });
  const register = async (body: object, headers = operator.headers) => call('POST', '/api/users', body, headers);
  await register(user('local.admin', own, ['admin', 'auditor']));
  const { id: hers } = (await register(user('of.a', own, ['hr']))).body;
  const { id: theirs } = (await register(user('of.b', other, ['hr']))).body;
  const { id: runner } = (await register(user('runner', own, ['operator']))).body;
  const { headers } = await as({ userName: 'local.admin', password });

  // What was made for the union by the operator is seen by the union; nobody else is.
  const seen = (await call('GET', '/api/users', undefined, headers)).body.items;
  expect(seen.map(({ userName }: Credentials) => userName).sort()).toEqual(['local.admin', 'of.a', 'runner']);
  expect((await call('GET', `/api/users?organisation=${other}`, undefined, headers)).body.items).toEqual([]);
  expect((await call('GET', `/api/users/${theirs}`, undefined, headers)).status).toBe(404);
  expect((await call('GET', `/api/orgs/${other}`, undefined, headers)).status).toBe(404);
  expect((await call('GET', `/journal/user/${hers}`, undefined, headers)).status).toBe(200);
  expect((await call('GET', `/journal/user/${theirs}`, undefined, headers)).status).toBe(404);

  const about = (userName: string, roles: string[]) => ({ userName, name: userName, roles });
  const put = (id: string, body: object) => call('PUT', `/api/users/${id}`, body, { ...headers, 'if-match': '"1"' });
  expect((await put(hers, about('of.a', ['hr', 'finance']))).status).toBe(200);
  expect((await put(theirs, about('of.b', ['hr']))).status).toBe(404);
  expect((await call('DELETE', `/api/users/${theirs}`, undefined, headers)).status).toBe(404);
  expect((await register(user('new.b', other, ['hr']), headers)).status).toBe(404);
  expect((await call('POST', `/api/orgs/${other}/amend`, { name: '改名' }, headers)).status).toBe(404);
  expect((await call('POST', `/api/orgs/${own}/amend`, { name: '改名' }, headers)).status).toBe(200);
  expect((await call('POST', '/api/orgs', { code: 'C', name: '丙' }, headers)).status).toBe(403);
  for (const answer of [
    await put(userId('local.admin'), about('local.admin', ['admin', 'operator'])),
    await register(user('second', own, ['operator']), headers),
    await put(runner, { ...about('runner', ['operator']), password }),
    await call('DELETE', `/api/users/${runner}`, undefined, headers),
  ])
    expect([answer.status, answer.body.type]).toEqual([403, '/problems/operator-only']);
  for (const path of ['/metrics', '/ops/status'])
    expect([path, (await call('GET', path, undefined, headers)).body.type]).toEqual([path, '/problems/forbidden']);

  // A name that one union gave up is no other's loss.
  expect((await call('DELETE', `/api/users/${hers}`, undefined, headers)).status).toBe(200);
  expect((await register(user('of.a', other, ['hr']))).status).toBe(200);
  expect((await call('GET', `/api/users/${hers}`, undefined, headers)).status).toBe(404);
});

test('the upgrade keeps the operator of an installation, and makes none of a union’s administrators one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-operators-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const env = { DATA: folder, STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
  // With an issuer elsewhere nobody is made, so that what the version before wrote can be put there.
  const before = await started({ ...env, JWKS_URL: 'http://127.0.0.1:9/jwks' });
  const { store } = before.running.runtimes[0]!;
  const union = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
  const hash = await hashPassword(password);
  for (const [userName, organisation] of [
    ['admin', firstOrganisation],
    ['second.admin', firstOrganisation],
    ['local.admin', union],
  ] as const) {
    const user = userId(userName);
    const data = { user, organisation, roles: ['admin'], departments: [], units: [] };
    const cause = userName === 'admin' ? 'first-start/administrator' : `old/${userName}`;
    const about = { cause, correlation: cause, causation: cause, actor: 'system:first-start', org: firstOrganisation };
    const commit = {
      ...{ stream: `user/${user}`, version: 1, events: [{ type: 'user-registered', version: 1, data }], ...about },
      ...{ time: '2024-01-05T09:00:00+08:00', answer: { status: 201 as const, id: user, version: 1 } },
    };
    const privateRows = [keepPerson(user, { userName, name: userName }), keepHash(user, hash)];
    await store.write({ commit, privateRows });
  }
  await store.write({ privateRows: [{ table: 'first-administrator', key: 'told', body: { user: userId('admin') } }] });
  await before.stop();
  // Rows as the version before had made them: without the role.
  const database = new DatabaseSync(join(folder, 'console.db'));
  database.exec(`UPDATE "view users" SET body = replace(body, ',"operator"', '')`);
  database.exec(`UPDATE views SET shape = replace(shape, ',2]', ',1]') WHERE name = 'users'`);
  database.close();

  const { announced, as, call } = await started(env);
  expect(announced).toEqual([]);
  const rolesOf = async (userName: string) => (await as({ userName, password })).actor.roles;
  expect(await rolesOf('admin')).toEqual(['admin', 'operator']);
  expect(await rolesOf('second.admin')).toEqual(['admin', 'operator']);
  expect(await rolesOf('local.admin')).toEqual(['admin']);
  const { headers } = await as({ userName: 'admin', password });
  expect((await call('GET', '/ops/status', undefined, headers)).status).toBe(200);
});
