import { derivedId, judgingPanelId, type Read, scorecardId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import type { Panel } from './judging/panel.ts';
import type { Card } from './judging/scorecard.ts';
import { bodyOf, contest, organiser, person } from './sample.ts';
import { tasks } from './tasks.ts';
import { contestants, contests, panels, type StageRow, scorecards, stages } from './views.ts';

const stage = derivedId('contest-stage', 1);
const panel = judgingPanelId(stage, 'judges');
const registration = { from: '2024-04-01', to: '2024-04-20' };
const announced = { contest, name: '技能竞赛', year: 2024, state: 'announced', body: bodyOf('ji-neng'), registration };
const open = {
  ...{ stage, contest, contestName: '技能竞赛', year: 2024, track: 'couriers', trackLabel: '选手', name: 'contest' },
  ...{ label: '竞赛', period: null, status: 'open', to: 'hidden', honours: [] },
} as unknown as StageRow;
const of = (n: number) => derivedId('contestant', n);
const entered = (n: number, state: 'accepted' | 'registered' | 'withdrawn') => ({
  ...{ contestant: of(n), contest, track: 'couriers', entrant: person(n), entrantId: person(n).id, state },
});
const practice = (value: number) => ({ practice: { value } });
const card = (n: number, marks: readonly [number, number], differs: Card['differs']): Card => ({
  ...{ scorecard: scorecardId(panel, of(n)), panel, stage, contestant: of(n), revision: 2, out: [], differs },
  seats: Object.fromEntries(
    marks.map((mark, seat) => [seat + 1, { judge: `j${seat}`, recused: false, marks: practice(mark) }]),
  ),
});

/** Rows of views in memory; `read` counts those that were handed out. */
function memory(views: Record<string, Record<string, object>>) {
  let handed = 0;
  const counted = <T extends readonly unknown[]>(rows: T) => {
    handed += rows.length;
    return rows;
  };
  const matching = ({ name }: { name: string }, filter: object) =>
    Object.values(views[name] ?? {}).filter((row) =>
      Object.entries(filter).every(([key, value]) => (row as Record<string, unknown>)[key] === value),
    );
  const read = {
    get: async ({ name }: { name: string }, key: string) => counted([views[name]?.[key]])[0],
    all: async (view: { name: string }, filter = {}) => counted(matching(view, filter)),
    count: async (view: { name: string }, filter = {}) => matching(view, filter).length,
  } as unknown as Read;
  return { read, handed: () => handed };
}
const byKey = <R extends object>(rows: readonly R[], key: keyof R) =>
  Object.fromEntries(rows.map((row) => [String(row[key]), row]));
const ofView = (view: { name: string }) =>
  tasks.filter(({ view: { name }, roles }) => name === view.name && roles.includes('organiser'));

test('what an organiser has to do is counted, however many contestants and scorecards there are', async () => {
  const field = Array.from({ length: 1000 }, (_, n) => entered(n, 'accepted'));
  const waiting = Array.from({ length: 300 }, (_, n) => entered(2000 + n, 'registered'));
  const agreeing = field.map((_, n) => card(n, [80, 81], 'no'));
  const others = [
    card(1, [60, 90], 'perhaps'),
    card(2, [60, 90], 'perhaps'),
    // Of an earlier event: its marks agree.
    card(3, [80, 90], 'perhaps'),
    // Has left.
    card(3000, [60, 90], 'perhaps'),
  ];
  const drawn = { panel, stage, status: 'locked', item: 'judges', lookAgain: 20 } as unknown as Panel;
  const { read, handed } = memory({
    [contests.name]: byKey([announced], 'contest'),
    [stages.name]: byKey([open], 'stage'),
    [panels.name]: byKey([drawn], 'panel'),
    [contestants.name]: byKey([...field, ...waiting, entered(3000, 'withdrawn')], 'contestant'),
    [scorecards.name]: byKey([...agreeing, ...others], 'scorecard'),
  });
  const assigned = { actor: organiser, read, businessDate: '2024-04-10' };
  const [review, work] = [ofView(contests)[0]!, ofView(stages)[0]!];
  expect(await review.of(announced as never, assigned)).toMatchObject({ task: 'review-contestants', count: 300 });
  expect(handed()).toBe(0);
  expect(await work.of(open as never, assigned)).toMatchObject([
    { task: 'look-again', count: 2 },
    { task: 'close-contest-stage' },
  ]);
  expect(handed()).toBeLessThan(12);
});
