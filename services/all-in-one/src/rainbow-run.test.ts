// The rainbow run, six of each branch over five kilometres, from its announcement to a grant; numbers worked out by hand.
import { awardListId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committee, org, type Play, startPlay, union } from './contest-play.fixture.ts';

let play: Play;
beforeAll(async () => {
  play = await startPlay();
});
afterAll(() => play.t.stop());

/** Seconds of the seven runners of each branch. The first branch's six best take places 1, 2, 5, 7, 9, 10. */
const times = {
  'FG-1': ['18:01.5', '18:10', '19:00', '19:20', '19:40', '19:50', ''],
  'FG-2': ['18:20', '18:30', '19:10', '19:30', '20:00', '20:10', '20:20'],
};

test('two branches run for the team prize; a corrected time turns it; it ends in a grant', {
  timeout: 240_000,
}, async () => {
  const branches: string[] = [];
  for (const [n, code] of Object.keys(times).entries())
    branches.push(
      (await play.done('/units', { kind: 'branch', code, name: `第${n + 1}分公司`, shortName: `${n + 1}分` })).id,
    );
  const people = Object.entries(times).flatMap(([code, list]) =>
    list.map((time, n) => ({ code, number: `${code}-${n + 1}`, time })),
  );
  const roster = people.map(({ code, number }) => `${number},选手${number},${code},2024-01-05`);
  expect((await play.done('/people/import', `工号,姓名,单位编码,开始日期\n${roster.join('\n')}\n`)).accepted).toBe(14);

  // Announced in three requests.
  const { id: scheme } = await play.done('/schemes', { template: 'wu-gong-li' });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await play.done('/contests', {
    ...{ name: '“彩虹跑”五公里团体赛', year: 2024, scheme },
    tracks: [
      { track: 'runners', entrants: 'person', perUnit: 7 },
      { track: 'teams', entrants: 'unit' },
    ],
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const [race, team] = (await play.read(`/contests/${contest}`)).stages.map(({ stage }: { stage: string }) => stage);

  const rows = [...people.map(({ number }) => `${number},运动员`), 'FG-1,代表队', '第2分公司,代表队'];
  const entered = await play.done(`/contests/${contest}/contestants/import`, `参赛者编码,赛道\n${rows.join('\n')}\n`);
  expect(entered).toMatchObject({ accepted: 16, faults: [] });

  await play.done(`/contest-stages/${race}/open`);
  await play.done(`/contest-stages/${team}/open`);
  const run = people.map(({ number, time }) => (time ? `${number},${time},` : `${number},,未完赛`));
  const recorded = await play.done(
    `/contest-stages/${race}/performances/import`,
    `工号,用时,备注\n${run.join('\n')}\n`,
  );
  expect(recorded).toMatchObject({ accepted: 14, faults: [] });
  // The team result waits for the race.
  const early = await play.t.call(union, 'POST', `/api/contest-stages/${team}/close`);
  expect([early.status, early.body.type]).toEqual([409, '/problems/contest-stage-incomplete']);
  await play.done(`/contest-stages/${race}/close`);
  await play.done(`/contest-stages/${team}/close`);

  const standings = async (stage: string, actor = union) => {
    const { items, honours } = await play.read(`/contest-stages/${stage}/standings`, actor as typeof union);
    const shown = items.map((item: Record<string, unknown>) => [item.place, item.code, item.absence ?? '']);
    return { shown, figures: items.map((item: { figures: object }) => item.figures), honours };
  };
  const { shown } = await standings(race);
  expect(shown.slice(0, 4)).toEqual([
    [1, 'FG-1-1', ''],
    [2, 'FG-1-2', ''],
    [3, 'FG-2-1', ''],
    [4, 'FG-2-2', ''],
  ]);
  // Whoever did not finish is last, without a number.
  expect(shown.at(-1)).toEqual([null, 'FG-1-7', 'did-not-finish']);
  // Places 1, 2, 5, 7, 9, 10 and 3, 4, 6, 8, 11, 12 of the six best each.
  const before = await standings(team);
  expect(before.figures).toMatchObject([{ places: 34 }, { places: 44 }]);
  expect(before.figures[0].time).toBe(
    18 * 60 + 1.5 + 18 * 60 + 10 + 19 * 60 + 19 * 60 + 20 + 19 * 60 + 40 + 19 * 60 + 50,
  );
  expect(before.shown.map(([place, code]: [number, string]) => [place, code])).toEqual([
    [1, 'FG-1'],
    [2, 'FG-2'],
  ]);
  const list = awardListId(team);
  expect((await play.read(`/award-lists/${list}`)).candidates).toMatchObject([
    { honour: 'team-prize', recipient: { externalId: 'FG-1' }, place: 1, state: 'proposed' },
  ]);

  // Nobody but those who judge sees anything before it is published; then everybody does.
  const runner = { org, sub: 'yang', roles: ['entrant' as const], units: [branches[1]!] };
  expect((await standings(race, runner as never)).shown).toEqual([]);
  await play.done(`/contest-stages/${race}/publish`, { to: 'entrants' });
  const own = await play.read(`/contest-stages/${race}/standings`, runner);
  expect(own.items.filter((item: { figures: object }) => Object.keys(item.figures).length > 0)).toHaveLength(7);
  await play.done(`/contest-stages/${race}/publish`, { to: 'public' });
  expect((await standings(race, runner as never)).shown).toEqual(shown);

  // The two fastest of the first branch had cut the course: their minutes move the team prize to the second branch.
  const byCode = new Map<string, string>(
    (await play.read(`/contest-stages/${race}/standings`)).items.map((item: { code: string; contestant: string }) => [
      item.code,
      item.contestant,
    ]),
  );
  const correct = (code: string, value: number) =>
    play.done(`/contest-stages/${race}/performances/correct`, {
      ...{ contestant: byCode.get(code), marks: { time: { value } }, reason: '抄近路，加罚五分钟' },
    });
  await correct('FG-1-1', 18 * 60 + 1.5 + 300);
  await correct('FG-1-2', 18 * 60 + 10 + 300);
  // Now 3, 5, 7, 8, 12, 13 against 1, 2, 4, 6, 9, 10.
  const after = await standings(team);
  expect(after.figures).toMatchObject([{ places: 32 }, { places: 48 }]);
  expect(after.shown[0]).toEqual([1, 'FG-2', '']);
  const { items: revisions } = await play.read(`/contest-stages/${team}/revisions`);
  // The first correction alone turned it: 2, 3, 5, 7, 10, 11 against 1, 4, 6, 8, 9, 13.
  expect(revisions).toMatchObject([
    { moved: 2, causes: [{ what: 'stage', id: race, revision: 2 }] },
    { moved: 0, causes: [{ what: 'stage', id: race, revision: 3 }] },
  ]);

  const runnerUp = byCode.get('FG-1-3');
  const { text, place } = await play.read(`/contest-stages/${race}/explanations/${runnerUp}`);
  expect(place).toBe(3);
  expect(text.zh).toContain('1140');
  expect(`${text.zh}${text.en}`).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  const dropped = await play.read(`/contest-stages/${race}/explanations/${byCode.get('FG-1-7')}`);
  expect(dropped.text).toEqual({
    zh: '未完赛：列在最后，不计成绩',
    en: 'Did not finish: listed last, without a number',
  });

  // The committee sees what changed, and the list goes on to notice, decision and grant.
  const noted = await play.read(`/award-lists/${list}`);
  const { revision } = noted.revisions.at(-1);
  expect(
    noted.revisions.at(-1).changes.map(({ name, after }: { name: string; after: string }) => [name, after]),
  ).toEqual(expect.arrayContaining([['第2分公司', 'granted']]));
  for (const each of noted.revisions)
    await play.done(
      `/award-lists/${list}/acknowledge-revision`,
      { revision: each.revision, reason: '已核对' },
      committee,
    );
  expect(revision).toBeGreaterThan(1);
  const [winner] = noted.candidates;
  await play.done(`/award-lists/${list}/remove`, { candidate: winner.candidate, reason: '成绩更正' });
  await play.done(`/award-lists/${list}/candidates`, {
    honour: 'team-prize',
    recipient: branches[1],
    reason: '成绩更正',
  });
  const grants = await play.granted(list);
  expect(grants).toMatchObject([
    { status: 'granted', recipient: { externalId: 'FG-2', name: '第2分公司' }, honour: { code: 'team-prize' } },
  ]);
  await play.appealed(race, { contestant: runnerUp!, item: 'time', unit: branches[0]! });
  play.held('五公里团体赛');
});
