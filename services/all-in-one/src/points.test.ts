// Points from claims to a shortlist and to meals: claimed with evidence, approved by another, counted in a contest's stage, spent by
// codes that a partner redeems without an account.
import { pointsLedgerId } from '@jiangong/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { org, type Play, startPlay, union, type Who } from './contest-play.fixture.ts';
import { expectRefused } from './wrong.fixture.ts';
import { pointsWrongs } from './wrong-points.fixture.ts';

let play: Play;
/** Ids of what wrong requests are about, by name. */
const known: Record<string, string> = {};
const people: string[] = [];
const units: string[] = [];
const clerk: Who = { org, sub: 'wang', roles: ['organiser'] };
const captain = (): NonNullable<Who> => ({ org, sub: 'captain', roles: ['entrant'], units: [units[0]!] });
beforeAll(async () => {
  play = await startPlay();
  for (const n of [1, 2])
    units.push(
      (await play.done('/units', { kind: 'branch', code: `FG-${n}`, name: `第${n}分公司`, shortName: `${n}分` })).id,
    );
  const roster = [1, 2, 3, 4, 5, 6].map((n) => `P-${n},职工${n},FG-${1 + (n % 2)},2024-01-05`);
  await play.done('/people/import', `工号,姓名,单位编码,开始日期\n${roster.join('\n')}\n`);
  const { items } = await play.read('/people', { ...union, roles: ['hr'] });
  for (const { person } of items.toSorted((a: { externalId: string }, b: { externalId: string }) =>
    a.externalId < b.externalId ? -1 : 1,
  ))
    people.push(person);
});
afterAll(() => play.t.stop());

const quiz = { way: 'quiz', label: '答对一题', points: 1, mostPerDay: 10 };
async function campaign(body: object) {
  const dates = { from: '2024-04-01', to: '2024-04-05', spendBy: '2024-06-30' };
  return (await play.done('/points-campaigns', { name: '积分活动', year: 2024, ...dates, ...body })).id as string;
}
async function claimed(id: string, n: number, on: string, times: number, who: Who = union, way = 'quiz') {
  const body = { person: people[n - 1], way, times, on, evidence: `答题记录 ${on}` };
  await play.done(`/points-campaigns/${id}/claims`, body, who);
}
const waiting = async (id: string): Promise<string[]> =>
  (await play.read(`/points-campaigns/${id}/claims?state=waiting&limit=200`)).items.map(
    ({ claim }: { claim: string }) => claim,
  );

