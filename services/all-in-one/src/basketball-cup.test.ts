// A basketball cup of six branches: two groups, a cup with crossed semi-finals and a third place, from its announcement to a
// grant; tables and places worked out by hand.
import { awardListId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committee, org, type Play, startPlay, type Who } from './contest-play.fixture.ts';

let play: Play;
beforeAll(async () => {
  play = await startPlay();
});
afterAll(() => play.t.stop());

const referee: Who = { org, sub: 'referee', roles: ['checker'] };

type Score = Readonly<Record<string, number>>;
interface Game {
  game: string;
  status: string;
  sides: ({ contestant: string; code: string } | null)[];
}
const rules = {
  ...{ win: 2, draw: 1, loss: 1, forfeit: 0, walkover: [20, 0] },
  by: ['points', 'head-to-head', 'difference'],
};

test('six teams play for the cup; a walkover, a dispute and a level score are decided; it ends in grants', {
  timeout: 240_000,
}, async () => {
  const units = new Map<string, string>();
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const code = `FG-${n}`;
    const { id } = await play.done('/units', { kind: 'branch', code, name: `第${n}分公司`, shortName: `${n}分` });
    units.set(code, id);
  }
  // Announced in three requests.
  const { id: scheme } = await play.done('/schemes', { template: 'lan-qiu' });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await play.done('/contests', {
    ...{ name: '职工篮球赛', year: 2024, scheme, tracks: [{ track: 'teams', entrants: 'unit' }] },
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const stages: string[] = (await play.read(`/contests/${contest}`)).stages.map(
    ({ stage }: { stage: string }) => stage,
  );
  const [group, cup] = stages as [string, string];
  for (const [n, unit] of [...units.values()].entries())
    await play.done(`/contests/${contest}/contestants`, { track: 'teams', entrant: unit, group: n < 3 ? 'a' : 'b' });
  const { items } = await play.read(`/contests/${contest}/contestants`);
  const of = (code: string): string => items.find((item: { code: string }) => item.code === code).contestant;
  const captain = (code: string): Who => ({ org, sub: `of-${code}`, roles: ['entrant'], units: [units.get(code)!] });

  const league = (id: string) => ({ form: 'round-robin', group: id, rules });
  expect(await play.refused(`/contest-stages/${group}/fixtures`, league('a'))).toEqual([409, 'contest-stage-status']);
  for (const stage of stages) await play.done(`/contest-stages/${stage}/open`);
  expect(await play.refused(`/contest-stages/${cup}/fixtures`, { form: 'single-elimination' })).toEqual([
    ...[409, 'fixture-waits'],
  ]);
  expect(await play.refused(`/contest-stages/${group}/fixtures`, { ...league('a'), group: 'c' })).toEqual([
    ...[422, 'contest-group'],
  ]);
  const { id: a } = await play.done(`/contest-stages/${group}/fixtures`, league('a'));
  const { id: b } = await play.done(`/contest-stages/${group}/fixtures`, league('b'));
  expect(await play.refused(`/contest-stages/${group}/fixtures`, { form: 'round-robin' })).toEqual([
    ...[409, 'fixture-overlaps'],
  ]);
  // Places come from the games and are not entered.
  const byHand = { contestant: of('FG-1'), marks: { rank: { value: 1 } } };
  expect(await play.refused(`/contest-stages/${group}/performances`, byHand)).toEqual([409, 'performance-by-fixture']);

  /** The game of two teams and their scores in its order. */
  async function between(fixture: string, score: Score): Promise<[path: string, score: number[], codes: string[]]> {
    const { games } = (await play.read(`/fixtures/${fixture}`)) as { games: Game[] };
    const codes = Object.keys(score);
    const isOf = ({ sides, status }: Game) =>
      status !== 'bye' && sides.every((side) => side && codes.includes(side.code));
    const found = games.find(isOf)!;
    const order = found.sides.map((side) => side!.code);
    return [`/fixtures/${fixture}/games/${found.game}`, order.map((code) => score[code]!), order];
  }
  /** Entered by the referee, confirmed by both sides. */
  async function agreed(fixture: string, given: Score, more: object = {}) {
    const [path, score, codes] = await between(fixture, given);
    await play.done(`${path}/enter`, { score, ...more }, referee);
    for (const code of codes) await play.done(`${path}/confirm`, undefined, captain(code));
  }
  // In the first group each wins once; the differences are +13, +2 and −15.
  await agreed(a, { 'FG-1': 68, 'FG-2': 61 });
  await agreed(a, { 'FG-1': 70, 'FG-3': 75 });
  await agreed(a, { 'FG-2': 80, 'FG-3': 60 });
  expect(await play.tasks(referee)).toEqual(['enter-games 3']);
  // In the second the fifth does not come to its first game.
  const [missed] = await between(b, { 'FG-4': 0, 'FG-5': 0 });
  await play.done(`${missed}/enter`, { how: 'walkover', winner: of('FG-4') }, referee);
  expect(await play.refused(`${missed}/confirm`, undefined, captain('FG-1'))).toEqual([404, 'not-found']);
  await play.done(`${missed}/confirm`);
  await agreed(b, { 'FG-4': 50, 'FG-6': 60 });
  await agreed(b, { 'FG-5': 55, 'FG-6': 66 });
  const table = async (fixture: string) =>
    (await play.read(`/fixtures/${fixture}`)).table.map((line: Record<string, unknown>) => [
      ...[line.place, line.code, line.points, line.scored, line.conceded],
    ]);
  expect(await table(a)).toEqual([
    [1, 'FG-2', 3, 141, 128],
    [2, 'FG-1', 3, 138, 136],
    [3, 'FG-3', 3, 135, 150],
  ]);
  expect(await table(b)).toEqual([
    [1, 'FG-6', 4, 126, 105],
    [2, 'FG-4', 3, 70, 60],
    [3, 'FG-5', 1, 55, 86],
  ]);
  await play.done(`/contest-stages/${group}/close`);

  // Winners of groups are seeded apart and meet the second of the other group.
  const { id: bracket } = await play.done(`/contest-stages/${cup}/fixtures`, {
    ...{ form: 'single-elimination', third: true, seedBy: group },
  });
  expect((await play.read(`/contest-stages/${cup}/missing`)).count).toBe(4);
  await agreed(bracket, { 'FG-2': 71, 'FG-4': 65 });
  // Level after the fourth quarter, decided in overtime.
  const [semi, level, order] = await between(bracket, { 'FG-6': 60, 'FG-1': 60 });
  expect(await play.refused(`${semi}/enter`, { score: level }, referee)).toEqual([422, 'game-outcome']);
  await play.done(`${semi}/enter`, { score: level, winner: of('FG-1') }, referee);
  for (const code of order) await play.done(`${semi}/confirm`, undefined, captain(code));
  // The match for the third place is disputed: whoever entered it does not decide it.
  const [third, wrong] = await between(bracket, { 'FG-4': 58, 'FG-6': 57 });
  await play.done(`${third}/enter`, { score: wrong }, referee);
  expect([await play.tasks(captain('FG-4')), await play.tasks(captain('FG-1'))]).toEqual([['confirm-games 1'], []]);
  await play.done(`${third}/dispute`, { reason: '末节三分球漏记' }, captain('FG-6'));
  expect([await play.tasks(captain('FG-4')), await play.tasks()]).toEqual([
    [],
    expect.arrayContaining(['settle-game 1']),
  ]);
  expect(await play.refused(`${third}/confirm`)).toEqual([409, 'game-status']);
  expect(await play.refused(`${third}/enter`, { score: wrong }, referee)).toEqual([409, 'game-status']);
  const [, right] = await between(bracket, { 'FG-4': 58, 'FG-6': 60 });
  await play.done(`${third}/settle`, { score: right, reason: '录像复核，三分有效' });
  await agreed(bracket, { 'FG-2': 70, 'FG-1': 77 });
  const { places, status } = await play.read(`/fixtures/${bracket}`);
  expect([status, ...places.map(({ place, code }: { place: number; code: string }) => [place, code])]).toEqual([
    'ended',
    ...[
      [1, 'FG-1'],
      [2, 'FG-2'],
      [3, 'FG-6'],
      [4, 'FG-4'],
    ],
  ]);
  const drawing = await play.t.call(captain('FG-3'), 'GET', `/api/fixtures/${bracket}/bracket`);
  expect(drawing.text).toContain('第1分公司');

  await play.done(`/contest-stages/${cup}/close`);
  const { items: standings } = await play.read(`/contest-stages/${cup}/standings`);
  // Whoever was not let through is not in the cup.
  expect(standings.map((item: Record<string, unknown>) => [item.place, item.code])).toEqual([
    ...[
      [1, 'FG-1'],
      [2, 'FG-2'],
      [3, 'FG-6'],
      [4, 'FG-4'],
    ],
  ]);
  const { text } = await play.read(`/contest-stages/${cup}/explanations/${of('FG-6')}`);
  expect([text.zh, text.en]).toEqual([
    expect.stringContaining('最终名次：3'),
    expect.stringContaining('Final place: 3'),
  ]);

  // The final was entered wrongly: the champion is another, and the list says so.
  const list = awardListId(cup);
  const [final, turned] = await between(bracket, { 'FG-2': 79, 'FG-1': 77 });
  await play.done(`${final}/settle`, { score: turned, reason: '记录台误记' });
  const { items: revisions } = await play.read(`/contest-stages/${cup}/revisions`);
  const reasons = revisions.flatMap(({ causes }: { causes: { what: string; reason: string }[] }) => causes);
  expect(new Set(reasons.map(({ what, reason }: { what: string; reason: string }) => `${what} ${reason}`))).toEqual(
    new Set(['performance 记录台误记']),
  );
  expect((await play.read(`/contest-stages/${cup}/standings`)).items[0]).toMatchObject({ place: 1, code: 'FG-2' });
  // On another look it was right: both corrections are kept and noted on the list.
  await play.done(`${final}/settle`, {
    score: turned.map((score) => (score === 79 ? 70 : score)),
    reason: '复看录像，原记录无误',
  });
  const noted = await play.read(`/award-lists/${list}`);
  expect(noted.revisions.length).toBeGreaterThan(1);
  for (const { revision } of noted.revisions)
    await play.done(`/award-lists/${list}/acknowledge-revision`, { revision, reason: '已核对' }, committee);
  const grants = await play.granted(list);
  const granted = grants.map((grant: { honour: { code: string }; recipient: { externalId: string } }) => [
    ...[grant.honour.code, grant.recipient.externalId],
  ]);
  expect(new Map(granted)).toEqual(
    new Map([
      ['champion', 'FG-1'],
      ['runner-up', 'FG-2'],
      ['third', 'FG-6'],
    ]),
  );
  play.held('篮球赛');
});
