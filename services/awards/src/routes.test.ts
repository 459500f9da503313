import {
  allianceApproved,
  awardListId,
  decisionId,
  derivedId,
  noticeId,
  type ServiceName,
  unitRegistered,
} from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluated, honour, unit } from './sample.ts';
import { saying } from './saying.fixture.ts';
import { awards } from './service.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };
const scorer = { org: 'union', sub: 'user-quality', roles: ['committee' as const, 'organiser' as const] };
const hr = { org: 'union', sub: 'hr', roles: ['hr' as const] };
const foreign = { org: 'other', sub: 'wu', roles: ['organiser' as const, 'committee' as const, 'hr' as const] };
type Who = Parameters<Testing['call']>[0];

let t: Testing;
beforeAll(async () => {
  const others = (['competitions', 'quarterly-checks', 'studio-alliances'] as const).map(saying);
  t = await startTesting([awards, ...others], { now: () => '2025-02-05T01:00:00Z' });
});
afterAll(() => t.stop());

async function say(name: ServiceName, type: string, data: object) {
  expect((await t.call(organiser, 'POST', `/api/say/${name}`, { events: [{ type, data }] })).status).toBe(201);
  await t.quiet();
}
async function ok(who: Who, path: string, body: object): Promise<string> {
  const answer = await t.call(who, 'POST', `/api${path}`, body);
  expect([answer.status, answer.body]).toEqual([expect.toBeOneOf([200, 201]), expect.anything()]);
  await t.quiet();
  return answer.body.id;
}
async function refused(who: Who, path: string, body: object) {
  const { status, body: problem } = await t.call(who, 'POST', `/api${path}`, body);
  expect(problem.detail).not.toMatch(/[{}]/);
  return [status, problem.type.replace('/problems/', '')];
}
const get = async (who: Who, path: string) => t.call(who, 'GET', `/api${path}`);
const notice = {
  from: '2025-01-06',
  workingDays: 5,
  firstDayCounts: true,
  channels: [{ kind: 'visit', where: '公司工会办公室' }],
};
const document = { date: '2025-01-20', signatory: '公司工会委员会', grantedBy: '公司工会' };

