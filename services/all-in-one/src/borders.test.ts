// Borders and roles as a matrix: every route × every role, and every request of a whole year asked again by strangers.

import { consoleService } from '@jiangong/console';
import { type Role, roles } from '@jiangong/contracts';
import { play } from '@jiangong/demo';
import { install, settle, unseen } from '@jiangong/demo/fixture';
import { startTesting, tokenOf } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { services } from './services.ts';

const manifests = [consoleService(() => {}), ...services];
const routes = manifests.flatMap((manifest) => manifest.routes);
const nowhere = '00000000-0000-8000-8000-000000000000';
const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';

test('every route asks for a token and for one of its roles, before it tells anything else', async () => {
  const t = await startTesting(manifests);
  const tokens = new Map<Role, string>();
  for (const role of roles) tokens.set(role, `Bearer ${await tokenOf({ org, sub: role, roles: [role] })}`);
  let asked = 0;
  for (const route of routes) {
    const url = `/api${route.path.replace(/:\w+/g, nowhere)}`;
    const ask = async (authorization?: string) => {
      asked += 1;
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
  expect(asked).toBeGreaterThan(routes.length * roles.length);
  await t.stop();
}, 60_000);

interface Seen {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  by: string;
}
const hasId = /\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

test('every request of the year about a known record is 404 for strangers with every role, and changes nothing', async () => {
  const seen = new Map<string, Seen>();
  const orgOf = new Map<string, string>();
  const recording: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const { pathname, search } = new URL(String(input));
    const headers = init?.headers as Record<string, string>;
    if (pathname === '/sign-in') {
      const { token, actor } = (await answer.clone().json()) as { token: string; actor: { org: string } };
      orgOf.set(`Bearer ${token}`, actor.org);
    } else if (hasId.test(pathname) && answer.ok && !pathname.startsWith('/api/public/')) {
      const method = init?.method ?? 'GET';
      const by = orgOf.get(headers.authorization!) ?? '';
      const body = init?.body as string | undefined;
      seen.set(`${method} ${pathname}${search}`, {
        method,
        path: pathname + search,
        headers,
        by,
        ...(body ? { body } : {}),
      });
    }
    return answer;
  };
  const { url, admin, running } = await install();
  await play({ url, admin, progress: unseen, print: () => {}, fetch: recording });

  const send = (path: string, init: RequestInit) => fetch(url + path, init);
  const json = { 'content-type': 'application/json' };
  const signIn = async (userName: string, password: string) => {
    const answer = await send('/sign-in', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ userName, password }),
    });
    return `Bearer ${((await answer.json()) as { token: string }).token}`;
  };
  const asAdmin = { ...json, authorization: await signIn(admin.userName, admin.password) };
  const made = await send('/api/orgs', {
    method: 'POST',
    headers: asAdmin,
    body: JSON.stringify({ code: 'QT', name: '其他工会' }),
  });
  const { id: strangers } = (await made.json()) as { id: string };
  const password = 'stranger-password-1';
  const user = {
    userName: 'stranger',
    password,
    name: '陌生人',
    organisation: strangers,
    roles,
    departments: ['safety'],
    units: [nowhere],
  };
  const registered = await send('/api/users', { method: 'POST', headers: asAdmin, body: JSON.stringify(user) });
  expect([registered.status, await registered.text()]).toEqual([201, expect.any(String)]);
  const authorization = await signIn('stranger', password);

  await settle(running);
  const before = await journalSizes();
  const let_through: string[] = [];
  for (const { method, path, headers, body } of seen.values()) {
    const answer = await send(path, {
      method,
      headers: { ...headers, authorization, 'idempotency-key': `stranger ${method} ${path}` },
      ...(body ? { body } : {}),
    });
    if (answer.status !== 404) let_through.push(`${answer.status} ${method} ${path}`);
    await answer.arrayBuffer();
  }
  expect(let_through).toEqual([]);
  expect(seen.size).toBeGreaterThan(500);
  expect(await journalSizes()).toEqual(before);
  await running.stop();

  async function journalSizes() {
    const sizes: Record<string, number> = {};
    for (const { manifest, store } of running.runtimes) {
      let commits = 0;
      for await (const _ of store.journal()) commits += 1;
      sizes[manifest.name] = commits;
    }
    return sizes;
  }
}, 120_000);
