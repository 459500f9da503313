// Suggestions without an account: a link, its form, a receipt, and what a studio makes of it; names stay out of the journal.
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studioAlliances } from '../service.ts';

type Who = Parameters<Testing['call']>[0];
const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const accepter: Who = { org: 'industry', sub: 'sun', roles: ['organiser'] };
const auditor: Who = { org: 'industry', sub: 'shen', roles: ['auditor'] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser', 'alliance-leader', 'auditor', 'hr'] };
const profile = {
  ...{ leader: 'P-1', employer: '甲公司', district: '东城区', level: 'district', trade: '焊接' },
  ...{ offers: ['激光焊接'], seeks: ['探伤'], capacity: 3 },
};
const body = { title: '快换定位销', text: '换模对位费时，可加定位销', proposer: '王小明', contact: '13800001111' };

let now = '2024-03-01T09:00:00+08:00';
let t: Testing;
let studio: string;
let other: string;
let alliance: string;
let leader: NonNullable<Who>;
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-/;

async function give(path: string, body: object = {}, who: Who = organiser) {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([path, answer.status, answer.text]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body;
}
const problemOf = async (who: Who, path: string, body: object = {}) => {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  return `${answer.status} ${answer.body.type?.split('/').at(-1)}`;
};
const get = async (path: string, who: Who = organiser) => (await t.call(who, 'GET', `/api${path}`)).body;
const linkOf = async (label: string, days = 30) => {
  const { id, address, code } = await give('/suggestion-links', { label, days });
  return { id, path: address.slice(address.indexOf('/public/')) as string, code };
};
async function suggested(title: string) {
  const { path } = await linkOf(title);
  const { id, receipt } = await give(path, { ...body, title }, undefined);
  return { id, receipt, path };
}

beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => now });
  for (const code of ['A', 'B', 'C']) {
    const { id } = await give('/studios', { ...profile, code, name: `${code}创新工作室` });
    await give(`/studios/${id}/recognise`);
    if (code === 'A') studio = id;
    if (code === 'B') other = id;
  }
  alliance = (await give('/alliances', { code: 'L1', name: '联盟', shortName: '盟', studios: [studio, other] })).id;
  await give(`/alliances/${alliance}/approve`, { form: 'linked', reason: '链', agreement: '一', since: '2023-06-15' });
  leader = { org: 'industry', sub: 'ma', roles: ['alliance-leader'], units: [studio] };
}, 240_000);
afterAll(() => t.stop());

test('where the operator has not said where people reach this system, a link has the organiser’s own address', async () => {
  const origin = 'https://honours.example.cn:8443';
  const { address, code } = await give('/suggestion-links', { label: '门卫室', origin });
  expect(address).toMatch(/^https:\/\/honours\.example\.cn:8443\/api\/public\/suggestion-links\/[\w-]{22,}$/);
  expect(code).toContain('<svg');
  for (const wrong of ['ftp://a', 'https://a/b', 'javascript:alert(1)', 'https://a?b'])
    expect(await problemOf(organiser, '/suggestion-links', { label: '门卫室', origin: wrong })).toBe(
      '400 malformed-request',
    );
});

