// Twelve key tasks: two local unions report month by month against their plans, from the announcement to a grant; numbers by hand.
import { awardListId } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Play, startPlay } from './contest-play.fixture.ts';

let play: Play;
beforeAll(async () => {
  play = await startPlay();
});
afterAll(() => play.t.stop());

/** The tasks that are due in each month. */
const due = [
  ...[['recruit'], ['recruit', 'contracts'], ['contracts', 'training'], ['training', 'contests']],
  ...[
    ['contests', 'five-small'],
    ['five-small', 'safety'],
    ['safety', 'heat'],
    ['heat', 'aid'],
  ],
  ...[
    ['aid', 'health'],
    ['health', 'reading'],
    ['reading', 'congress'],
    ['congress', 'winter'],
  ],
];
/** Hundredths of the plan that each union did; the second held half of its contests in May. */
const work = (code: string, month: number, task: string) =>
  code === 'GH-1' ? 100 : month === 5 && task === 'contests' ? 50 : 90;

test('two unions report twelve months; only what is due counts; the better half is advanced', {
  timeout: 240_000,
}, async () => {
  const units: string[] = [];
  for (const n of [1, 2])
    units.push(
      (await play.done('/units', { kind: 'branch', code: `GH-${n}`, name: `第${n}工会`, shortName: `${n}会` })).id,
    );
  // Announced in three requests.
  const { id: scheme } = await play.done('/schemes', { template: 'shi-er-xiang' });
  await play.done(`/schemes/${scheme}/publish`, { acceptUnsupported: true });
  const { id: contest } = await play.done('/contests', {
    ...{ name: '十二项重点任务', year: 2024, scheme, tracks: [{ track: 'unions', entrants: 'unit' }] },
    registration: { from: '2024-01-01', to: '2024-12-31' },
  });
  for (const entrant of units) await play.done(`/contests/${contest}/contestants`, { track: 'unions', entrant });
  const { items } = await play.read(`/contests/${contest}/contestants`);
  const stages: string[] = (await play.read(`/contests/${contest}`)).stages.map(
    ({ stage }: { stage: string }) => stage,
  );
  const [months, year] = [stages.slice(0, 12), stages[12]!];
  await play.done(`/contest-stages/${year}/open`);
  for (const [n, stage] of months.entries()) {
    await play.done(`/contest-stages/${stage}/open`);
    for (const { contestant, code } of items) {
      const marks = Object.fromEntries(due[n]!.map((task) => [task, { plan: 100, done: work(code, n + 1, task) }]));
      await play.done(`/contest-stages/${stage}/performances`, { contestant, marks });
    }
    // The year waits for every month.
    if (n === 11)
      expect(await play.refused(`/contest-stages/${year}/close`)).toEqual([409, 'contest-stage-incomplete']);
    await play.done(`/contest-stages/${stage}/close`);
  }
  await play.done(`/contest-stages/${year}/close`);
  const scores = async (stage: string) =>
    (await play.read(`/contest-stages/${stage}/standings`)).items.map((item: Record<string, unknown>) => [
      item.code,
      item.score,
    ]);
  // May: 10 points by half and 7.5 by nine tenths of 17.5; the year: eleven months of 90 and one of 67.1429.
  expect(await scores(months[4]!)).toEqual([
    ['GH-1', 100],
    ['GH-2', 67.14],
  ]);
  expect(await scores(year)).toEqual([
    ['GH-1', 100],
    ['GH-2', 88.1],
  ]);
  const second = items.find(({ code }: { code: string }) => code === 'GH-2').contestant;
  const { text } = await play.read(`/contest-stages/${months[4]}/explanations/${second}`);
  expect([text.zh, text.en]).toEqual([
    expect.stringContaining('计划 100，完成量 50'),
    expect.stringContaining('plan 100, done 50'),
  ]);
  expect(await play.granted(awardListId(year))).toMatchObject([
    { status: 'granted', recipient: { externalId: 'GH-1' }, honour: { code: 'advanced-union' } },
  ]);
  await play.appealed(months[4]!, { contestant: second, item: 'contests', unit: units[1]! });
  play.held('十二项重点任务');
});
