// A shortlist with a tie at its cut: the final waits until the committee says who is through.
import { unionRoles } from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { services } from './services.ts';

let t: Testing;
beforeAll(async () => {
  t = await startTesting(services, { now: () => '2024-04-10T09:00:00+08:00' });
});
afterAll(() => t.stop());

const org = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12';
const union = { org, sub: 'li', roles: unionRoles.filter((role) => role !== 'committee') };
const committee = { org, sub: 'zhao', roles: ['committee' as const] };
async function done(
  path: string,
  body?: object,
  actor: Parameters<Testing['call']>[0] = union,
  method = 'POST' as 'POST' | 'PUT',
) {
  const { status, body: answer } = await t.call(
    actor,
    method,
    `/api${path}`,
    body,
    method === 'PUT' ? { 'if-match': '*' } : {},
  );
  expect([path, status, status < 300 ? '' : answer]).toEqual([path, expect.toBeOneOf([200, 201]), '']);
  await t.quiet();
  return answer;
}
const read = async (path: string, actor = union) => (await t.call(actor, 'GET', `/api${path}`)).body;

const sheet = { criteria: [{ id: 'points', label: '得分', points: 100, measure: { kind: 'value' } }] };
const heat = { id: 'heat', label: '预赛', sheet, honours: [{ id: 'in', label: '入围', take: 2 }] };
const final = {
  ...{ id: 'final', label: '决赛', sheet, admits: { from: 'heat', honours: ['in'] } },
  honours: [{ id: 'best', label: '冠军', take: 1 }],
};

test('of three who are tied for one seat of the final, the committee lets one through', async () => {
  const { id: scheme } = await done('/schemes', { template: 'wu-gong-li' });
  const tracks = [{ id: 'teams', label: '代表队', stages: [heat, final] }];
  await done(
    `/schemes/${scheme}`,
    { body: { language: 1, id: 'ru-wei', version: 1, title: '入围赛', tracks } },
    union,
    'PUT',
  );
  await done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await done('/contests', {
    ...{ name: '班组技能对抗赛', year: 2024, scheme, tracks: [{ track: 'teams', entrants: 'unit' }] },
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const stages: string[] = (await read(`/contests/${contest}`)).stages.map(({ stage }: { stage: string }) => stage);
  for (const n of [1, 2, 3, 4]) {
    const { id } = await done('/units', { kind: 'branch', code: `FG-${n}`, name: `第${n}分公司`, shortName: `${n}分` });
    await done(`/contests/${contest}/contestants`, { track: 'teams', entrant: id });
  }
  const { items } = await read(`/contests/${contest}/contestants`);
  const of = (n: number): string => items.find(({ code }: { code: string }) => code === `FG-${n}`).contestant;
  const record = (stage: string, n: number, value: number) =>
    done(`/contest-stages/${stage}/performances`, { contestant: of(n), marks: { points: { value } } });
  const [first, last] = stages as [string, string];
  for (const stage of stages) await done(`/contest-stages/${stage}/open`);
  for (const [n, value] of [90, 80, 80, 80].entries()) await record(first, n + 1, value);
  await done(`/contest-stages/${first}/close`);
  for (const [n, value] of [70, 60, 95, 99].entries()) await record(last, n + 1, value);
  const names = async (stage: string, part: string) =>
    (await read(`/contest-stages/${stage}/standings`)).honours[0][part]
      .map(({ code }: { code: string }) => code)
      .sort();
  expect([await names(first, 'granted'), await names(first, 'referred')]).toEqual([['FG-1'], ['FG-2', 'FG-3', 'FG-4']]);

  const early = await t.call(union, 'POST', `/api/contest-stages/${last}/close`);
  expect([early.status, early.body.type]).toEqual([409, '/problems/contest-stage-incomplete']);
  const decide = (...granted: number[]) => ({ honour: 'in', granted: granted.map(of), reason: '加赛一题胜出' });
  const wrong = await t.call(committee, 'POST', `/api/contest-stages/${first}/decide-tie`, decide(2, 3));
  expect([wrong.status, wrong.body.detail]).toEqual([422, '“入围”还有 1 个名额，并列 3 名；请从并列者中恰选 1 名。']);
  const tasks = async () => (await read('/tasks', committee as never)).items.map(({ task }: { task: string }) => task);
  expect(await tasks()).toEqual(['decide-contest-tie']);
  await done(`/contest-stages/${first}/decide-tie`, decide(3), committee);
  expect(await tasks()).toEqual([]);
  expect([await names(first, 'granted'), await names(first, 'referred')]).toEqual([['FG-1', 'FG-3'], []]);
  expect((await read(`/contest-stages/${first}/revisions`)).items).toMatchObject([
    { revision: 2, moved: 0, causes: [{ what: 'tie', reason: '加赛一题胜出' }] },
  ]);
  await done(`/contest-stages/${last}/close`);
  // The fourth had 99, and was not let through.
  expect(await names(last, 'granted')).toEqual(['FG-3']);
  const awarded = await t.call(committee, 'POST', `/api/contest-stages/${last}/decide-tie`, {
    ...decide(3),
    honour: 'best',
  });
  expect([awarded.status, awarded.body.type]).toEqual([409, '/problems/no-tie']);
});