test('a year goes from its evaluation to the HR feed: tie, notice, objection, supplementary decision, revocation', async () => {
  const joint = [unit(3, 3, true), unit(4, 3, true)];
  const evaluation = evaluated(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)], referred: joint }));
  await say('quarterly-checks', 'annual-evaluation-completed', evaluation);
  const list = awardListId(evaluation.evaluation);
  const at = `/award-lists/${list}`;
  const drafted = await get(organiser, at);
  expect(drafted.body.candidates.map((c: { state: string }) => c.state)).toEqual([
    'proposed',
    'proposed',
    'referred',
    'referred',
  ]);
  const idOf = (code: string) =>
    drafted.body.candidates.find((c: { recipient: { externalId: string } }) => c.recipient.externalId === code)
      .candidate;

  expect(await refused(committee, `${at}/review`, {})).toEqual([409, 'tie-open']);
  expect(await refused(organiser, `${at}/resolve-tie`, { honour: 'winner', reason: '…' })).toEqual([403, 'forbidden']);
  await ok(committee, `${at}/resolve-tie`, { honour: 'winner', joint: true, reason: '并列第三，均予表彰' });
  expect(await refused(organiser, '/notices', { list, ...notice })).toEqual([409, 'list-not-reviewed']);
  await ok(committee, `${at}/review`, {});
  expect(await refused(organiser, '/notices', { list, ...notice })).toEqual([422, 'notice-backdated']);
  const far = { list, ...notice, from: '2199-12-30' };
  expect(await refused(organiser, '/notices', far)).toEqual([422, 'calendar-unpublished']);
  expect(await ok(organiser, '/notices?on=2025-01-06', { list, ...notice })).toBe(noticeId(list));

  const seen = await get(undefined, `/public/notices/${noticeId(list)}`);
  expect(seen.body).toMatchObject({ lastDay: '2025-01-10', closesAt: '2025-01-10T17:00:00+08:00' });
  expect(seen.body.items).toContainEqual({ honour: '2024年度劳动竞赛优胜项目部', recipient: '第1项目部' });
  expect(seen.text).not.toContain('user-');
  expect(seen.body.ended).toBe(false);
  for (const runtime of t.runtimes) await runtime.sweep();
  await t.quiet();
  expect((await get(undefined, `/public/notices/${noticeId(list)}`)).body.ended).toBe(true);

  const objection = derivedId('objection');
  const filing = {
    objection,
    candidate: idOf('XM-2'),
    channel: 'phone',
    from: 'person',
    receivedOn: '2025-01-08',
    statement: '三季度质量问题未报',
    objector: { name: '张三', contact: '13800000000' },
  };
  expect(await refused(organiser, `${at}/objections`, { ...filing, receivedOn: '2025-01-13' })).toEqual([
    422,
    'objection-out-of-time',
  ]);
  await ok(organiser, `${at}/objections`, filing);
  expect((await get(organiser, `/objections?list=${list}&status=open`)).text).not.toContain('张三');

  expect(await refused(committee, `${at}/decisions`, { ...document, number: '1号', date: '2025-01-10' })).toEqual([
    409,
    'notice-running',
  ]);
  await ok(committee, `${at}/decisions`, { ...document, number: '1号' });
  const first = decisionId(list, '1号');
  expect((await get(hr, `/grants?decision=${first}`)).body.items).toHaveLength(3);

  const decide = { outcome: 'dismissed', finding: '不实', effect: '维持' };
  expect(await refused(scorer, `/objections/${objection}/decide`, decide)).toEqual([403, 'own-nomination']);
  await ok(organiser, `/objections/${objection}/answer`, { answer: '正在核实' });
  await ok(committee, `/objections/${objection}/decide`, decide);
  await ok(committee, `${at}/decisions`, { ...document, number: '2号', date: '2025-02-05' });
  const [late] = (await get(hr, `/grants?decision=${decisionId(list, '2号')}`)).body.items;
  expect(late.recipient.externalId).toBe('XM-2');

  await ok(organiser, `/grants/${late.grant}/correct`, { recipientName: '第二项目部', reason: '更名' });
  const early = { reason: '材料不实', returnBy: '2025-06-30' };
  expect(await refused(scorer, `/decisions/${first}/revoke?on=2025-01-19`, early)).toEqual([422, 'before-decision']);
  await ok(committee, `/decisions/${first}/revoke`, { reason: '材料不实', returnBy: '2025-06-30' });
  expect(
    await refused(organiser, `/grants/${(await get(hr, '/grants?status=revoked')).body.items[0].grant}/correct`, {
      honourShortName: '…',
      reason: '…',
    }),
  ).toEqual([409, 'grant-revoked']);

  const pages: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await get(hr, `/hr/feed?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    pages.push(
      ...body.items.map((row: { externalId: string; revision: number }) => `${row.externalId}/${row.revision}`),
    );
    cursor = body.cursor;
    if (!body.next) break;
  }
  expect(pages.sort()).toEqual(['XM-1/1', 'XM-1/2', 'XM-2/1', 'XM-2/2', 'XM-3/1', 'XM-3/2', 'XM-4/1', 'XM-4/2']);
  const csv = await get(hr, '/hr/feed?format=csv');
  expect(csv.text.split('\n')[0]).toContain('荣誉简称');
  expect((await get(hr, '/hr/feed?since=2025-02-06T00:00:00%2B08:00')).body.items).toEqual([]);
});

test('a plaque list is drafted from known alliances, and names unknown ones', async () => {
  const alliance = allianceApproved.example;
  const honours = { code: 'plaque', name: '职工创新工作室联盟', shortName: '创新工作室联盟', level: 'provincial' };
  const draft = { kind: 'plaque', title: '首批联盟授牌', year: 2023, honour: honours, alliances: [alliance.alliance] };
  expect(await refused(organiser, '/award-lists', draft)).toEqual([422, 'recipient-unknown']);
  await say('studio-alliances', 'alliance-approved', alliance);
  const list = await ok(organiser, '/award-lists', draft);
  const { body } = await get(organiser, `/award-lists/${list}`);
  expect(body.candidates[0]).toMatchObject({
    recipient: { type: 'alliance', name: alliance.name },
    nominatedBy: ['li'],
  });
});

test('a list by hand takes known recipients, and its honours can be renamed', async () => {
  await say('competitions', 'unit-registered', unitRegistered.example);
  const winner = { code: 'red-banner', name: '流动红旗', shortName: '流动红旗', level: 'enterprise' };
  const list = await ok(organiser, '/award-lists', { kind: 'hand', title: '流动红旗', year: 2024, honours: [winner] });
  const at = `/award-lists/${list}`;
  const candidate = { honour: 'red-banner', recipient: unitRegistered.example.unit, reason: '一季度第一' };
  await ok(organiser, `${at}/candidates`, candidate);
  expect(await refused(organiser, `${at}/candidates`, candidate)).toEqual([409, 'already-exists']);
  await ok(organiser, `${at}/honours`, { ...winner, shortName: '一季度流动红旗', prize: 3000 });
  const [added] = (await get(organiser, at)).body.candidates;
  await ok(organiser, `${at}/recommend`, { candidate: added.candidate, reason: '进度领先' });
  await ok(committee, `${at}/remove`, { candidate: added.candidate, reason: '撤回' });
  expect(await refused(committee, `${at}/review`, {})).toEqual([409, 'no-candidates']);
  const { body } = await get(organiser, at);
  expect(body.honours[0]).toMatchObject({ shortName: '一季度流动红旗', prize: 3000, seats: null });
  expect(body.candidates[0]).toMatchObject({ state: 'removed', recommendations: ['进度领先'] });
});

test('another organisation sees nothing and changes nothing', async () => {
  const [{ list }] = (await get(organiser, '/award-lists?limit=1')).body.items;
  const [{ grant }] = (await get(hr, '/grants?limit=1')).body.items;
  for (const path of ['/award-lists', '/notices', '/objections', '/decisions', '/grants', '/hr/feed'])
    expect((await get(foreign, path)).body.items).toEqual([]);
  for (const path of [`/award-lists/${list}`, `/grants/${grant}`]) expect((await get(foreign, path)).status).toBe(404);
  expect(await refused(foreign, `/award-lists/${list}/review`, {})).toEqual([404, 'not-found']);
  expect(await refused(foreign, `/grants/${grant}/revoke`, { reason: '…' })).toEqual([404, 'not-found']);
  expect((await get(organiser, '/hr/feed')).status).toBe(403);
});

test('a list with a revised evaluation continues once the committee acknowledges it', async () => {
  const evaluation = { ...evaluated(honour('winner', 1, { granted: [unit(7, 1)] })), evaluation: derivedId('revised') };
  const { unit: id, code, name } = unit(8, 1);
  const move = { honour: 'winner', label: '…', group: null, unit: id, code, name, before: null, after: 'granted' };
  const revised = { revision: 2, reason: '复核', causes: [], moved: 1, moves: [], honourMoves: [move] };
  await say('quarterly-checks', 'annual-evaluation-completed', evaluation);
  await say('quarterly-checks', 'annual-evaluation-revised', { ...evaluation, ...revised });
  const at = `/award-lists/${awardListId(evaluation.evaluation)}`;
  expect((await get(organiser, at)).body.revisions).toMatchObject([{ revision: 2, changes: [{ name }] }]);
  expect(await refused(committee, `${at}/review`, {})).toEqual([409, 'revision-open']);
  const known = { revision: 2, reason: '已核对' };
  expect(await refused(organiser, `${at}/acknowledge-revision`, known)).toEqual([403, 'forbidden']);
  await ok(committee, `${at}/acknowledge-revision`, known);
  await ok(committee, `${at}/review`, {});
});

test('once the calendar of the next year is loaded a notice runs into it, and can be lengthened while it runs', async () => {
  const granted = [unit(1, 1)];
  const evaluation = { ...evaluated(honour('winner', 1, { granted })), evaluation: derivedId('evaluation', 'next') };
  await say('quarterly-checks', 'annual-evaluation-completed', evaluation);
  const list = awardListId(evaluation.evaluation);
  await ok(committee, `/award-lists/${list}/review`, {});
  const into = { list, ...notice, from: '2198-12-28' };
  expect(await refused(organiser, '/notices', into)).toEqual([422, 'calendar-unpublished']);
  for (const year of [2198, 2199])
    await say('competitions', 'calendar-published', {
      ...{ year, version: 1, daysOff: [`${year}-01-01`], makeUpDays: [] },
      document: { title: '通知', number: '1号', date: '2197-11-01' },
    });
  await ok(organiser, '/notices', into);
  const at = `/public/notices/${noticeId(list)}`;
  expect((await get(undefined, at)).body.lastDay).toBe('2199-01-04');
  await say('competitions', 'calendar-published', {
    ...{ year: 2199, version: 2, daysOff: ['2199-01-01', '2199-01-02', '2199-01-03'], makeUpDays: [] },
    document: { title: '通知', number: '2号', date: '2197-12-01' },
  });
  expect((await get(undefined, at)).body.lastDay).toBe('2199-01-04');
  await ok(organiser, `/notices/${noticeId(list)}/lengthen`, { lastDay: '2199-01-08', reason: '放假安排调整' });
  expect((await get(undefined, at)).body).toMatchObject({ lastDay: '2199-01-08', ended: false });
  expect((await get(organiser, `/award-lists/${list}`)).body.notice.lastDay).toBe('2199-01-08');
});
