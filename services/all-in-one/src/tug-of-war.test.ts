// Tug-of-war of five branches: one bracket with a match for third place, from its announcement to grants; places by hand.
import { awardListId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { org, type Play, startPlay, type Who } from './contest-play.fixture.ts';

let play: Play;
beforeAll(async () => {
  play = await startPlay();
});
afterAll(() => play.t.stop());

const referee: Who = { org, sub: 'referee', roles: ['checker'] };
interface Game {
  game: string;
  status: string;
  sides: ({ contestant: string; code: string } | null)[];
}
const honour = (id: string, label: string) => ({ id, label, take: 1 });
const body = {
  ...{ language: 2, id: 'ba-he', version: 1, title: { zh: '拔河比赛', en: 'Tug-of-war' } },
  tracks: [
    {
      ...{ id: 'teams', label: { zh: '代表队', en: 'Teams' } },
      stages: [
        {
          ...{ id: 'cup', label: { zh: '淘汰赛', en: 'The cup' }, rankBy: ['rank'] },
          sheet: {
            criteria: [{ id: 'rank', label: { zh: '名次', en: 'Place' }, better: 'lower', measure: { kind: 'value' } }],
          },
          honours: [honour('champion', '冠军'), honour('runner-up', '亚军'), honour('third', '季军')],
        },
      ],
    },
  ],
};

test('five teams pull: byes, two pulls out of three, a disputed pull, the third place', {
  timeout: 240_000,
}, async () => {
  const units = new Map<string, string>();
  for (const n of [1, 2, 3, 4, 5]) {
    const code = `FG-${n}`;
    const unit = { kind: 'branch', code, name: `第${n}分公司`, shortName: `${n}分` };
    units.set(code, (await play.done('/units', unit)).id);
  }
  // Announced in four requests: the union's own text on the place of a template.
  const { id: scheme } = await play.done('/schemes', { template: 'lan-qiu' });
  await play.written(`/schemes/${scheme}`, { body });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await play.done('/contests', {
    ...{ name: '职工拔河比赛', year: 2024, scheme, tracks: [{ track: 'teams', entrants: 'unit' }] },
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const { stage } = (await play.read(`/contests/${contest}`)).stages[0];
  for (const entrant of units.values())
    await play.done(`/contests/${contest}/contestants`, { track: 'teams', entrant });
  const { items } = await play.read(`/contests/${contest}/contestants`);
  const of = (code: string): string => items.find((item: { code: string }) => item.code === code).contestant;
  const captain = (code: string): Who => ({ org, sub: `of-${code}`, roles: ['entrant'], units: [units.get(code)!] });
  await play.done(`/contest-stages/${stage}/open`);
  const seeded = ['FG-1', 'FG-2', 'FG-3', 'FG-4', 'FG-5'].map(of);
  const draw = { form: 'single-elimination', third: true, seeded };
  const { id: cup } = await play.done(`/contest-stages/${stage}/fixtures`, draw);

  /** The game of two, with its sides in their order. */
  async function between(...codes: [string, string]) {
    const { games } = (await play.read(`/fixtures/${cup}`)) as { games: Game[] };
    const { game, sides } = games.find(
      ({ sides, status }) => status !== 'bye' && sides.every((side) => side && codes.includes(side.code)),
    )!;
    return { path: `/fixtures/${cup}/games/${game}`, order: sides.map((side) => side!.code) };
  }
  /** The first wins by two pulls to so many; entered by the referee, confirmed by both captains. */
  async function pulled(winner: string, loser: string, pulls = 0) {
    const { path, order } = await between(winner, loser);
    await play.done(`${path}/enter`, { score: order.map((code) => (code === winner ? 2 : pulls)) }, referee);
    for (const code of order) await play.done(`${path}/confirm`, undefined, captain(code));
  }
  // Of five, the first three seeds have a bye; the fourth meets the fifth.
  await pulled('FG-5', 'FG-4', 1);
  await pulled('FG-1', 'FG-5');
  // The second says that the third crossed the line: the organiser decides for them.
  const { path, order } = await between('FG-2', 'FG-3');
  await play.done(`${path}/enter`, { score: order.map((code) => (code === 'FG-3' ? 2 : 1)) }, referee);
  await play.done(`${path}/dispute`, { reason: '第三局对方踩线' }, captain('FG-2'));
  await play.done(`${path}/settle`, {
    score: order.map((code) => (code === 'FG-2' ? 2 : 1)),
    reason: '录像复核，踩线属实',
  });
  await pulled('FG-3', 'FG-5', 1);
  await pulled('FG-2', 'FG-1', 1);
  const placed = (rows: { place: number; code: string }[]) => rows.map(({ place, code }) => [place, code]);
  expect(placed((await play.read(`/fixtures/${cup}`)).places)).toEqual([
    ...[
      [1, 'FG-2'],
      [2, 'FG-1'],
      [3, 'FG-3'],
      [4, 'FG-5'],
      [5, 'FG-4'],
    ],
  ]);
  await play.done(`/contest-stages/${stage}/close`);
  const { text } = await play.read(`/contest-stages/${stage}/explanations/${of('FG-2')}`);
  expect([text.zh, text.en]).toEqual([expect.stringContaining('名次：1'), expect.stringContaining('Place: 1')]);
  const grants = await play.granted(awardListId(stage));
  const granted = grants.map((grant: { honour: { code: string }; recipient: { externalId: string } }) => [
    ...[grant.honour.code, grant.recipient.externalId],
  ]);
  expect(granted.sort()).toEqual([
    ['champion', 'FG-2'],
    ['runner-up', 'FG-1'],
    ['third', 'FG-3'],
  ]);
  play.held('拔河比赛');
});
