// The tile-game league: 96 players in two groups over three rounds of forty-five minutes, from its announcement to grants;
// numbers worked out by hand.
import { awardListId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { committee, org, type Play, startPlay, type Who } from './contest-play.fixture.ts';

let play: Play;
beforeAll(async () => {
  play = await startPlay();
});
afterAll(() => play.t.stop());

/** Points of the three rounds. Three men have 67: the best round decides. Two women have 63 and the same best round. */
const leaders: Record<string, readonly number[]> = {
  ...{ 'M-01': [30, 12, 25], 'M-02': [22, 23, 22], 'M-03': [10, 41, 16], 'M-04': [20, 20, 26] },
  ...{ 'W-01': [15, 18, 30], 'W-02': [30, 18, 15], 'W-03': [20, 20, 20], 'W-04': [19, 20, 20] },
};
/** 60 men and 36 women; whoever does not lead has 5, 5 and the fewer the later they are listed: 65 at most. */
const players = (['M', 'W'] as const).flatMap((letter) => {
  const count = letter === 'M' ? 60 : 36;
  return Array.from({ length: count }, (_, n) => {
    const number = `${letter}-${String(n + 1).padStart(2, '0')}`;
    const rounds = leaders[number] ?? [5, 5, count - n - 1];
    return { number, group: letter === 'M' ? '男子组' : '女子组', branch: `FG-${(n % 4) + 1}`, rounds };
  });
});

test('96 players in three rounds: ties by the best round, a correction, an absence; it ends in medals', {
  timeout: 240_000,
}, async () => {
  for (const n of [1, 2, 3, 4])
    await play.done('/units', { kind: 'branch', code: `FG-${n}`, name: `第${n}分公司`, shortName: `${n}分` });
  const roster = players.map(({ number, branch }) => `${number},选手${number},${branch},2024-01-05`);
  expect((await play.done('/people/import', `工号,姓名,单位编码,开始日期\n${roster.join('\n')}\n`)).accepted).toBe(96);

  // Announced in three requests.
  const { id: scheme } = await play.done('/schemes', { template: 'duo-pai' });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await play.done('/contests', {
    ...{ name: '掇牌积分联赛', year: 2024, scheme, tracks: [{ track: 'players', entrants: 'person' }] },
    registration: { from: '2024-04-01', to: '2024-04-20' },
  });
  const stages: string[] = (await play.read(`/contests/${contest}`)).stages.map(
    ({ stage }: { stage: string }) => stage,
  );
  const [first, second, third, total] = stages as [string, string, string, string];
  const rows = players.map(({ number, group }) => `${number},选手,${group}`);
  const entered = await play.done(
    `/contests/${contest}/contestants/import`,
    `参赛者编码,赛道,组别\n${rows.join('\n')}\n`,
  );
  expect(entered).toMatchObject({ accepted: 96, faults: [] });

  for (const [n, stage] of [first, second, third].entries()) {
    await play.done(`/contest-stages/${stage}/open`);
    const file = players.map(({ number, rounds }) =>
      number === 'M-60' && n === 1 ? `${number},,未参赛` : `${number},${rounds[n]},`,
    );
    const recorded = await play.done(
      `/contest-stages/${stage}/performances/import`,
      `工号,成绩,备注\n${file.join('\n')}\n`,
    );
    expect(recorded).toMatchObject({ accepted: 96, faults: [] });
  }
  await play.done(`/contest-stages/${total}/open`);
  await play.done(`/contest-stages/${first}/close`);
  await play.done(`/contest-stages/${second}/close`);
  // The total waits for the third round.
  expect(await play.refused(`/contest-stages/${total}/close`)).toEqual([409, 'contest-stage-incomplete']);
  await play.done(`/contest-stages/${third}/close`);
  await play.done(`/contest-stages/${total}/close`);

  interface Line {
    place: number | null;
    code: string;
    group: string;
    contestant: string;
    figures: Record<string, number>;
  }
  const standings = async () => (await play.read(`/contest-stages/${total}/standings`)).items as Line[];
  const of = (lines: readonly Line[], letter: string) => lines.filter(({ code }) => code.startsWith(letter));
  const shown = (lines: readonly Line[]) => lines.map(({ place, code, figures }) => [place, code, figures.total]);
  const before = await standings();
  expect(before).toHaveLength(96);
  expect(shown(of(before, 'M').slice(0, 6))).toEqual([
    [1, 'M-03', 67],
    [2, 'M-01', 67],
    [3, 'M-02', 67],
    [4, 'M-04', 66],
    [5, 'M-05', 65],
    [6, 'M-06', 64],
  ]);
  // Equal in total and best round: both are first, nobody is second.
  expect(shown(of(before, 'W').slice(0, 2)).sort()).toEqual([
    [1, 'W-01', 63],
    [1, 'W-02', 63],
  ]);
  expect(shown(of(before, 'W').slice(2, 5))).toEqual([
    [3, 'W-03', 60],
    [4, 'W-04', 59],
    [5, 'W-05', 41],
  ]);
  // Whoever missed a round has the other two: 5 and 0.
  expect(shown(of(before, 'M').slice(-2))).toEqual([
    [59, 'M-59', 11],
    [60, 'M-60', 5],
  ]);

  // Nobody else sees it before it is published.
  const reader: Who = { org, sub: 'yang', roles: ['entrant'], units: [] };
  expect((await play.read(`/contest-stages/${total}/standings`, reader)).items).toEqual([]);
  await play.done(`/contest-stages/${total}/publish`, { to: 'public' });
  expect((await play.read(`/contest-stages/${total}/standings`, reader)).items).toHaveLength(96);

  const contestant = new Map(before.map((line) => [line.code, line.contestant]));
  const { text, place } = await play.read(`/contest-stages/${total}/explanations/${contestant.get('M-01')}`);
  expect(place).toBe(2);
  expect([text.zh, text.en]).toEqual([
    expect.stringMatching(/三轮总积分：67.*采用 3 项，合计 = 67.*最好一轮：30/s),
    expect.stringMatching(/Total of three rounds: 67.*3 used, sum = 67.*Best round: 30/s),
  ]);
  expect(`${text.zh}${text.en}`).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);

  // The fourth man's last round was 29 instead of 26: 69 points, the first place, and a medal that was another's.
  await play.done(`/contest-stages/${third}/performances/correct`, {
    ...{ contestant: contestant.get('M-04'), marks: { points: { value: 29 } }, reason: '计分表誊写有误' },
  });
  expect(shown(of(await standings(), 'M').slice(0, 4))).toEqual([
    [1, 'M-04', 69],
    [2, 'M-03', 67],
    [3, 'M-01', 67],
    [4, 'M-02', 67],
  ]);
  expect((await play.read(`/contest-stages/${total}/revisions`)).items).toMatchObject([
    { moved: 4, causes: [{ what: 'stage', id: third, revision: 2 }] },
  ]);

  const list = awardListId(total);
  const noted = await play.read(`/award-lists/${list}`);
  for (const { revision } of noted.revisions)
    await play.done(`/award-lists/${list}/acknowledge-revision`, { revision, reason: '已核对' }, committee);
  type Candidate = { candidate: string; recipient: { externalId: string } };
  const dropped = noted.candidates.find(({ recipient }: Candidate) => recipient.externalId === 'M-02');
  await play.done(`/award-lists/${list}/remove`, { candidate: dropped.candidate, reason: '成绩更正' });
  const { items } = await play.read(`/contests/${contest}/contestants?limit=100`);
  const winner = items.find((item: { code: string }) => item.code === 'M-04').entrant.id;
  await play.done(`/award-lists/${list}/candidates`, {
    honour: 'medal',
    group: 'men',
    recipient: winner,
    reason: '成绩更正',
  });
  const granted = (await play.granted(list)).map(({ recipient }: Candidate) => recipient.externalId);
  expect(granted.sort()).toEqual(['M-01', 'M-03', 'M-04', 'W-01', 'W-02', 'W-03']);
  const { contestant: runnerUp, entrant } = items.find((item: { code: string }) => item.code === 'M-02');
  await play.appealed(third, { contestant: runnerUp, item: 'points', unit: entrant.unit });
  play.held('掇牌积分联赛');
});
