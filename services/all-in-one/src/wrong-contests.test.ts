// What people get wrong in contests, and how each is answered: with what to do, in both languages.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committee, org, type Play, startPlay, union } from './contest-play.fixture.ts';
import { expectRefused } from './wrong.fixture.ts';
import { type Cast, judgingWrongs, playingWrongs, takingPartWrongs } from './wrong-contests.fixture.ts';

let play: Play;
/** Ids of what exists, by name. */
const known: Record<string, string> = {};
const registration = { from: '2024-04-01', to: '2024-04-20' };
beforeAll(async () => {
  play = await startPlay();
  for (const n of [1, 2])
    known[`branch ${n}`] = (
      await play.done('/units', { kind: 'branch', code: `FG-${n}`, name: `第${n}分公司`, shortName: `${n}分` })
    ).id;
  const roster = [1, 2, 3].map((n) => `P-${n},选手${n},FG-1,2024-01-05`);
  await play.done('/people/import', `工号,姓名,单位编码,开始日期\n${roster.join('\n')}\n`);
  const people: { person: string; externalId: string }[] = (await play.read('/people', { ...union, roles: ['hr'] }))
    .items;
  for (const { person, externalId } of people) known[externalId.replace('P-', 'person ')] = person;
  const schemes = { running: 'wu-gong-li', driving: 'ji-neng', playing: 'lan-qiu' };
  for (const [name, template] of Object.entries(schemes)) {
    known[name] = (await play.done('/schemes', { template })).id;
    await play.done(`/schemes/${known[name]}/publish`, { acceptUnsupported: true });
  }
  known.draft = (await play.done('/schemes', { template: 'duo-pai' })).id;
  await race();
  await skills();
  await cup();
});
afterAll(() => play.t.stop());

async function announced(name: string, scheme: string, tracks: object[], dates = registration) {
  const body = { name, year: 2024, scheme: known[scheme], tracks, registration: dates };
  const { id } = await play.done('/contests', body);
  const { stages } = await play.read(`/contests/${id}`);
  return [id, ...stages.map(({ stage }: { stage: string }) => stage)] as string[];
}
async function entered(contest: string, name: string, body: object) {
  await play.done(`/contests/${contest}/contestants`, body);
  const { items } = await play.read(`/contests/${contest}/contestants?limit=100`);
  known[name] = items.find(({ entrant }: { entrant: { id: string } }) =>
    Object.values(body).includes(entrant.id),
  ).contestant;
}
const runners = { track: 'runners', entrants: 'person', perUnit: 1 };
const teams = { track: 'teams', entrants: 'unit' };
async function race() {
  [known.race, known.run, known.team] = (await announced('长跑', 'running', [runners, teams])) as [
    ...[string, string, string],
  ];
  await entered(known.race, 'runner', { track: 'runners', entrant: known['person 1'] });
  await play.done(`/contest-stages/${known.run}/open`);
  [known.cancelled, known['cancelled run']] = (await announced('取消的长跑', 'running', [runners, teams])) as [
    ...[string, string],
  ];
  await play.done(`/contests/${known.cancelled}/cancel`, { reason: '天气' });
  const early = { from: '2024-03-01', to: '2024-03-20' };
  [known.late] = (await announced('报名已过的长跑', 'running', [runners, teams], early)) as [string];
}
async function skills() {
  const tracks = [{ ...runners, track: 'couriers', perUnit: 3 }, teams];
  [known.skills, known.drive] = (await announced('技能竞赛', 'driving', tracks)) as [string, string];
  await entered(known.skills, 'courier', { track: 'couriers', entrant: known['person 1'] });
  const pool = ['j1', 'j2', 'j3', 'j4', 'j5'].map((judge) => ({ judge }));
  known.panel = (await play.done(`/contest-stages/${known.drive}/panels`, { pool, seats: 5 })).id;
  await play.done(`/judging-panels/${known.panel}/lock`);
  await play.done(`/contest-stages/${known.drive}/open`);
}
async function cup() {
  [known.cup, known.group, known.final] = (await announced('拔河', 'playing', [teams])) as [
    ...[string, string, string],
  ];
  for (const n of [1, 2])
    await entered(known.cup, `side ${n}`, { track: 'teams', entrant: known[`branch ${n}`], group: 'a' });
  await play.done(`/contest-stages/${known.group}/open`);
  const drawn = { form: 'round-robin', group: 'a' };
  known.fixture = (await play.done(`/contest-stages/${known.group}/fixtures`, drawn)).id;
  known.game = (await play.read(`/fixtures/${known.fixture}`)).games[0].game;
}

const cast: Cast = {
  union,
  committee,
  referee: { org, sub: 'referee', roles: ['checker'] },
  captain: { org, sub: 'captain', roles: ['entrant'], units: ['{branch 1}'] },
  stranger: { org: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d99', sub: 'stranger', roles: ['organiser'] },
};
const wrongs = [...takingPartWrongs(cast), ...playingWrongs(cast), ...judgingWrongs(cast)];

test('there are at least fifty kinds of wrong request', () => {
  expect(new Set(wrongs.map(({ what }) => what)).size).toBe(wrongs.length);
  console.log(`wrong requests about contests: ${wrongs.length}`);
  expect(wrongs.length).toBeGreaterThanOrEqual(50);
});
test.each(wrongs)('$what: $status $type', (wrong) => expectRefused(play.t, known, { who: union, ...wrong }));
