// What people have to do: one list of every service, of this process and of others, a bounded part of it per request.
import { expect, onTestFinished, test } from 'vitest';
import { type Manifest, service } from '../define/service.ts';
import { toDo } from '../define/tasks.ts';
import { counter, units } from '../testing/counter.fixture.ts';
import { startTesting, type Testing } from '../testing/index.ts';

const org = 'union';
const organiser = { org, sub: 'organiser', roles: ['organiser' as const] };
const auditor = { org, sub: 'auditor', roles: ['auditor' as const] };
const unitId = (n: number) => `01912d5a-7b1c-7d43-9c2e-0000000000${String(n).padStart(2, '0')}`;
/** Rows that were read to answer. */
let read = 0;
const renaming = toDo(units, {
  roles: ['organiser'],
  filter: () => ({ changes: 1, name: ['甲', '乙'] }),
  of({ unit, name }) {
    read += 1;
    const rename = { zh: '更名', en: 'Rename' };
    return name === '乙' ? undefined : { task: 'review-list', text: rename, about: name, link: `/units/${unit}` };
  },
});
const withTasks: Manifest = service({ ...counter, tasks: [renaming] });

async function started(options?: Parameters<typeof startTesting>[1], manifests = [withTasks]) {
  const t = await startTesting(manifests, options);
  onTestFinished(() => t.stop());
  return t;
}
async function named(t: Testing, names: readonly string[]) {
  for (const [n, name] of names.entries())
    expect((await t.call(organiser, 'POST', `/api/units/${unitId(n)}`, { name })).status).toBe(201);
  await t.quiet();
}
async function all(t: Testing, limit: number) {
  const pages: string[][] = [];
  for (let next: string | undefined; ; ) {
    const query = `limit=${limit}${next ? `&cursor=${encodeURIComponent(next)}` : ''}`;
    const { status, body } = await t.call(organiser, 'GET', `/api/tasks?${query}`);
    expect(status).toBe(200);
    pages.push(body.items.map(({ link }: { link: string }) => link));
    next = body.next;
    if (!next) return pages;
  }
}

test('tasks are of one’s role, organisation and rows that are still so', async () => {
  const t = await started();
  await named(t, ['甲', '乙', '甲', '丙']);
  const { body } = await t.call(organiser, 'GET', '/api/tasks');
  expect(body.items).toEqual([
    { task: 'review-list', text: { zh: '更名', en: 'Rename' }, about: '甲', link: `/units/${unitId(0)}` },
    { task: 'review-list', text: { zh: '更名', en: 'Rename' }, about: '甲', link: `/units/${unitId(2)}` },
  ]);
  expect((await t.call(auditor, 'GET', '/api/tasks')).body).toEqual({ items: [] });
  expect((await t.call({ ...organiser, org: 'other' }, 'GET', '/api/tasks')).body).toEqual({ items: [] });
  await t.call(organiser, 'PUT', `/api/units/${unitId(0)}`, { name: '丁' }, { 'if-match': '*' });
  await t.quiet();
  expect((await t.call(organiser, 'GET', '/api/tasks')).body.items).toHaveLength(1);
  expect((await t.call(undefined, 'GET', '/api/tasks')).status).toBe(401);
  const machine = { org, sub: 'machine', roles: [], scopes: ['hr:read' as const] };
  expect((await t.call(machine, 'GET', '/api/tasks')).body.type).toBe('/problems/scope-missing');
});

test('a request reads as many rows as it says, and a walk over all pages misses none', async () => {
  const t = await started();
  await named(
    t,
    Array.from({ length: 11 }, (_, n) => (n % 2 === 0 ? '甲' : '乙')),
  );
  read = 0;
  await t.call(organiser, 'GET', '/api/tasks?limit=3');
  expect(read).toBe(3);
  const pages = await all(t, 3);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.flat()).toEqual([0, 2, 4, 6, 8, 10].map((n) => `/units/${unitId(n)}`));
  const forged = await t.call(organiser, 'GET', '/api/tasks?cursor=c1.MQ.AAAAAAAAAAAAAAAAAAAAAA');
  expect(forged.body.type).toBe('/problems/unknown-cursor');
});

test('the single address adds what services in other processes say, to the same person', async () => {
  const behind = await started();
  await named(behind, ['甲', '乙', '甲', '甲']);
  const url = await behind.app.listen({ port: 0, host: '127.0.0.1' });
  const own = service({ ...withTasks, name: 'awards' });
  const t = await started({ env: { SERVICES: `competitions=${url}` } }, [own]);
  await named(t, ['甲', '甲']);
  // Two of its own, then three of the four behind it.
  expect((await all(t, 200)).flat()).toHaveLength(5);
  expect((await all(t, 2)).flat()).toHaveLength(5);
  await behind.stop();
  expect((await t.call(organiser, 'GET', '/api/tasks')).status).toBe(503);
});
