// The product as processes: one address answers for all, and copies are replaced under load without anybody's loss.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshUrls, onServers } from './servers.fixture.ts';
import { type System, startSystem } from './system.ts';

const preload = [import.meta.resolve('../../demo/src/cheap-hashes.fixture.ts')];
const json = { 'content-type': 'application/json' };

onServers('two copies of a service behind the console', () => {
  let system: System;
  let admin: Record<string, string>;
  let organiser: Record<string, string>;
  const send = (path: string, init?: RequestInit) => fetch(system.url + path, init);
  // biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
  const read = async (path: string, headers: Record<string, string>): Promise<any> =>
    (await send(path, { headers })).json();

  async function signIn(credentials: object) {
    const answer = await send('/sign-in', { method: 'POST', headers: json, body: JSON.stringify(credentials) });
    const { token } = (await answer.json()) as { token: string };
    return { ...json, authorization: `Bearer ${token}` };
  }
  beforeAll(async () => {
    const services = ['competitions'] as const;
    system = await startSystem({ ...freshUrls('rolling'), copies: 2, consoles: 1, services, quiet: true, preload });
    admin = await signIn(system.admin!);
    const post = async (path: string, body: object) => {
      const answer = await send(path, { method: 'POST', headers: admin, body: JSON.stringify(body) });
      return (await answer.json()) as { id: string };
    };
    const { id: organisation } = await post('/api/orgs', { code: 'GH', name: '公司工会' });
    const credentials = { userName: 'organiser', password: 'organiser-password-1' };
    const user = { ...credentials, name: '组织者', organisation, roles: ['organiser', 'auditor'] };
    await post('/api/users', { ...user, departments: [], units: [] });
    organiser = await signIn(credentials);
  });
  afterAll(() => system?.stop());

  test('restarted one after the other under load: every command succeeds once it is repeated, and is done once', async () => {
    let loaded = true;
    let answered = 0;
    const again: Record<string, number> = {};
    const surprises: string[] = [];
    async function client(name: number) {
      for (let n = 0; loaded; n += 1) {
        const code = `U-${name}-${n}`;
        const body = JSON.stringify({ code, name: `单位${code}`, shortName: code, kind: 'branch' });
        const headers = { ...organiser, 'idempotency-key': randomUUID() };
        for (;;) {
          const answer = await send('/api/units', { method: 'POST', headers, body }).catch(() => undefined);
          const text = await answer?.text();
          if (answer?.ok) break;
          const why = String(answer?.status ?? 'no answer');
          if (why !== '503') surprises.push(`${why} ${text}`);
          again[why] = (again[why] ?? 0) + 1;
          if (answer?.status !== undefined && answer.status < 500) return;
          await sleep(50);
        }
        answered += 1;
      }
    }
    const clients = Promise.all([0, 1, 2, 3].map(client));
    await sleep(500);
    await system.restart('competitions', 0);
    await sleep(500);
    await system.restart('competitions', 1);
    await sleep(500);
    loaded = false;
    await clients;
    process.stderr.write(`rolling restart: ${answered} commands, repeated after ${JSON.stringify(again)}\n`);
    expect(surprises).toEqual([]);
    let listed = 0;
    for (let cursor = ''; ; ) {
      const { items, next } = await read(`/api/units?limit=200${cursor && `&cursor=${cursor}`}`, organiser);
      listed += items.length;
      if (!next) break;
      cursor = encodeURIComponent(next);
    }
    expect(listed).toBe(answered);
  });

  test('a copy killed under load loses no command', async () => {
    const post = (code: string) =>
      send('/api/units', {
        method: 'POST',
        headers: organiser,
        body: JSON.stringify({ code, name: `单位${code}`, shortName: code, kind: 'branch' }),
      });
    const under = Promise.all(Array.from({ length: 100 }, (_, n) => sleep(n * 10).then(() => post(`K-${n}`))));
    await sleep(200);
    await system.restart('competitions', 0, 'SIGKILL');
    expect((await under).map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
  });

  test('health, figures, interface and journal of all are at the single address', async () => {
    expect((await send('/live')).status).toBe(200);
    const ready = await send('/ready');
    expect([ready.status, await ready.text()]).toEqual([200, '{"status":"ready"}']);
    // This system is of two services: those that run nowhere are named, to operators with the reason.
    const nowhere = ['quarterly-checks', 'contests', 'studio-alliances', 'awards'];
    const health = async (headers = {}) =>
      (await send('/health', { headers })).json() as Promise<{ faults: Record<string, string> }>;
    // The copy that was killed a moment ago may still be catching up.
    await expect
      .poll(() => health(), { timeout: 60_000 })
      .toEqual({
        status: 'faulty',
        services: ['console'],
        faults: Object.fromEntries(nowhere.map((name) => [name, '不可用 / away'])),
      });
    expect((await health(admin)).faults.awards).toBe('未列入 SERVICES / not named in SERVICES');
    const { services } = await read('/ops/status', admin);
    expect(services.map(({ service }: { service: string }) => service)).toEqual(['console', 'competitions']);
    expect(services[1]).toMatchObject({ parked: 0, lag: 0, stopped: [], copies: { up: 2, down: [] } });
    expect(await read('/ops/parked', admin)).toEqual({ items: [] });
    const redriven = await send('/ops/parked/redrive', {
      method: 'POST',
      headers: admin,
      body: JSON.stringify({ service: 'competitions' }),
    });
    expect([redriven.status, await redriven.json()]).toEqual([200, { keys: 0 }]);

    const metrics = await (await send('/metrics', { headers: admin })).text();
    const pending = metrics.split('\n').filter((line) => line.startsWith('jiangong_pending_commits{'));
    expect(pending.length).toBe(3);
    const { paths } = await read('/docs/json', {});
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/units', '/api/orgs', '/sign-in']));

    const { items } = await read('/api/units?limit=1', organiser);
    const { commits } = await read(`/journal/unit/${items[0].unit}`, organiser);
    expect(commits[0].events[0].type).toBe('unit-registered');
  });

  test('a user who is removed, demoted, given a new password or signed out is out on every copy within five seconds', async () => {
    const addresses = [system.url, ...system.copies.get('competitions')!.map(({ url }) => url)];
    const post = (path: string, body: object) =>
      send(path, { method: 'POST', headers: admin, body: JSON.stringify(body) });
    const { items } = await read('/api/users?limit=200', admin);
    const seconds: Record<string, string> = {};
    // What the copy killed before had to read is another copy's only once Kafka misses it: that is waited for, not measured.
    for (const end of ['settled', 'removed', 'demoted', 'reset', 'signed out']) {
      const userName = `user-${end.replace(' ', '-')}`;
      const credentials = { userName, password: 'a long enough one' };
      const user = { ...credentials, name: '某人', organisation: items[0].organisation, roles: ['organiser'] };
      const { id } = (await (await post('/api/users', user)).json()) as { id: string };
      const headers = await signIn(credentials);
      const isOut = async (address: string) => (await fetch(`${address}/api/units`, { headers })).status === 401;
      // Their tokens are remembered everywhere.
      for (const address of addresses) await expect.poll(() => isOut(address)).toBe(false);
      const { organisation: _, ...whole } = user;
      const put = (body: object) =>
        send(`/api/users/${id}`, {
          method: 'PUT',
          headers: { ...admin, 'if-match': '*' },
          body: JSON.stringify(body),
        });
      const signOut = () => send('/api/sign-out', { method: 'POST', headers, body: '{}' });
      const answer = await {
        removed: () => send(`/api/users/${id}`, { method: 'DELETE', headers: admin, body: '{}' }),
        demoted: () => put({ ...whole, roles: ['hr'], password: undefined }),
        reset: () => put({ ...whole, password: 'another long one' }),
        settled: signOut,
        'signed out': signOut,
      }[end]!();
      expect([end, answer.status, await answer.text()]).toEqual([end, 200, expect.any(String)]);
      const since = performance.now();
      const times = await Promise.all(
        addresses.map(async (address) => {
          const timeout = end === 'settled' ? 60_000 : 5_000;
          await expect
            .poll(() => isOut(address), { timeout, interval: 20, message: `${end} at ${address}` })
            .toBe(true);
          return ((performance.now() - since) / 1000).toFixed(2);
        }),
      );
      seconds[end] = times.join(' ');
    }
    process.stderr.write(`seconds until out, at the console and both copies: ${JSON.stringify(seconds)}\n`);
  });

  test('without any copy of a service, the console says so and the request can be retried', async () => {
    const urls = system.copies.get('competitions')!;
    await Promise.all(urls.map((process) => process.stop()));
    expect((await send('/ready')).status).toBe(200);
    const { faults } = (await (await send('/health', { headers: admin })).json()) as { faults: object };
    expect(Object.keys(faults)).toEqual(expect.arrayContaining(urls.map(({ url }) => `competitions ${url}`)));
    expect((await send('/api/units', { headers: organiser })).status).toBe(503);
    const { services } = await read('/ops/status', admin);
    expect(services[1].copies).toEqual({ up: 0, down: urls.map(({ url }) => url) });
  });
});
