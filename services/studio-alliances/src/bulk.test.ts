// Everything that one union does for 300 studios, from their list to founded alliances, in few requests; and what is refused by rows.
import { randomUUID } from 'node:crypto';
import { readInstance } from '@jiangong/pairing';
import { loadHighs, optimum } from '@jiangong/pairing/oracle';
import { recheck } from '@jiangong/pairing/recheck';
import { sample } from '@jiangong/pairing/sample';
import { startTesting, type Testing, tokenOf } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studioAlliances } from './service.ts';

const organiser = { org: 'industry', sub: 'li', roles: ['organiser' as const] };
const abroad = { org: 'district', sub: 'wu', roles: ['organiser' as const] };
const STUDIOS = 300;
const levels: Record<string, string> = { 国家级: '国家级', 市级: '省市级', 区级: '区级' };
const quoted = (list: readonly string[]) => `"${list.join('；')}"`;
const csv = [
  '编码,名称,带头人,所在单位,所在区,级别,工种,产业链,产业链环节,能提供,想解决,可结盟数,认定状态',
  ...sample({ count: STUDIOS, seed: 16, chinese: true }).map(
    (s, n) =>
      `G${n},${n}号创新工作室,P-${n},${s.employer},${s.district},${levels[s.level]},${s.trade},${s.chain ?? ''},${s.stage ?? ''},${quoted(s.offers)},${quoted(s.seeks)},${s.capacity},已认定`,
  ),
].join('\n');

let t: Testing;
let requests = 0;
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
});
afterAll(() => t.stop());
async function call(method: 'GET' | 'POST', path: string, body?: object | string, as: typeof organiser = organiser) {
  requests += 1;
  return t.call(as, method, `/api${path}`, body);
}
const post = async (path: string, body?: object | string) => (await call('POST', path, body)).body;
const get = async (path: string) => (await call('GET', path)).body;
/** Follows a run until it is over. */
async function follow(id: string) {
  requests += 1;
  const authorization = `Bearer ${await tokenOf(organiser)}`;
  await t.app.inject({ url: `/api/pairings/${id}/events`, headers: { authorization } });
}
/** How many there are in the journal. */
async function events() {
  let found = 0;
  for await (const commit of t.runtimes[0]!.store.journal()) found += commit.events.length;
  return found;
}
let run: string;

test(`from a list of ${STUDIOS} studios to founded alliances in at most 20 requests`, async () => {
  const began = performance.now();
  expect(await post('/studios/import', csv)).toMatchObject({ accepted: STUDIOS, faults: [] });
  run = (await post('/pairings', { mode: 'best' })).id;
  await follow(run);
  const { count, total, bound, overall } = await get(`/pairings/${run}`);
  expect(await post(`/pairings/${run}/proposals/accept`, { fromWeight: 0 })).toEqual({ accepted: count, faults: [] });
  const order = { code: 'LM2024-#', form: 'suggested', reason: '按配对建议', agreement: '2024年联盟协议' };
  expect(await post(`/pairings/${run}/found`, order)).toEqual({ accepted: count, faults: [] });
  await t.quiet();
  const founded = [];
  for (let cursor = ''; ; ) {
    const { items, next } = await get(`/pairings/${run}/proposals?limit=200${cursor}`);
    founded.push(...items);
    if (!next) break;
    cursor = `&cursor=${next}`;
  }
  const asked = requests;
  const seconds = (performance.now() - began) / 1000;
  console.log(`${STUDIOS} studios, ${count} alliances: ${asked} requests, ${seconds.toFixed(1)} s`);
  expect(asked).toBeLessThanOrEqual(20);
  expect(new Set(founded.map((p) => p.alliance.code)).size).toBe(count);
  for (const { alliance, number } of founded) {
    const width = `${count}`.length;
    expect(alliance).toMatchObject({ status: 'approved', code: `LM2024-${`${number}`.padStart(width, '0')}` });
  }
  const { items } = await get(`/alliances?status=approved&limit=1`);
  const proposal = founded.find((p) => p.alliance.alliance === items[0].alliance);
  expect(items[0]).toMatchObject({ form: proposal.form, since: '2024-03-01', from: { pairing: run } });

  const { text, headers } = await t.call(organiser, 'GET', `/api/pairings/${run}/instance`);
  expect(headers['content-type']).toContain('application/json');
  const { instance } = readInstance(JSON.parse(text)) as { instance: Parameters<typeof optimum>[1] };
  expect(optimum(await loadHighs(), instance)).toBe(total);
  const pages = await Promise.all([get(`/pairings/${run}/prices`), get(`/pairings/${run}`)]);
  const prices = Object.fromEntries(pages[0].items.map((p: { studio: string; price: number }) => [p.studio, p.price]));
  const odd = pages[0].odd.map(({ of, price }: { of: string[]; price: number }) => ({ of, price }));
  const pairs = founded.map((p) => [...p.studios].sort() as [string, string]);
  recheck(instance, { pairs, total, bound, prices, odd, blocking: pages[1].blocking });
  expect(overall).toBeGreaterThanOrEqual(bound);
  console.log(
    `instance: ${instance.studios.length} studios, ${instance.pairs.length} pairs, optimum ${total} by HiGHS`,
  );
});

