// Roles as a matrix: every route of every service, and every route that runs the installation, × every role.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleService } from '@jiangong/console';
import { type Role, roles, scopes } from '@jiangong/contracts';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { expect, onTestFinished, test } from 'vitest';
import { services } from './services.ts';

const manifests = [consoleService(() => {}), ...services];
const routes = manifests.flatMap((manifest) => manifest.routes);
const nowhere = '00000000-0000-8000-8000-000000000000';
const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';

test('every route requires a token and one of its roles before anything else', async () => {
  const t = await startTesting(manifests);
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, `Bearer ${await tokenOf({ org, sub: role, roles: [role] })}`);
  let requests = 0;
  for (const route of routes) {
    const url = `/api${route.path.replace(/:\w+/g, nowhere)}`;
    const ask = async (authorization?: string) => {
      requests += 1;
      const headers = authorization ? { authorization } : {};
      const response = await t.app.inject({ method: route.method, url, headers });
      return {
        status: response.statusCode,
        type: response.headers['content-type']?.toString().includes('json') ? response.json().type : '',
      };
    };
    const bare = await ask();
    if (route.roles === 'public') {
      expect([url, bare.status]).not.toEqual([url, 401]);
      expect(route.path.startsWith('/public/')).toBe(true);
      continue;
    }
    expect([url, bare.status]).toEqual([url, 401]);
    for (const [role, token] of tokens) {
      const { type } = await ask(token);
      expect([route.method, url, role, type === '/problems/forbidden']).toEqual([
        route.method,
        url,
        role,
        !route.roles.includes(role),
      ]);
    }
  }
  expect(requests).toBeGreaterThan(routes.length * roles.length);
  await t.stop();
}, 240_000);

test('a machine reaches the routes of its scopes and no other, and the description says which', async () => {
  const t = await startTesting(manifests);
  const opened: Record<string, string[]> = {};
  for (const scope of scopes) {
    // One token each: a fresh one would be verified anew with every request.
    const authorization = `Bearer ${await tokenOf({ org, sub: scope, roles: [], scopes: [scope] })}`;
    const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string) => {
      const answer = await t.app.inject({ method, url, headers: { authorization } });
      return { status: answer.statusCode, isScopeMissing: answer.body.includes('/problems/scope-missing') };
    };
    for (const route of routes) {
      if (route.roles === 'public') continue;
      const path = `/api${route.path.replace(/:\w+/g, nowhere)}`;
      const { status, isScopeMissing } = await ask(route.method, path);
      const isOpen = !isScopeMissing;
      expect([route.method, path, isOpen]).toEqual([route.method, path, route.scope === scope]);
      if (isOpen) opened[scope] = [...(opened[scope] ?? []), `${route.method} ${route.path}`];
      else expect(status).toBe(403);
    }
    for (const [name, allowed] of Object.entries(ofOperations)) {
      if (allowed === 'public' || name.endsWith('/backup')) continue;
      const [method, path] = name.split(' ') as ['GET' | 'POST', string];
      const { status } = await ask(method, path.replace(/\{\w+\}/g, nowhere));
      expect([name, status]).toEqual([name, 403]);
    }
  }
  expect(opened['hr:read']).toEqual(['GET /hr/feed', 'GET /hr/exports/:target']);
  expect(opened['hr:reconcile']).toEqual(['POST /hr/reconciliations']);
  expect(new Set(opened.webhooks!.map((name) => name.split('/').slice(1, 3).join('/')))).toEqual(
    new Set(['hr/webhooks']),
  );
  // A person whose client asked for scopes has the roles, and nothing besides.
  const person = { org, sub: 'person', roles: ['finance' as const], scopes: [...scopes] };
  expect((await t.call(person, 'GET', '/api/hr/feed')).body.type).toBe('/problems/forbidden');
  expect((await t.call(person, 'GET', '/api/grants')).status).toBe(200);
  const described = t.app.swagger().paths as Record<string, Record<string, { security?: object[] }>>;
  expect(described['/api/hr/feed']!.get!.security).toEqual([{ bearer: [] }, { machine: ['hr:read'] }]);
  await t.stop();
}, 120_000);

/** What is not of a service: for operators of the installation, and what a union's auditor may ask about the own union. */
const ofOperations: Record<string, readonly Role[] | 'public'> = {
  'GET /live': 'public',
  'GET /ready': 'public',
  'GET /health': 'public',
  'GET /jwks': 'public',
  'POST /sign-in': 'public',
  'POST /token': 'public',
  'POST /password': 'public',
  'POST /password-reset': 'public',
  'POST /second-factor': 'public',
  'POST /second-factor/confirm': 'public',
  'GET /metrics': ['operator'],
  'GET /ops/status': ['operator'],
  'GET /ops/parked': ['operator', 'auditor'],
  'POST /ops/parked/redrive': ['operator'],
  'POST /ops/backup': ['operator'],
  'GET /journal/{noun}/{id}': ['auditor'],
};

test('routes that run the installation are for operators: every other one belongs to a service or a list', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-borders-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const env = { DATA: folder, STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
  const t = await startTesting(manifests, { env });
  const described = Object.entries(t.app.swagger().paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.filter((name) => !name.includes(' /api/')).sort()).toEqual(Object.keys(ofOperations).sort());
  for (const [name, allowed] of Object.entries(ofOperations)) {
    if (allowed === 'public') continue;
    const [method, path] = name.split(' ') as ['GET' | 'POST', string];
    const url = path.replace('{noun}', 'unit').replace('{id}', nowhere);
    expect([name, (await t.call(undefined, method, url)).status]).toEqual([name, 401]);
    for (const role of roles) {
      const { body } = await t.call({ org, roles: [role] }, method, url, method === 'POST' ? {} : undefined);
      // Only those who may act learn what is wrong with a body.
      expect([name, role, body?.type === '/problems/forbidden']).toEqual([name, role, !allowed.includes(role)]);
    }
  }
  await t.stop();
});
