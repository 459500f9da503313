// The skills contest: six couriers of two branches before five judges, with a tie, recusals and marks that lie far apart, from
// its announcement to a grant; numbers worked out by hand.
import { awardListId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { org, type Play, startPlay, union, type Who } from './contest-play.fixture.ts';

let play: Play;
beforeAll(async () => {
  play = await startPlay();
});
afterAll(() => play.t.stop());

const judge = (sub: string): Who => ({ org, sub, roles: ['checker'] });

/**
 * Theory, what the five seats gave (of two judges who were recused a substitute's mark, and none), seconds over time, cones.
 * Points: 30 % of theory, 70 % of the mean without the highest and the lowest, less half a point a second and two a cone.
 */
const couriers = {
  'FG-1-1': { theory: 90, marks: [88, 90, 92, 85, 99] }, // 27 + 0.7 × 90 = 90
  'FG-1-2': { theory: 80, marks: [90, 90, 90, 90, 90], overtime: 4 }, // 24 + 63 − 2 = 85
  'FG-1-3': { theory: 100, marks: [70, 80, 90, 65, undefined], cones: 7 }, // 30 + 0.7 × 75 − 10 = 72.5
  'FG-2-1': { theory: 90, marks: [88, 90, 92, 85, 99] }, // 90, too
  'FG-2-2': { theory: 80, marks: [88, 88, 88, 88, 88] }, // 24 + 61.6 = 85.6
  'FG-2-3': { theory: 70, marks: [80, 80, 82, 84, 86], overtime: 30, cones: 6 }, // 21 + 57.4 − 10 − 10 = 58.4
} as const;

test('couriers before judges: drawn, recused, marked, looked at again, closed, corrected and granted', {
  timeout: 240_000,
}, async () => {
  const branches: string[] = [];
  for (const n of [1, 2])
    branches.push(
      (await play.done('/units', { kind: 'branch', code: `FG-${n}`, name: `第${n}分公司`, shortName: `${n}分` })).id,
    );
  const numbers = Object.keys(couriers);
  const roster = numbers.map((number) => `${number},选手${number},${number.slice(0, 4)},2024-01-05`);
  expect((await play.done('/people/import', `工号,姓名,单位编码,开始日期\n${roster.join('\n')}\n`)).accepted).toBe(6);

  // Announced in three requests.
  const { id: scheme } = await play.done('/schemes', { template: 'ji-neng' });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const announced = {
    ...{ name: '快递员安全驾驶技能竞赛', year: 2024, scheme },
    tracks: [
      { track: 'couriers', entrants: 'person' },
      { track: 'teams', entrants: 'unit' },
    ],
    registration: { from: '2024-04-01', to: '2024-04-20' },
  };
  const { id: contest } = await play.done('/contests', announced);
  const [drive, team] = (await play.read(`/contests/${contest}`)).stages.map(({ stage }: { stage: string }) => stage);
  const rows = [...numbers.map((number) => `${number},选手`), 'FG-1,代表队', 'FG-2,代表队'];
  const entered = await play.done(`/contests/${contest}/contestants/import`, `参赛者编码,赛道\n${rows.join('\n')}\n`);
  expect(entered).toMatchObject({ accepted: 8, faults: [] });
  const { items } = await play.read(`/contests/${contest}/contestants?track=couriers`);
  const byCode = new Map<string, { contestant: string; entrant: { id: string } }>(
    items.map((item: { code: string }) => [item.code, item]),
  );
  const of = (code: string) => byCode.get(code)!.contestant;

  // Five of seven are drawn; one is of the first branch, one has a relative among the couriers: they are substitutes.
  const pool = [
    ...['j1', 'j2', 'j3', 'j4', 'j5'].map((sub) => ({ judge: sub })),
    { judge: 'j6', unit: branches[0]! },
    { judge: 'j7', avoids: [byCode.get('FG-2-1')!.entrant.id] },
  ];
  const draw = { pool, seats: 5 };
  expect(await play.refused(`/contest-stages/${team}/panels`, draw)).toEqual([422, 'judging-panel-none']);
  expect(await play.refused(`/contest-stages/${drive}/panels`, { ...draw, seats: 2 })).toEqual([
    422,
    'judging-panel-small',
  ]);
  const { id: panel } = await play.done(`/contest-stages/${drive}/panels`, draw);
  const drawn = await play.read(`/judging-panels/${panel}`);
  expect(drawn.pool.slice(5).map((each: { judge: string; ties: number }) => [each.judge, each.ties])).toEqual([
    ['j7', 1],
    ['j6', 3],
  ]);
  const seats: string[] = drawn.pool.slice(0, 5).map((each: { judge: string }) => each.judge);
  // Nobody brings a seed, and drawing again does not change the lot.
  const own = { ...draw, seed: '20240410', reason: '换一个种子' };
  expect(await play.refused(`/contest-stages/${drive}/panels`, own)).toEqual([400, 'malformed-request']);
  await play.done(`/contest-stages/${drive}/panels`, { ...draw, reason: '公证员到场后重抽' });
  expect((await play.read(`/judging-panels/${panel}`)).pool).toEqual(drawn.pool);
  await play.done(`/contest-stages/${drive}/open`);
  const give = (code: string, value: number) => ({ contestant: of(code), marks: { practice: { value } } });
  expect(await play.refused(`/judging-panels/${panel}/marks`, give('FG-1-1', 88), judge(seats[0]!))).toEqual([
    ...[409, 'judging-panel-status'],
  ]);
  await play.done(`/judging-panels/${panel}/lock`);
  expect(await play.refused(`/judging-panels/${panel}/marks`, give('FG-1-1', 88), judge('j7'))).toEqual([
    403,
    'not-on-panel',
  ]);
  // Referees do not enter what judges mark.
  const byReferee = { contestant: of('FG-1-1'), marks: { practice: { value: 88 } } };
  expect(await play.refused(`/contest-stages/${drive}/performances`, byReferee)).toEqual([422, 'performance-misfit']);

  // The fourth judge taught one of the couriers: the free substitute marks. For the fifth nobody is left.
  const recuse = { contestant: of('FG-1-3'), reason: '师徒关系' };
  expect([await play.tasks(judge(seats[3]!)), await play.tasks(judge('j7'))]).toEqual([['mark-contestants 6'], []]);
  await play.done(`/judging-panels/${panel}/recuse`, recuse, judge(seats[3]!));
  await play.done(`/judging-panels/${panel}/recuse`, { ...recuse, seat: '5' });
  const left = await Promise.all([seats[3]!, 'j7', seats[4]!, 'j6'].map((sub) => play.tasks(judge(sub))));
  expect(left).toEqual([['mark-contestants 5'], ['mark-contestants 1'], ['mark-contestants 5'], []]);
  for (const [code, { theory, marks, ...penalties }] of Object.entries(couriers)) {
    const { overtime = 0, cones = 0 } = penalties as { overtime?: number; cones?: number };
    await play.done(`/contest-stages/${drive}/performances`, {
      contestant: of(code),
      marks: {
        ...{ theory: { value: theory }, overtime: { value: overtime } },
        cones: { events: cones > 0 ? [{ code: 'cone', times: cones }] : [] },
      },
    });
    for (const [seat, value] of marks.entries()) {
      if (value === undefined) continue;
      // The last mark is still to come.
      if (code === 'FG-2-3' && seat === 4) continue;
      const sub = code === 'FG-1-3' && seat === 3 ? 'j7' : seats[seat]!;
      await play.done(`/judging-panels/${panel}/marks`, give(code, value), judge(sub));
    }
  }
  // A judge sees the own marks alone; the organiser how many there are, and what lies too far apart.
  const cards = async (actor: Who) =>
    new Map<string, { marked: number; differs?: boolean; sheets: { marks?: object }[] }>(
      (await play.read(`/judging-panels/${panel}/scorecards`, actor)).items.map((card: { code: string }) => [
        card.code,
        card,
      ]),
    );
  expect((await cards(judge(seats[0]!))).get('FG-1-1')?.sheets).toEqual([
    { seat: '1', recused: false, marks: { practice: expect.objectContaining({ value: 88 }) } },
  ]);
  expect((await cards(judge(seats[0]!))).get('FG-1-3')?.sheets).toHaveLength(1);
  const organised = await cards(union);
  expect(organised.get('FG-1-1')?.sheets.map(({ marks }) => marks)).toEqual(Array(5).fill(undefined));
  expect(organised.get('FG-1-1')).toMatchObject({ marked: 5 });
  // 90 and 65 are more than 20 hundredths apart.
  expect([...organised].flatMap(([code, { differs }]) => (differs ? [code] : []))).toEqual(['FG-1-3']);

  expect(await play.refused(`/contest-stages/${drive}/close`, undefined)).toEqual([409, 'contest-stage-incomplete']);
  expect([await play.tasks(), await play.tasks(judge(seats[4]!))]).toEqual([
    ['close-contest-stage', 'look-again 1'],
    ['mark-contestants 1'],
  ]);
  await play.done(`/judging-panels/${panel}/marks`, give('FG-2-3', 86), judge(seats[4]!));
  expect(await play.refused(`/contest-stages/${drive}/close`, undefined)).toEqual([409, 'contest-marks-differ']);
  expect((await play.t.call(union, 'GET', `/api/judging-panels/${panel}/calibration`)).status).toBe(409);
  await play.done(`/judging-panels/${panel}/look-again`, { contestant: of('FG-1-3'), reason: '录像复核，打分有据' });
  expect([await play.tasks(), await play.tasks(judge(seats[4]!))]).toEqual([['close-contest-stage'], []]);
  await play.done(`/contest-stages/${drive}/close`);
  await play.done(`/contest-stages/${team}/open`);
  await play.done(`/contest-stages/${team}/close`);

  const standings = async (stage: string) => {
    const { items, honours } = await play.read(`/contest-stages/${stage}/standings`);
    return {
      shown: items.map((item: Record<string, unknown>) => [item.place, item.code, item.score]),
      figures: items.map((item: { figures: { total: number } }) => item.figures.total),
      honours: honours[0].granted.map(({ code }: { code: string }) => code),
    };
  };
  // Two share the first place; the three seats of the honour go to them and to the third.
  const first = await standings(drive);
  expect(first.shown.slice(0, 2).sort()).toEqual([
    [1, 'FG-1-1', 90],
    [1, 'FG-2-1', 90],
  ]);
  expect(first.shown.slice(2)).toEqual([
    [3, 'FG-2-2', 85.6],
    [4, 'FG-1-2', 85],
    [5, 'FG-1-3', 72.5],
    [6, 'FG-2-3', 58.4],
  ]);
  expect(first.honours.sort()).toEqual(['FG-1-1', 'FG-2-1', 'FG-2-2']);
  // 90 + 85 + 72.5 against 90 + 85.6 + 58.4.
  const teams = await standings(team);
  expect(teams.figures).toEqual([247.5, 234]);

  const { text } = await play.read(`/contest-stages/${drive}/explanations/${of('FG-1-3')}`);
  expect(text.zh).toMatch(/4 名评委去掉最高最低后平均 = 52.5/);
  expect(text.zh).toMatch(/评委 5：回避/);
  expect(text.en).toMatch(/mean without the highest and lowest of 4 judges = 52.5/);

  // The first judge: 88, 90, 70, 88, 88, 80 where the panel gave 90.8, 90, 76.25, 90.8, 88 and 82.4.
  const calibration = await play.read(`/judging-panels/${panel}/calibration`);
  const strict = calibration.judges.find((each: { judge: string }) => each.judge === seats[0]);
  expect(strict).toMatchObject({ seats: ['1'], marked: 6, mean: 84 });
  expect(strict.offset).toBeCloseTo(-2.375, 1);
  expect(calibration.judges.find((each: { judge: string }) => each.judge === 'j7')).toMatchObject({ marked: 1 });
  expect(calibration.text.zh).toContain('不计入成绩');

  // A mark was entered wrongly, 99 for 69: the middle three are 85, 88 and 90, which makes 27 + 61.37 and a second place.
  const { sheets } = (await cards(union)).get('FG-1-1')!;
  expect(sheets.map(({ marks }) => (marks as { practice: { value: number } }).practice.value)).toEqual([
    ...couriers['FG-1-1'].marks,
  ]);
  await play.done(`/judging-panels/${panel}/marks/correct`, {
    ...{ contestant: of('FG-1-1'), seat: '5', marks: { practice: { value: 69 } }, reason: '录入错误' },
  });
  expect((await standings(drive)).shown.slice(0, 2)).toEqual([
    [1, 'FG-2-1', 90],
    [2, 'FG-1-1', 88.37],
  ]);
  const { items: revisions } = await play.read(`/contest-stages/${drive}/revisions`);
  expect(revisions).toMatchObject([{ revision: 2, causes: [{ what: 'scorecard', reason: '录入错误' }] }]);

  // The team of the first branch keeps its prize, and gets it.
  const list = awardListId(team);
  expect((await play.read(`/award-lists/${list}`)).candidates).toMatchObject([
    { honour: 'team-prize', recipient: { externalId: 'FG-1' }, place: 1 },
  ]);
  expect(await play.granted(list)).toMatchObject([{ status: 'granted', recipient: { externalId: 'FG-1' } }]);

  // Results wait to be published; of another contest, entries to be reviewed and stages to be opened once entries are over.
  expect(await play.tasks()).toEqual(['publish-contest-stage', 'publish-contest-stage']);
  await play.done(`/contest-stages/${drive}/publish`, { to: 'public' });
  const { id: next } = await play.done('/contests', {
    ...announced,
    registration: { from: '2024-04-01', to: '2024-04-30' },
  });
  const captain: Who = { org, sub: 'captain', roles: ['entrant'], units: [branches[0]!] };
  await play.done(`/contests/${next}/contestants`, { track: 'teams', entrant: branches[0] }, captain);
  expect(await play.tasks()).toEqual(['publish-contest-stage', 'review-contestants 1']);
  await play.done('/contests', announced);
  expect((await play.tasks()).filter((task) => task === 'open-contest-stage')).toHaveLength(2);
  await play.done(`/contests/${next}/cancel`, { reason: '另行组织' });
  expect(await play.tasks()).not.toContain('review-contestants 1');
  await play.appealed(drive, { contestant: of('FG-1-1'), item: 'theory', unit: branches[0]! });
  play.held('快递员安全驾驶技能竞赛');
});