test('the same again founds nothing twice, and a founded proposal is not dropped', async () => {
  const { count } = await get(`/pairings/${run}`);
  const before = await events();
  const order = { code: 'LM2024-#', form: 'suggested', reason: '按配对建议' };
  expect(await post(`/pairings/${run}/found`, order)).toEqual({ accepted: count, faults: [] });
  const dropped = await post(`/pairings/${run}/proposals/drop`, { numbers: [1, 2] });
  expect(dropped).toMatchObject({ accepted: 0, faults: [{ id: '1' }, { id: '2' }] });
  expect(dropped.faults[0].zh).toContain('已成立联盟');
  expect(await events()).toBe(before);
});

test('rows are refused one by one, with the reason, and the others carried out', async () => {
  const studio = async (n: number, more: object = {}) => {
    const about = {
      code: `H${n}`,
      name: `H${n}创新工作室`,
      leader: `P-H${n}`,
      employer: `H${n}公司`,
      district: '东城区',
    };
    const needs = { offers: ['珐琅镶嵌'], seeks: ['榫卯结构'], capacity: 2, ...more };
    return (await post('/studios', { ...about, level: 'district', trade: `手艺${n}`, ...needs })).id as string;
  };
  const ids = [await studio(1), await studio(2, { offers: ['榫卯结构'], seeks: ['珐琅镶嵌'] }), await studio(3)];
  const nobody = randomUUID();
  const recognised = await post('/studios/recognise', { ids: [...ids, nobody] });
  expect(recognised).toMatchObject({ accepted: 3, faults: [{ id: nobody }] });
  expect((await call('POST', '/studios/recognise', { ids: [nobody] })).status).toBe(404);
  expect((await call('POST', '/studios/recognise', { ids }, abroad)).status).toBe(404);

  const second = (await post('/pairings', { studios: ids })).id;
  await follow(second);
  const found = (body: object) => call('POST', `/pairings/${second}/found`, { code: 'HB-#', reason: '互补', ...body });
  expect((await found({ form: 'suggested', numbers: [1] })).body.faults[0]).toMatchObject({
    id: '1',
    zh: expect.stringContaining('尚未采纳'),
  });
  expect((await found({ form: 'linked' })).body).toEqual({ accepted: 0, faults: [] });
  expect((await found({ form: 'linked', numbers: [99] })).status).toBe(404);
  expect((await found({ form: 'linked', since: '2024-03-02' })).body.type).toBe('/problems/future-since');
  for (const code of ['HB', '##', 'HB-#-#'])
    expect([code, (await found({ form: 'linked', code })).status]).toEqual([code, 400]);
  for (const body of [{}, { numbers: [1], fromWeight: 0 }, { numbers: [] }, { fromWeight: -1 }])
    expect((await call('POST', `/pairings/${second}/proposals/accept`, body)).status).toBe(400);
  const accepted = await post(`/pairings/${second}/proposals/accept`, { numbers: [1, 99] });
  expect(accepted).toMatchObject({ accepted: 1, faults: [{ id: '99' }] });

  // The same two studios, founded by hand meanwhile.
  const { items } = await get(`/pairings/${second}/proposals`);
  const [pair] = items as { studios: string[] }[];
  const byHand = { code: 'HB-H', name: '手工联盟', shortName: '手工', studios: pair!.studios };
  const { id } = await post('/alliances', byHand);
  expect((await found({ form: 'linked' })).body.faults[0].zh).toContain('手工联盟');
  await post(`/alliances/${id}/dissolve`, { reason: '重新成立' });
  await t.quiet();
  expect((await found({ form: 'linked' })).body).toEqual({ accepted: 1, faults: [] });
  await t.quiet();
  const [done] = (await get(`/pairings/${second}/proposals`)).items;
  expect(done.alliance).toMatchObject({ status: 'approved', code: 'HB-1' });
  const alliance = await get(`/alliances/${done.alliance.alliance}`);
  expect(alliance).toMatchObject({ form: 'linked', reason: '互补', from: { pairing: second, number: 1 } });
});

