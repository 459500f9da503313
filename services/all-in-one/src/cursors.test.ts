// Every route that takes a cursor takes those that it gave out for the same question, and no others.
import { consoleService } from '@jiangong/console';
import { roles } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from './services.ts';

const manifests = [consoleService(() => {}), ...services];
const routes = manifests
  .flatMap((manifest) => manifest.routes)
  .filter((route) => route.kind === 'query' && route.querystring && 'cursor' in route.querystring.shape);
const everybody = { org: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12', sub: 'everybody', roles: [...roles] };
const nowhere = '00000000-0000-8000-8000-000000000000';
const unit = (n: number) => ({ code: `U-${n}`, name: `单位${n}`, shortName: `单位${n}`, kind: 'branch' });

let t: Testing;
/** A cursor of the list of units. */
let given: string;
beforeAll(async () => {
  t = await startTesting(manifests);
  for (const n of [1, 2, 3]) expect((await t.call(everybody, 'POST', '/api/units', unit(n))).status).toBe(201);
  given = (await t.call(everybody, 'GET', '/api/units?limit=1')).body.next;
});
afterAll(() => t.stop());

test(`a cursor that was never given out is 400 on each of ${routes.length} routes, and says what to do`, async () => {
  expect(routes.length).toBeGreaterThan(20);
  for (const { path } of routes) {
    const url = `/api${path.replace(/:year\b/g, '2024').replace(/:\w+/g, nowhere)}`;
    const never = ['', 'undefined', 'abc', '0', '1', 'c1', 'c1.MQ', 'c1.MQ.AAAAAAAAAAAAAAAAAAAAAA', nowhere];
    const others = path === '/units' ? [`${given}x`, given.replace('c1', 'c2')] : [given];
    for (const cursor of [...never, ...others]) {
      const { status, body } = await t.call(everybody, 'GET', `${url}?cursor=${encodeURIComponent(cursor)}`);
      expect([path, cursor, status, body.type]).toEqual([path, cursor, 400, '/problems/unknown-cursor']);
      expect(body.detail).toMatch(/请/);
      expect(body.detailEn).toMatch(/cursor/);
    }
  }
});

test('a cursor works for its own query only, not for another filter or organisation', async () => {
  const ask = async (query: string, who = everybody) => {
    const { status, body } = await t.call(who, 'GET', `/api/units?${query}cursor=${encodeURIComponent(given)}`);
    return status === 200 ? body.items.length : body.type;
  };
  expect(await ask('')).toBe(2);
  expect(await ask('limit=1&')).toBe(1);
  expect(await ask('kind=branch&')).toBe('/problems/unknown-cursor');
  expect(await ask('', { ...everybody, org: nowhere })).toBe('/problems/unknown-cursor');
});
