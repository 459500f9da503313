// Runs in the background: requested, followed, cancelled, repeated, run again with people's decisions, and explained.
import { startTesting, type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pairingOffice } from './background/pairing-office.ts';
import { digestOfCouples } from './pairing.ts';
import { studioAlliances } from './service.ts';

const organiser = { org: 'industry', sub: 'li', roles: ['organiser' as const] };
const abroad = { org: 'district', sub: 'wu', roles: ['organiser' as const] };
// Each run opens a thread; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });
let t: Testing;
/** Ids by code. */
const ids: Record<string, string> = {};
const skills = ['激光焊接', '超声探伤', '五轴加工', '榫卯结构', '珐琅镶嵌', '仪表整定'];
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
  for (let n = 0; n < 12; n++) {
    const code = `S${n}`;
    const about = {
      code,
      name: `${code}创新工作室`,
      leader: `P-${n}`,
      employer: `${code}公司`,
      district: `${n % 3}区`,
    };
    const needs = { offers: [skills[n % 6]!], seeks: [skills[(n + 1) % 6]!], capacity: 1 + (n % 2) };
    ids[code] = await post('/studios', { ...about, level: 'district', trade: `工种${n % 4}`, ...needs });
    await post(`/studios/${ids[code]}/recognise`, {});
  }
});
afterAll(() => t.stop());