test('a decision is taken back, a run again sets aside what fits no longer, and each reason is told apart', async () => {
  const head = '编码,名称,带头人,所在单位,所在区,级别,工种,能提供,想解决,可结盟数,认定状态';
  const skills = ['无人机航测', '岩土勘察', '无人机航测', '岩土勘察', '茶艺'];
  const rows = skills.map((skill, n) => {
    const employer = n === 2 ? 'R1公司' : `R${n}公司`;
    const seeks = n % 2 ? '无人机航测' : '岩土勘察';
    return `R${n},R${n}创新工作室,P-R${n},${employer},通州区,区级,行当${n},${skill},${n === 4 ? '花艺' : seeks},1,已认定`;
  });
  await post('/studios/import', [head, ...rows].join('\n'));
  const ids: string[] = [];
  for (const n of skills.keys()) ids.push((await get(`/studios?trade=行当${n}`)).items[0].studio);
  const [r0, r1, r2, r3, r4] = ids as [string, string, string, string, string];
  const id = (await post('/pairings', { studios: ids, kept: [[r1, r2]] })).id;
  await follow(id);
  const why = (a: string, b: string) => get(`/pairings/${id}/why?a=${a}&b=${b}`);
  expect(await why(r0, r4)).toMatchObject({ reason: 'nothing-in-common' });
  expect(await why(r1, r2)).toMatchObject({
    reason: 'kept',
    against: 'same-employer',
    zh: expect.stringContaining('代价'),
  });
  expect(await why(r0, r1)).toMatchObject({ reason: 'no-place' });
  const other = (await post('/pairings', { studios: ids })).id;
  await follow(other);
  expect(await get(`/pairings/${other}/why?a=${r1}&b=${r2}`)).toMatchObject({
    ...{ reason: 'same-employer', zh: 'R1创新工作室 与 R2创新工作室 同属R1公司' },
  });

  const proposals = (await get(`/pairings/${id}/proposals`)).items;
  const open = proposals.find((p: { studios: string[] }) => p.studios.includes(r0));
  const at = `/pairings/${id}/proposals/${open.number}`;
  await post(`${at}/drop`);
  await post(`${at}/reopen`);
  expect((await get(`/pairings/${id}/proposals`)).items[open.number - 1].decision).toBe('open');
  await post(`${at}/accept`);
  // By hand r0 takes another place: the accepted pair fits no longer, and is not forbidden either.
  const partner = open.studios.find((s: string) => s !== r0);
  expect(partner).toBe(r3);
  const named = { code: 'RH', name: '手工二', shortName: '手工二' };
  const wrong = { ...named, studios: [r0, r4], from: { pairing: id, number: open.number } };
  expect((await call('POST', '/alliances', wrong)).body.type).toBe('/problems/proposal-other-studios');
  expect((await call('POST', '/alliances', { ...wrong, from: { pairing: id, number: 99 } })).status).toBe(404);
  const { id: alliance } = await post('/alliances', { ...named, studios: [r0, r4] });
  await t.quiet();
  const same = await call('POST', '/alliances', { ...named, code: 'RH2', studios: [r4, r0] });
  expect(same.body.type).toBe('/problems/same-members');
  const again = await call('POST', `/pairings/${id}/again`, {});
  expect(again.body.remarks[0].zh).toContain('R0创新工作室');
  await follow(again.body.id);
  const [input] = (await get(`/pairings/${again.body.id}/input`)).items;
  expect([input.kept, input.forbidden]).toEqual([[[r1, r2]], []]);

  await post(`/studios/${r4}/amend`, { name: 'R4新创新工作室' });
  await post(`/studios/${r4}/suspend`, { reason: '整顿' });
  expect((await get(`/alliances/${alliance}`)).members[1]).toMatchObject({
    ...{ name: 'R4创新工作室', now: { name: 'R4新创新工作室', status: 'suspended' } },
  });
});

