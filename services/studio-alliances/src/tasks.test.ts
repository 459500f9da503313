// What unions, finance and leaders have to do in alliances, from the invitation to the year that is closed.
import type { Task } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { studioAlliances } from './service.ts';

type Who = NonNullable<Parameters<Testing['call']>[0]>;
const ours: Who = { org: 'industry', sub: 'li', roles: ['organiser'] };
const theirs: Who = { org: 'district', sub: 'wu', roles: ['organiser'] };
const finance: Who = { org: 'industry', sub: 'qian', roles: ['finance'] };
let now = '2024-03-01T09:00:00+08:00';
let t: Testing;
beforeAll(async () => {
  t = await startTesting([studioAlliances], { now: () => now });
});
afterAll(() => t.stop());

async function done(path: string, body: object = {}, who: Who = ours): Promise<string> {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([path, answer.status, answer.text]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id;
}
async function tasksOf(who: Who): Promise<string[]> {
  const { status, body } = await t.call(who, 'GET', '/api/tasks');
  expect([status, body]).toEqual([200, expect.anything()]);
  return body.items.map(({ task, about, until = '' }: Task) => `${task} ${about} ${until}`.trim());
}
async function studio(code: string, who = ours) {
  const profile = {
    ...{ code, name: `${code}工作室`, leader: `P-${code}`, employer: '甲公司', district: '东城区', level: 'district' },
    ...{ trade: '焊接', offers: ['激光焊接'], seeks: ['探伤'], capacity: 1 },
  };
  const id = await done('/studios', profile, who);
  await done(`/studios/${id}/recognise`, {}, who);
  return id;
}

test('invitation, approval, outputs and the year each wait for whoever is next, and for nobody else', async () => {
  const own = await studio('A');
  const foreign = await studio('B', theirs);
  await done(`/studios/${foreign}/list`, { shows: [] }, theirs);
  const leader: Who = { org: 'industry', sub: 'leader', roles: ['alliance-leader'], units: [own] };
  const named = { code: 'LM-1', name: '甲联盟', shortName: '甲', studios: [own, foreign] };
  const alliance = await done('/alliances', named);
  expect(await tasksOf(ours)).toEqual([]);
  expect(await tasksOf(theirs)).toEqual(['answer-invitation B工作室 2024-03-31']);
  const { items } = (await t.call(theirs, 'GET', '/api/invitations')).body;
  await done(`/invitations/${items[0].invitation}/accept`, {}, theirs);
  expect(await tasksOf(theirs)).toEqual([]);
  expect(await tasksOf(ours)).toEqual(['approve-alliance 甲联盟']);
  await done(`/alliances/${alliance}/approve`, { form: 'linked', reason: '链', agreement: '一', since: '2024-01-10' });
  expect(await tasksOf(ours)).toEqual([]);
  expect(await tasksOf(leader)).toEqual(['meet-duty 甲联盟 2024-12-31']);
  const content = {
    ...{ kind: '专利', applied: ['production'], contributors: ['P-A'], adoptedOn: '2024-02-08', title: '夹具' },
    ...{ alliance, evidence: [{ title: '证明', reference: '一' }] },
  };
  const output = await done('/outputs', content, leader);
  expect(await tasksOf(leader)).toContain('mend-output 夹具');
  await done(`/outputs/${output}/submit`, {}, leader);
  expect(await tasksOf(leader)).not.toContain('mend-output 夹具');
  expect(await tasksOf(finance)).toEqual(['certify-benefit 夹具']);
  expect(await tasksOf(ours)).toEqual(['accept-output 夹具']);
  expect(await tasksOf({ ...finance, org: 'district' })).toEqual([]);
  expect(await tasksOf({ ...leader, units: [] })).toEqual([]);
  await done(`/outputs/${output}/accept`);
  expect([...(await tasksOf(ours)), ...(await tasksOf(finance)), ...(await tasksOf(leader))]).toEqual([]);
  now = '2025-01-05T09:00:00+08:00';
  expect(await tasksOf(ours)).toEqual(['close-duty-year 甲联盟']);
  await done(`/alliances/${alliance}/duties/2024/close`);
  expect(await tasksOf(ours)).toEqual([]);
});