test('the best of each group of a points campaign are invited, with everybody tied at the cut', async () => {
  const { id: scheme } = await play.done('/schemes', { template: 'ji-fen' });
  const { body } = await play.read(`/schemes/${scheme}`);
  // The shipped rule, with room for one of each group in place of 150.
  const own = JSON.parse(JSON.stringify(body).replace('"take":150', '"take":1'));
  await play.t.call(union, 'PUT', `/api/schemes/${scheme}`, { body: own }, { 'if-match': '*' });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await play.done('/contests', {
    ...{ name: '“五一”线上答题', year: 2024, scheme, tracks: [{ track: 'persons', entrants: 'person' }] },
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const stages: string[] = (await play.read(`/contests/${contest}`)).stages.map(
    ({ stage }: { stage: string }) => stage,
  );
  const [days, total] = [stages.slice(0, 5), stages[5]!];
  known.stage = total;
  const enter = (n: number) =>
    play.done(`/contests/${contest}/contestants`, {
      ...{ track: 'persons', entrant: people[n - 1], group: n <= 3 ? 'office' : 'workshop' },
    });
  for (const n of [1, 2, 3, 4]) await enter(n);
  const day = (n: number) => `2024-04-0${n}`;
  const id = await campaign({
    earning: [quiz],
    feeds: { stages: days.map((stage, n) => ({ stage, from: day(n + 1), to: day(n + 1) })) },
  });
  // 1: 8 + 9 = 17; 2: 10 + 7 = 17; 3: 16, as all the days were; 4: 5; 5, who comes later: 6; 6 does nothing.
  const made = [
    ...([
      [1, 1, 8],
      [1, 2, 9],
      [2, 1, 10],
      [2, 3, 7],
      [3, 5, 10],
      [3, 4, 6],
      [4, 2, 5],
      [5, 1, 6],
    ] as const),
  ];
  for (const [n, on, times] of made) await claimed(id, n, day(on), times);
  const { items: tasks } = await play.read('/tasks?limit=100', clerk);
  expect(tasks).toContainEqual(expect.objectContaining({ task: 'approve-points', about: '积分活动', count: 8 }));
  const ids = await waiting(id);
  const approve = async (who: Who) => play.done('/points-claims/approve', { ids }, who);
  expect((await approve(union)).faults).toHaveLength(8);
  expect(await approve(clerk)).toMatchObject({ accepted: 8, faults: [] });
  for (const n of [5, 6]) await enter(n);
  // Not entered by hand, and no more than a day takes.
  const performance = { contestant: '', marks: { points: { value: 99 } } };
  const { items } = await play.read(`/contests/${contest}/contestants?limit=50`);
  for (const stage of days) await play.done(`/contest-stages/${stage}/open`);
  performance.contestant = items[0].contestant;
  expect(await play.refused(`/contest-stages/${days[0]}/performances`, performance)).toEqual([
    409,
    'performance-by-points',
  ]);
  for (const stage of days) await play.done(`/contest-stages/${stage}/close`);
  await play.done(`/contest-stages/${total}/open`);
  await play.done(`/contest-stages/${total}/close`);
  const standings = async () => {
    const { honours, items } = await play.read(`/contest-stages/${total}/standings`);
    const invited = honours.map(({ granted }: { granted: { code: string }[] }) =>
      granted.map(({ code }) => code).sort(),
    );
    return [invited, items.map(({ code, figures }: { code: string; figures: object }) => [code, figures])];
  };
  const [invited, all] = await standings();
  expect(invited).toEqual([['P-1', 'P-2'], ['P-5']]);
  expect(Object.fromEntries(all)).toMatchObject({
    ...{ 'P-1': { total: 17 }, 'P-2': { total: 17 }, 'P-3': { total: 16 }, 'P-4': { total: 5 } },
    ...{ 'P-5': { total: 6 }, 'P-6': { total: 0 } },
  });
  const person = items.find(({ code }: { code: string }) => code === 'P-2').contestant;
  const { text } = await play.read(`/contest-stages/${total}/explanations/${person}`);
  expect([text.zh, text.en]).toEqual([expect.stringContaining('合计 = 17'), expect.stringContaining('sum = 17')]);

  // Points that are taken back make the stage, and the total that collects it, anew.
  const { items: claims } = await play.read(`/points-campaigns/${id}/claims?limit=50`);
  const seven = claims.find(({ points }: { points: number }) => points === 7).claim;
  await play.done(`/points-claims/${seven}/take-back`, { reason: '代答' }, clerk);
  expect((await standings())[0]).toEqual([['P-1'], ['P-5']]);
});

test('volunteers spend their points on meals by codes that are good once, and each balance is explained', async () => {
  const id = await campaign({
    earning: [{ way: 'hour', label: '志愿服务一小时', points: 10 }],
    rewards: [
      { reward: 'meal', label: '爱心早餐', points: 20 },
      { reward: 'ticket', label: '电影票', points: 50 },
    ],
  });
  await claimed(id, 2, '2024-04-03', 4, captain(), 'hour');
  await play.done('/points-claims/approve', { ids: await waiting(id) }, clerk);
  const [ledger] = (await play.read(`/points-campaigns/${id}/ledgers`, captain())).items;
  expect(ledger).toMatchObject({ code: 'P-2', name: '职工2', earned: 40, balance: 40 });
  const at = `/points-ledgers/${ledger.ledger}`;
  const draw = async (reward: string) => (await play.done(`${at}/vouchers`, { reward }, captain())).code as string;
  const [first, second] = [await draw('meal'), await draw('meal')];
  expect(await play.refused(`${at}/vouchers`, { reward: 'meal' }, captain())).toEqual([409, 'points-short']);

  const partner = async (body: object) =>
    (await play.done(`/points-campaigns/${id}/partners`, body)).address.slice('/api'.length) as string;
  const canteen = await partner({ label: '职工食堂<一>', rewards: ['meal'] });
  const cinema = await partner({ label: '影院', rewards: ['ticket'] });
  expect(canteen.split('/').at(-1)!.length * 6).toBeGreaterThanOrEqual(128);
  const form = await play.t.call(undefined, 'GET', `/api${canteen}`);
  expect(form.text).toContain('职工食堂&lt;一&gt;');
  expect(form.text).not.toMatch(/<script|P-2|职工2/);
  const redeem = async (link: string, voucher: string) => {
    const { status, body } = await play.t.call(undefined, 'POST', `/api${link}`, { voucher });
    return [status, body.type?.replace('/problems/', '')];
  };
  expect(await redeem(cinema, first)).toEqual([409, 'points-voucher-elsewhere']);
  const typed = { 'content-type': 'application/x-www-form-urlencoded' };
  const given = await play.t.app.inject({
    ...{ method: 'POST', url: `/api${canteen}`, headers: typed },
    payload: new URLSearchParams({ voucher: ` ${first.toLowerCase().replaceAll('-', ' ')}` }).toString(),
  });
  expect([given.statusCode, given.body]).toEqual([200, expect.stringContaining('爱心早餐')]);
  await play.t.quiet();
  expect(await redeem(canteen, first)).toEqual([409, 'points-voucher-state']);

  const { vouchers } = await play.read(at, captain());
  const [open] = vouchers.filter(({ state }: { state: string }) => state === 'drawn');
  await play.done(`/points-vouchers/${open.voucher}/return`, { reason: '改天再来' }, captain());
  expect(await redeem(canteen, second)).toEqual([409, 'points-voucher-state']);
  const { balance, entries, text } = await play.read(at, captain());
  expect([balance, entries.map(({ points }: { points: number }) => points)]).toEqual([20, [40, -20, -20, 20]]);
  expect(text.en.split('\n')[0]).toBe('Balance 20: earned 40, spent 20');

  // The codes stand nowhere, and neither does anybody's name.
  const journal: string[] = [];
  for (const { store } of play.t.runtimes)
    for await (const commit of store.journal()) journal.push(JSON.stringify(commit));
  for (const secret of [first, second, first.replaceAll('-', ''), '职工2', canteen.split('/').at(-1)!])
    expect(journal.join('\n')).not.toContain(secret);

  // Another unit's people read and spend nothing of it.
  const other: Who = { ...captain(), sub: 'other', units: [units[1]!] };
  expect((await play.t.call(other, 'GET', `/api${at}`)).status).toBe(404);
  expect(await play.refused(`${at}/vouchers`, { reward: 'meal' }, other)).toEqual([404, 'not-found']);
  expect((await play.read(`/points-campaigns/${id}/ledgers`, other)).items).toEqual([]);

  for (let n = 0; n < 15; n += 1) await redeem(canteen, `WRNG-WRNG-${1000 + n}`);
  const late = await play.t.call(undefined, 'POST', `/api${canteen}`, { voucher: 'WRNG-WRNG-2000' });
  expect([late.status, Number(late.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
  const { items: partners } = await play.read(`/points-campaigns/${id}/partners`);
  for (const { partner } of partners) await play.done(`/points-partners/${partner}/revoke`, { reason: '合作期满' });
  expect(await redeem(canteen, second)).toEqual([404, 'points-partner-closed']);
});

const captainOf: Who = { org, sub: 'captain', roles: ['entrant'], units: ['{unit}'] };
const stranger: Who = { org: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d99', sub: 'stranger', roles: ['organiser'] };
describe('what people get wrong is answered with what to do', () => {
  beforeAll(async () => {
    const rewards = [{ reward: 'meal', label: '爱心早餐', points: 20 }];
    const earning = [{ way: 'hour', label: '志愿服务一小时', points: 10, mostPerDay: 80 }];
    const id = await campaign({ earning, rewards });
    const closed = await campaign({ earning });
    await play.done(`/points-campaigns/${closed}/close`, { reason: '试办结束' });
    const claim = { person: people[1], way: 'hour', times: 1, on: '2024-04-03', evidence: '签收单' };
    await play.done(`/points-campaigns/${id}/claims`, claim);
    const partner = await play.done(`/points-campaigns/${id}/partners`, { label: '食堂' });
    Object.assign(known, {
      ...{ campaign: id, closed, 'person 1': people[1], 'person 2': people[0], unit: units[0] },
      ...{ claim: (await waiting(id))[0], ledger: pointsLedgerId(id, people[1]!) },
      ...{ partner: partner.id, key: partner.address.split('/').at(-1) },
    });
  });
  test.each(pointsWrongs({ union, captain: captainOf, stranger }))('$what: $status $type', (wrong) =>
    expectRefused(play.t, known, wrong),
  );
});