test('an exported list holds all rows, and bytes that are no UTF-8 are no text', async () => {
  const { text, headers } = await t.call(organiser, 'GET', '/api/studios?format=csv');
  expect(text.trim().split('\n').length).toBeGreaterThan(STUDIOS);
  expect(headers.link).toBeUndefined();
  const page = await t.call(organiser, 'GET', '/api/studios?format=csv&limit=10');
  expect([page.text.trim().split('\n').length, String(page.headers.link)]).toEqual([
    11,
    expect.stringContaining('next'),
  ]);
  const authorization = `Bearer ${await tokenOf(organiser)}`;
  const payload = Buffer.concat([Buffer.from('{"reason":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
  const url = `/api/studios/${randomUUID()}/suspend`;
  const sent = {
    method: 'POST' as const,
    url,
    headers: { authorization, 'content-type': 'application/json' },
    payload,
  };
  const answer = await t.app.inject(sent);
  expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/unreadable-body']);
});

test('a run with leading studios founds one alliance of each, approved when all have given a place', async () => {
  const codes = ['L0', 'L1', 'L2', 'L3', 'L4'];
  const rows = codes.map(
    (code, n) =>
      `${code},${code}创新工作室,P-${code},${code}公司,西城区,区级,工种L${n},${n === 0 ? '盾构掘进' : '钢筋绑扎'},${n === 0 ? '钢筋绑扎' : '盾构掘进'},${n === 0 ? 3 : 1},已认定`,
  );
  const head = '编码,名称,带头人,所在单位,所在区,级别,工种,能提供,想解决,可结盟数,认定状态';
  await post('/studios/import', [head, ...rows].join('\n'));
  const listed = (await get('/studios?limit=200&trade=工种L0')).items;
  const studios = [];
  for (const n of codes.keys()) studios.push((await get(`/studios?trade=工种L${n}`)).items[0].studio);
  const id = (await post('/pairings', { studios, leaders: [{ studio: listed[0].studio, members: 3 }] })).id;
  await follow(id);
  const { items } = await get(`/pairings/${id}/proposals`);
  expect(items).toHaveLength(3);
  await post(`/pairings/${id}/proposals/accept`, { fromWeight: 0 });
  const order = { code: 'N-#', form: 'cross-type', reason: '一带多' };
  expect(await post(`/pairings/${id}/found`, order)).toEqual({ accepted: 3, faults: [] });
  await t.quiet();
  const after = (await get(`/pairings/${id}/proposals`)).items;
  expect(new Set(after.map((p: { alliance: { code: string } }) => p.alliance.code))).toEqual(new Set(['N-1']));
  const alliance = await get(`/alliances/${after[0].alliance.alliance}`);
  expect([alliance.status, alliance.members.length, alliance.members[0].studio]).toEqual([
    ...['approved', 4],
    listed[0].studio,
  ]);
});
