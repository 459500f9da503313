// Duplicates: what is alike is shown to the accepter, who says of each whether it is the same; nothing counts twice.
import { isRefusal } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { likeness } from './likeness.ts';
import * as output from './output.ts';
import { studioAlliances } from './service.ts';
import type { Who } from './wrong.fixture.ts';

test.each([
  [{ title: '甲', code: 'WX-1' }, { title: '乙', code: 'wx－1' }, 100, 'code'],
  [{ title: '门框 回弹补偿法' }, { title: '门框回弹补偿法' }, 100, 'title'],
  [{ title: '高强钢门框回弹补偿法' }, { title: '门框回弹补偿操作法' }, 58, 'title'],
  [
    { title: '甲', summary: '改了夹具，换型时间减半' },
    { title: '乙', summary: '换型时间减半，改了夹具' },
    100,
    'summary',
  ],
  [{ title: '高强钢门框回弹补偿法' }, { title: '掐丝珐琅镶嵌工艺' }, 0, 'title'],
] as const)('%j is like %j', (one, other, percent, by) => {
  expect(likeness(one, other)).toEqual({ percent, by });
  expect(likeness(other, one)).toEqual({ percent, by });
});

const who = (sub: string) => ({ sub, org: 'union', roles: ['organiser' as const], departments: [], units: [] });
const meta = { id: 'o1', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor: who('li') };
const second = { actor: who('sun') };
type Given = Commands<Parameters<typeof output.decide>[1]>;
const after = (...given: Given[]) => spec(output, meta).when(...given);
const refused = (...given: Given[]) => {
  const { outcome } = after(...given);
  return isRefusal(outcome) ? outcome.refused : undefined;
};
const content = {
  ...{ alliance: 'a', owner: 'union', studios: ['s'], kind: '专利', title: '甲', applied: ['production' as const] },
  ...{ contributors: ['P-1'], adoptedOn: '2023-03-01', evidence: [{ title: '证明', reference: '一' }] },
};
const submitted: Given[] = [['log', content], ['submit']];

test('what is like an accepted output is accepted with a word on it, and does not count where it is the same', () => {
  const alike = [{ output: 'o2', title: '甲' }];
  const word = (same: boolean) => ({ alike, comparisons: [{ output: 'o2', same, reason: '比对' }] });
  expect(refused(...submitted, ['accept', { alike }, second])).toBe('duplicates-undecided');
  expect(refused(...submitted, ['accept', { ...word(true), alike: [] }, second])).toBe('not-found');
  expect(after(...submitted, ['accept', word(true), second]).outcome).toMatchObject([{ data: { counts: false } }]);
  expect(after(...submitted, ['accept', word(false), second]).outcome).toMatchObject([
    { data: { counts: true, comparisons: [{ same: false, reason: '比对' }] } },
  ]);
});

test('an accepted output is taken up elsewhere, once by a unit, from its own adoption on', () => {
  const adopt = (over: object = {}): Given => [
    'adopt',
    { unit: '二车间', adoptedOn: '2024-02-01', yuan: 100, ...over },
  ];
  const accepted: Given[] = [...submitted, ['accept', {}, second]];
  expect(after(...accepted, adopt()).outcome).toMatchObject([
    { type: 'output-adopted', data: { unit: '二车间', yuan: 100 } },
  ]);
  expect(after(...accepted, adopt(), adopt({ unit: ' 二车间' })).outcome).toEqual([]);
  expect(refused(...accepted, adopt(), adopt({ yuan: 200 }))).toBe('already-exists');
  expect(after(...accepted, adopt(), adopt({ unit: '三车间' })).state?.adoptions).toHaveLength(2);
  expect(refused(...submitted, adopt())).toBe('output-state');
  for (const adoptedOn of ['2023-02-28', '2024-03-02'])
    expect(refused(...accepted, adopt({ adoptedOn }))).toBe('adoption-date');
});

let t: Testing;
const organiser: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const accepter: Who = { org: 'industry', sub: 'sun', roles: ['organiser'] };
const leader: Who = { org: 'industry', sub: 'ma', roles: ['alliance-leader'] };
const abroad: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => '2024-03-01T09:00:00+08:00' });
}, 240_000);
afterAll(() => t.stop());
const give = async (path: string, body: object = {}, by = organiser) => {
  const { status, text } = await t.call(by, 'POST', `/api${path}`, body);
  if (status >= 300) throw new Error(`${path}: ${text}`);
  return JSON.parse(text).id as string;
};

test('its accepter sees what is like it in every alliance of the union, and no other union does', async () => {
  const profile = {
    ...{ name: '工作室', leader: 'P-1', employer: '甲公司', district: '东城区', level: 'district' },
    ...{ trade: '焊接', offers: ['激光焊接'], seeks: ['探伤'], capacity: 1 },
  };
  const logged: string[] = [];
  for (const [at, title] of ['高强钢门框回弹补偿法', '门框回弹补偿操作法'].entries()) {
    const studios: string[] = [];
    for (const code of [`A${at}`, `B${at}`]) {
      const id = await give('/studios', { ...profile, code, name: code });
      await give(`/studios/${id}/recognise`);
      studios.push(id);
    }
    const alliance = await give('/alliances', { code: `L${at}`, name: `联盟${at}`, shortName: `联${at}`, studios });
    await t.quiet();
    await give(`/alliances/${alliance}/approve`, {
      form: 'linked',
      reason: '链',
      agreement: '一',
      since: '2023-01-01',
    });
    await t.quiet();
    const { owner: _, studios: __, ...body } = content;
    const id = await give('/outputs', { ...body, alliance, title });
    await give(`/outputs/${id}/submit`);
    logged.push(id);
  }
  const [first, next] = logged as [string, string];
  await t.quiet();
  const shown = (id: string, by = accepter) => t.call(by, 'GET', `/api/outputs/${id}/duplicates`);
  expect((await shown(first)).body.items).toMatchObject([{ output: next, status: 'submitted', percent: 58 }]);
  await give(`/outputs/${first}/accept`, undefined, accepter);
  await t.quiet();
  expect((await shown(next)).body.items).toMatchObject([
    { output: first, title: '高强钢门框回弹补偿法', status: 'accepted', by: 'title', zh: '名称58% 相近' },
  ]);
  expect((await shown(next, leader)).status).toBe(403);
  expect((await shown(next, abroad)).status).toBe(404);
  const refusal = await t.call(accepter, 'POST', `/api/outputs/${next}/accept`);
  expect([refusal.status, refusal.body.detail]).toEqual([409, expect.stringContaining('高强钢门框回弹补偿法')]);
  const comparisons = [{ output: first, same: true, reason: '同一方法，换了名称' }];
  await give(`/outputs/${next}/accept`, { comparisons }, accepter);
  await give(`/outputs/${first}/adopt`, { unit: '二车间', adoptedOn: '2024-02-01' });
  await t.quiet();
  expect((await t.call(organiser, 'GET', `/api/outputs/${next}`)).body).toMatchObject({ counts: false, comparisons });
  expect((await t.call(organiser, 'GET', `/api/outputs/${first}`)).body).toMatchObject({
    ...{ counts: true, adoptions: [{ unit: '二车间', adoptedOn: '2024-02-01' }] },
  });
});