test('a form without scripts makes a suggestion, whose receipt alone shows what becomes of it', async () => {
  const { path, code } = await linkOf('冲压<车间>');
  expect(code).toMatch(/^<svg/);
  expect(path.split('/').at(-1)!.length * 6).toBeGreaterThanOrEqual(128);
  const form = await t.call(undefined, 'GET', `/api${path}`);
  expect(form.text).toContain('冲压&lt;车间&gt;');
  expect(form.text).not.toContain('<script');
  expect(form.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  expect(form.headers['content-security-policy']).toContain("form-action 'self'");

  const sent = await t.app.inject({
    ...{ method: 'POST', url: `/api${path}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    payload: new URLSearchParams({ ...body, contact: '' }).toString(),
  });
  expect([sent.statusCode, sent.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(sent.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  const receipt = /<code>([\w-]+)<\/code>/.exec(sent.body)![1]!;
  expect(receipt.length * 6).toBeGreaterThanOrEqual(128);
  await t.quiet();
  const seen = await get(`/public/suggestions/${receipt}`, undefined);
  expect(seen).toEqual({ title: '快换定位销', status: 'proposed', on: '2024-03-01' });
  const page = await t.call(undefined, 'GET', `/api/public/suggestions/${receipt}/page`);
  expect(page.text).toContain('待接办');
  expect(page.text).not.toMatch(ids);
  expect(page.text).not.toContain(body.proposer);
  expect((await t.call(undefined, 'GET', `/api/public/suggestions/${receipt}x`)).status).toBe(404);
});

test('from the suggestion to an accepted output, each step as the proposer reads it', async () => {
  const { id, receipt } = await suggested('防错夹具');
  const at = `/suggestions/${id}`;
  const seen = () => get(`/public/suggestions/${receipt}`, undefined);
  expect(await problemOf(leader, `${at}/take-up`, { studio: other })).toBe('403 not-yours');
  expect(await problemOf(abroad, `${at}/take-up`, { studio })).toBe('404 not-found');
  await give(`${at}/take-up`, { studio }, leader);
  expect(await problemOf(organiser, `${at}/take-up`, { studio: other })).toBe('409 suggestion-state');
  await give(`${at}/try`, { note: '2号压机试用' }, leader);
  expect(await seen()).toMatchObject({ status: 'tried', studioName: 'A创新工作室', note: '2号压机试用' });
  const adopting = { alliance, kind: '小改革', applied: ['production'], contributors: ['P-1'], reason: '省时' };
  await give(`${at}/adopt`, adopting, leader);
  expect(await seen()).toMatchObject({ status: 'adopted', reason: '省时' });
  const { output, proposer } = await get(at);
  const drafted = await get(`/outputs/${output}`);
  expect(drafted).toMatchObject({
    ...{ status: 'draft', title: '防错夹具', contributors: [proposer, 'P-1'], adoptedOn: '2024-03-01' },
    suggestion: { suggestion: id, by: ['ma'] },
  });
  await give(`/outputs/${output}/amend`, { evidence: [{ title: '应用证明', reference: '一' }] });
  await give(`/outputs/${output}/submit`, {}, leader);
  // Who adopted it has written the output.
  const asAccepter = { ...leader, roles: ['organiser' as const] };
  expect(await problemOf(asAccepter, `/outputs/${output}/accept`)).toBe('409 another-person');
  await give(`/outputs/${output}/accept`, {}, accepter);
  expect(await problemOf(organiser, `${at}/decline`, { reason: '晚' })).toBe('409 suggestion-state');
  const again = await suggested('防错夹具');
  await give(`/suggestions/${again.id}/take-up`, { studio });
  expect(await problemOf(leader, `/suggestions/${again.id}/adopt`, adopting)).toBe('409 output-known');
});

test('a decline gives its reason to the proposer', async () => {
  const { id, receipt } = await suggested('换压机');
  expect(await problemOf(organiser, `/suggestions/${id}/decline`)).toBe('400 malformed-request');
  expect(await problemOf(leader, `/suggestions/${id}/decline`, { reason: '不' })).toBe('403 not-yours');
  await give(`/suggestions/${id}/decline`, { reason: '年内报废' });
  expect(await get(`/public/suggestions/${receipt}`, undefined)).toMatchObject({
    status: 'declined',
    reason: '年内报废',
  });
});

test('names are read by those who deal with it, stand in no event, and are erased', async () => {
  const { id, receipt, path } = await suggested('照明改造');
  expect(await get(`/suggestions/${id}`)).toMatchObject({ name: '王小明', contact: '13800001111' });
  for (const who of [auditor, leader]) expect(await get(`/suggestions/${id}`, who)).not.toHaveProperty('name');
  const listed = await get('/suggestions?limit=200');
  expect(JSON.stringify(listed)).not.toMatch(/王小明|receipt/);
  expect((await t.call(abroad, 'GET', `/api/suggestions/${id}`)).status).toBe(404);
  const journal = async () => {
    const all: string[] = [];
    for await (const commit of t.runtimes[0]!.store.journal()) all.push(JSON.stringify(commit));
    return all.join('\n');
  };
  for (const secret of ['王小明', '13800001111', receipt, path.split('/').at(-1)!])
    expect(await journal()).not.toContain(secret);
  await give(`/suggestions/${id}/erase-proposer`);
  expect(await get(`/suggestions/${id}`)).not.toHaveProperty('name');
  expect(await get(`/public/suggestions/${receipt}`, undefined)).toMatchObject({ status: 'proposed' });
});

test('a link that is revoked or past takes nothing, and says the same as one that never was', async () => {
  const [revoked, past] = [await linkOf('停用'), await linkOf('过期', 1)];
  await give(`/suggestion-links/${revoked.id}/revoke`, { reason: '流出' });
  expect(await problemOf(abroad, `/suggestion-links/${past.id}/revoke`, { reason: '无' })).toBe('404 not-found');
  now = '2024-03-03T09:00:00+08:00';
  const never = '/public/suggestion-links/AAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const pages = [];
  for (const path of [revoked.path, past.path, never]) {
    expect(await problemOf(undefined, path, body)).toBe('404 link-closed');
    pages.push((await t.call(undefined, 'GET', `/api${path}`)).text);
  }
  expect(new Set(pages).size).toBe(1);
  const { items } = await get('/suggestion-links?limit=200');
  expect(items).toContainEqual({ link: revoked.id, label: '停用', until: '2024-03-31', revoked: '流出' });
});

test('one network makes twenty by a link, then waits', async () => {
  const { path } = await linkOf('连发');
  const all = [];
  for (let n = 0; n < 22; n++) all.push((await t.call(undefined, 'POST', `/api${path}`, body)).status);
  expect(all).toEqual([...Array.from({ length: 20 }, () => 201), 429, 429]);
});

test('at least twenty wrong suggestions are refused', async () => {
  const { path } = await linkOf('有误');
  const wrong: unknown[] = [
    ...['title', 'text', 'proposer'].flatMap((field) =>
      ['', '  ', null, 1, [], {}].map((v) => ({ ...body, [field]: v })),
    ),
    { ...body, title: 'x'.repeat(61) },
    { ...body, text: 'x'.repeat(1001) },
    { ...body, proposer: 'x'.repeat(41) },
    { ...body, contact: 'x'.repeat(61) },
    { ...body, status: 'adopted' },
    { ...body, org: 'district' },
    {},
  ];
  for (const each of wrong) expect(await problemOf(undefined, path, each as object)).toBe('400 malformed-request');
  for (const payload of ['title=a&title=b&text=c&proposer=d', 'title=a%00b&text=c&proposer=d']) {
    const { statusCode } = await t.app.inject({
      ...{ method: 'POST', url: `/api${path}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      payload,
    });
    expect(statusCode).toBe(400);
  }
  console.log(`${wrong.length + 2} wrong suggestions`);
});