async function post(path: string, body: object): Promise<string> {
  const { status, body: types } = await t.call(organiser, 'POST', `/api${path}`, body);
  expect([path, status, types]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  return types.id;
}
const get = async (path: string) => (await t.call(organiser, 'GET', `/api${path}`)).body;
// biome-ignore lint/suspicious/noExplicitAny: a test states what it expects of the body
async function settled(id: string): Promise<any> {
  for (;;) {
    const run = await get(`/pairings/${id}`);
    if (run.status !== 'running' && !run.progress) return run;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a run is answered at once, followed as it happens, and its certificate adds up from the answers', async () => {
  const id = await post('/pairings', { mode: 'best' });
  expect(await get(`/pairings/${id}`)).toMatchObject({
    status: 'running',
    studios: 12,
    progress: { stage: expect.anything() },
  });
  expect((await t.call(organiser, 'GET', `/api/pairings/${id}/proposals`)).body.type).toBe('/problems/pairing-state');
  const stream = await t.app.inject({
    url: `/api/pairings/${id}/events`,
    headers: { authorization: `Bearer ${await tokenOf(organiser)}` },
  });
  expect(stream.headers['content-type']).toContain('text/event-stream');
  const types = stream.body
    .split('\n\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)));
  expect([types[0].status, types.at(-1).status]).toEqual(['running', 'completed']);

  const run = await settled(id);
  const { items } = await get(`/pairings/${id}/proposals?limit=200`);
  const { items: prices, odd } = await get(`/pairings/${id}/prices`);
  const { items: left } = await get(`/pairings/${id}/left-out`);
  const {
    items: [input],
  } = await get(`/pairings/${id}/input`);
  expect([items.length, left.length, input.studios.length]).toEqual([run.count, run.left, 12]);
  expect(digestOfCouples(items.map((p: { studios: [string, string] }) => p.studios))).toBe(run.digest);
  const capacity = new Map(
    (await get('/studios?limit=200')).items.map((s: { studio: string; capacity: number }) => [s.studio, s.capacity]),
  );
  const dual = prices.reduce(
    (sum: number, p: { studio: string; price: number }) => sum + p.price * (capacity.get(p.studio) as number),
    0,
  );
  expect(dual).toBeLessThanOrEqual(run.bound);
  expect(run.total).toBeLessThanOrEqual(run.bound);
  expect(run.overall).toBeGreaterThanOrEqual(run.bound);
  expect(run.modes.map((m: { mode: string }) => m.mode)).toEqual(['stable', 'balanced', 'best']);
  expect(run.modes[2].total).toBe(run.total);
  expect(odd).toBeInstanceOf(Array);
});

test('the same input gives the same digest, later and after the studios have changed', async () => {
  const id = await post('/pairings', { mode: 'balanced' });
  const { digest, input } = await settled(id);
  const twin = await settled(await post('/pairings', { mode: 'balanced' }));
  expect([twin.digest, twin.input]).toEqual([digest, input]);
  await post(`/studios/${ids.S0}/amend`, { seeks: ['无人机巡检'], offers: ['航测'] });
  await post(`/pairings/${id}/repeat`, {});
  expect((await settled(id)).repetition).toEqual({ repetition: 1, digest, equal: true });
  await post(`/studios/${ids.S0}/amend`, { seeks: [skills[1]!], offers: [skills[0]!] });
});

test('more runs than are kept loaded answer at once', async () => {
  const runs: string[] = [];
  for (let n = 0; n < 3; n++) runs.push((await settled(await post('/pairings', { mode: 'best' }))).pairing);
  const answers = [...runs, ...runs].map((run) => t.call(organiser, 'GET', `/api/pairings/${run}/instance`));
  for (const { status, text } of await Promise.all(answers))
    expect([status, JSON.parse(text).studios.length]).toEqual([200, 12]);
});

test('a cancelled run stays cancelled and shows nothing', async () => {
  const id = await post('/pairings', { mode: 'best' });
  await post(`/pairings/${id}/cancel`, {});
  expect(await settled(id)).toMatchObject({ status: 'cancelled' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { count, status } = await get(`/pairings/${id}`);
  expect([status, count]).toEqual(['cancelled', undefined]);
  const late = await t.call(organiser, 'POST', `/api/pairings/${id}/repeat`, {});
  expect([late.status, late.body.type]).toEqual([409, '/problems/pairing-state']);
});

test('run again, accepted proposals are kept, dropped ones are gone, and every question has its answer', async () => {
  const id = await post('/pairings', { mode: 'best' });
  await settled(id);
  const { items } = await get(`/pairings/${id}/proposals`);
  await post(`/pairings/${id}/proposals/1/accept`, {});
  await post(`/pairings/${id}/proposals/2/drop`, {});
  const next = await settled(await post(`/pairings/${id}/again`, { mode: 'stable' }));
  expect(next).toMatchObject({ mode: 'stable', after: id });
  const again = (await get(`/pairings/${next.pairing}/proposals?limit=200`)).items;
  const has = (studios: string[]) => again.filter((p: { studios: string[] }) => p.studios.join() === studios.join());
  expect(has(items[0].studios)).toMatchObject([{ kept: true }]);
  expect(has(items[1].studios)).toEqual([]);

  const why = async (a: string, b: string) => get(`/pairings/${next.pairing}/why?a=${a}&b=${b}`);
  expect(await why(...(items[0].studios as [string, string]))).toMatchObject({
    reason: 'kept',
    reasons: items[0].reasons,
  });
  expect(await why(...(items[1].studios as [string, string]))).toMatchObject({ reason: 'forbidden' });
  const reasons = new Set<string>();
  for (const one of Object.values(ids))
    for (const other of Object.values(ids))
      if (one < other) {
        const { reason, zh, en, weight, reasons: parts } = await why(one, other);
        reasons.add(reason);
        expect(zh + en).not.toContain(one);
        expect(parts.reduce((sum: number, r: { points: number }) => sum + r.points, 0)).toBe(weight);
      }
  expect([...reasons].sort()).toEqual(expect.arrayContaining(['chosen', 'forbidden', 'kept', 'nothing-in-common']));
});

test('with leaders only pairs of a leader and a member are proposed, as groups of 1+N', async () => {
  const leaders = [
    { studio: ids.S1, members: 3 },
    { studio: ids.S3, members: 2 },
  ];
  const run = await settled(await post('/pairings', { leaders, kept: [[ids.S1, ids.S7]] }));
  const { items } = await get(`/pairings/${run.pairing}/groups`);
  expect(items.map((g: { leader: { studio: string } }) => g.leader.studio).sort()).toEqual([ids.S1, ids.S3].sort());
  const members = items.flatMap((g: { members: { studio: string }[] }) => g.members.map((m) => m.studio));
  expect([new Set(members).size, members.includes(ids.S7)]).toEqual([members.length, true]);
  for (const { leader, members } of items) expect(members.length).toBeLessThanOrEqual(leader.studio === ids.S1 ? 3 : 2);
  const group = items.find((g: { leader: { studio: string } }) => g.leader.studio === ids.S1);
  const studios = [ids.S1, ...group.members.map((m: { studio: string }) => m.studio)];
  const alliance = {
    code: 'LM-1N',
    name: '1+N联盟',
    shortName: '1+N',
    studios,
    from: { pairing: run.pairing, number: 1 },
  };
  const id = await post('/alliances', alliance);
  await t.quiet();
  await post(`/alliances/${id}/approve`, { form: 'linked', reason: '链', agreement: '一' });
  // Partners already are no news: they are not proposed, and the answer says so.
  const later = await settled(await post('/pairings', {}));
  const reason = (await get(`/pairings/${later.pairing}/why?a=${studios[0]}&b=${studios[1]}`)).reason;
  expect(reason).toBe('partners-already');
});

test('another union sees neither the run nor its answer', async () => {
  const id = await post('/pairings', {});
  await settled(id);
  for (const path of [
    '',
    '/events',
    '/proposals',
    '/groups',
    '/prices',
    '/left-out',
    '/input',
    `/why?a=${ids.S1}&b=${ids.S2}`,
  ])
    expect([path, (await t.call(abroad, 'GET', `/api/pairings/${id}${path}`)).status]).toEqual([path, 404]);
  for (const verb of ['cancel', 'repeat', 'again'])
    expect([verb, (await t.call(abroad, 'POST', `/api/pairings/${id}/${verb}`, {})).status]).toEqual([verb, 404]);
});

test('two copies that work on the same run record it once', async () => {
  const runtime = t.runtimes[0]!;
  const other = pairingOffice.make(runtime);
  const id = await post('/pairings', { mode: 'balanced' });
  const { pages, digest } = await settled(id);
  await post(`/pairings/${id}/repeat`, {});
  expect((await settled(id)).repetition).toEqual({ repetition: 1, digest, equal: true });
  await other.stop?.();
  const types = (await runtime.store.read(`pairing/${id}`, 0)).flatMap(({ events }) => events.map(({ type }) => type));
  const count = (type: string) => types.filter((t) => t === type).length;
  expect([
    count('pairing-proposed'),
    count('pairing-certified'),
    count('pairing-completed'),
    count('pairing-repeated'),
  ]).toEqual([pages, 1, 1, 1]);
});
