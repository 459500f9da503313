// A need counts among what its studio seeks: it raises the price of a pair, whose reason names it, until it is ended.
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studioAlliances } from '../service.ts';

type Who = Parameters<Testing['call']>[0];
const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const unit: Who = { org: 'industry', sub: 'chen', roles: ['entrant'], units: [] };
const another: Who = { org: 'industry', sub: 'he', roles: ['entrant'], units: [] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };

let t: Testing;
const known: Record<string, string> = {};
async function give(path: string, body: object = {}, who: Who = organiser) {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([path, answer.status, answer.text]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body;
}
const problemOf = async (who: Who, path: string, body: object = {}) =>
  (await t.call(who, 'POST', `/api${path}`, body)).body.type;

/** The price of the pair in a new run, and its reasons. */
async function paired() {
  const { id } = await give('/pairings', { studios: [known.A, known.B], mode: 'best' });
  const at = `/api/pairings/${id}`;
  const status = async () => (await t.call(organiser, 'GET', at)).body.status;
  await expect.poll(status, { timeout: 60_000 }).toBe('completed');
  const { body } = await t.call(organiser, 'GET', `${at}/why?a=${known.A}&b=${known.B}`);
  return body as { weight: number; reasons: { zh: string }[] };
}

beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
  const studio = async (code: string, over: object) => {
    const profile = { code, name: `${code}创新工作室`, leader: `P-${code}`, district: '东城区', level: 'district' };
    const { id } = await give('/studios', { ...profile, capacity: 1, ...over });
    await give(`/studios/${id}/recognise`);
    known[code] = id;
  };
  await studio('A', { employer: '甲公司', trade: '焊接', offers: ['钎焊'], seeks: ['探伤'] });
  await studio('B', { employer: '乙公司', trade: '自动化', offers: ['高强钢激光焊接', '探伤'], seeks: ['钎焊'] });
}, 240_000);
afterAll(() => t.stop());

test('a need raises the price of a pair with a reason that names it, and no longer once it is solved', async () => {
  const before = await paired();
  const posted = { studio: known.A, unit: '甲公司总装车间', problem: '高强钢激光焊接', details: '拼焊变形大' };
  const { id } = await give('/needs', posted, unit);
  const during = await paired();
  expect(during.weight).toBeGreaterThan(before.weight);
  const named = ({ reasons }: typeof during) => reasons.some(({ zh }) => zh.includes('高强钢激光焊接'));
  expect([named(before), named(during)]).toEqual([false, true]);
  expect((await t.call(organiser, 'GET', `/api/studios/${known.A}`)).body.needs).toEqual([
    { need: id, problem: '高强钢激光焊接', unit: '甲公司总装车间' },
  ]);

  expect(await problemOf(another, `/needs/${id}/solve`, { result: '好' })).toBe('/problems/not-yours');
  expect(await problemOf(abroad, `/needs/${id}/withdraw`, { reason: '无' })).toBe('/problems/not-found');
  await give(`/needs/${id}/solve`, { result: '变形降至0.3毫米' }, unit);
  expect(await problemOf(unit, `/needs/${id}/withdraw`, { reason: '晚' })).toBe('/problems/need-state');
  expect((await paired()).weight).toBe(before.weight);
  expect((await t.call(organiser, 'GET', `/api/needs/${id}`)).body).toMatchObject({
    ...{ status: 'solved', result: '变形降至0.3毫米', by: 'chen' },
  });
});

test('a need is posted with a studio of the union alone, and withdrawn with a reason', async () => {
  const posted = { studio: known.A, unit: '甲公司', problem: '装配防错' };
  expect(await problemOf(abroad, '/needs', posted)).toBe('/problems/not-found');
  expect(await problemOf(unit, '/needs', { ...posted, problem: '长'.repeat(61) })).toBe('/problems/malformed-request');
  const { id } = await give('/needs', posted, unit);
  await give(`/needs/${id}/withdraw`, { reason: '停产' });
  const open = await t.call(organiser, 'GET', `/api/needs?studio=${known.A}&status=open`);
  expect(open.body.items).toEqual([]);
});
