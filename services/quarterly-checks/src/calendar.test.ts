import type { NewEvent } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Check } from './check-state.ts';
import { accepted, competition, entrantOf, launch, simulation } from './simulation.fixture.ts';
import { checks, rounds } from './views.ts';

const loaded = (version: number, daysOff: string[]): NewEvent => ({
  type: 'calendar-published',
  data: {
    ...{ year: 2024, version, daysOff, makeUpDays: [] },
    document: { title: '通知', number: '1号', date: '2023-11-01' },
  },
});
const week = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05'];

test('days on site are counted again when the calendar comes, whatever is heard first', async () => {
  const play = async (choose: () => number) => {
    const { publish, settle, rowsOf } = simulation();
    for (const n of [0, 1, 2]) publish(...accepted(entrantOf(n)));
    const { entry } = entrantOf(1);
    const status = { competition, entry, status: 'suspended', from: '2024-02-01', reason: '停工' };
    publish(`entry/${entry}`, { type: 'project-status-recorded', data: status });
    publish(`competition/${competition}`, launch);
    publish('calendar/2024', loaded(1, week));
    publish('calendar/2024', loaded(2, [...week, '2024-03-01']));
    await settle(choose);
    return rowsOf<Check>(checks).map(({ siteDays }) => siteDays);
  };
  // 65 weekdays, of which the calendar takes six; 23 in January, of which it takes five.
  const days = [
    { plan: 59, done: 59 },
    { plan: 59, done: 18 },
    { plan: 59, done: 59 },
  ];
  const inOrder = (list: { done: number }[]) => list.toSorted((a, b) => a.done - b.done);
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(10)), async (choices) => {
      expect(inOrder(await play(() => choices.next().value!))).toEqual(inOrder(days));
    }),
    { numRuns: 300 },
  );
}, 240_000);

test('a planted bug that forgets the calendar’s walk is seen', async () => {
  const { publish, settle, rowsOf } = simulation({
    flaw: (event, requests) => (event.type === 'calendar-published' ? [] : requests),
  });
  publish(...accepted(entrantOf(0)));
  publish(`competition/${competition}`, launch);
  await settle(() => 0);
  publish('calendar/2024', loaded(1, week));
  await settle(() => 0);
  expect(rowsOf<Check>(checks)[0]!.siteDays.plan).not.toBe(60);
});

test('a closed round keeps the days that it was scored by', async () => {
  const { publish, settle, rowsOf, command, row } = simulation();
  publish(...accepted(entrantOf(0)));
  publish(`competition/${competition}`, launch);
  await settle(() => 0);
  const { round, check } = rowsOf<Check>(checks)[0]!;
  const organiser = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
  const checker = { ...organiser, sub: 'c', roles: ['checker' as const], departments: ['safety'] };
  const give = (stream: string, id: string, type: string, data: object, actor = organiser) =>
    expect(command({ stream, id, type, data } as never, actor)).toBeUndefined();
  give('round', round, 'open', { unknown: [], panel: ['safety'] });
  await settle(() => 0);
  give('check', check, 'save-sheet', { department: 'safety', marks: { safety: { value: 90 } } }, checker as never);
  give('check', check, 'submit-sheet', { department: 'safety' }, checker as never);
  give('round', round, 'close', { missing: [], count: 1 });
  await settle(() => 0);
  expect(row<{ status: string }>(rounds, round)!.status).toBe('closed');
  publish('calendar/2024', loaded(1, week));
  await settle(() => 0);
  expect(row<Check>(checks, check)).toMatchObject({ correctionDue: false });
});
