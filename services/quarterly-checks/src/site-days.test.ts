import { type ProjectStatus, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Check } from './check-state.ts';
import { competition, entrantOf, launch, simulation } from './simulation.fixture.ts';
import { siteDaysOf } from './site-days.ts';
import { checks } from './views.ts';

const period = { id: 'q1', label: '一季度', from: '2024-01-01', to: '2024-03-31' };
const day = (n: number) => new Date(Date.UTC(2023, 11, 1 + n)).toISOString().slice(0, 10);
/** Every second day is worked. */
const worked = (date: string) => Math.round(Date.parse(date) / 86_400_000) % 2 === 0;
function workingDays(from: string, to: string) {
  let count = 0;
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000)
    if (worked(new Date(time).toISOString().slice(0, 10))) count += 1;
  return count;
}
const statuses: ProjectStatus[] = ['not-started', 'under-construction', 'suspended', 'completed'];
const history = fc.array(fc.record({ from: fc.nat(150).map(day), status: fc.constantFrom(...statuses) }), {
  maxLength: 6,
});

test('days on site are the working days on which the current status counts', () => {
  fc.assert(
    fc.property(history, (recorded) => {
      const holding = (date: string) =>
        recorded.reduce<{ from: string; status?: ProjectStatus }>(
          (held, each) => (each.from <= date && each.from >= held.from ? each : held),
          { from: '' },
        ).status;
      const earliest = recorded.map(({ from }) => from).sort()[0] ?? '';
      const first = holding(earliest);
      const began = first === 'under-construction' || first === 'not-started';
      let done = 0;
      for (let n = 31; n <= 121; n += 1) {
        const status = holding(day(n)) ?? (began ? 'not-started' : 'under-construction');
        if (worked(day(n)) && status === 'under-construction') done += 1;
      }
      expect(siteDaysOf(recorded, period, workingDays)).toEqual({ plan: workingDays(period.from, period.to), done });
    }),
    { numRuns: 500 },
  );
});

test('a project without any status is under construction all the time; one that began in May was not in the spring', () => {
  expect(siteDaysOf([], period, () => 60)).toEqual({ plan: 60, done: 60 });
  expect(siteDaysOf([{ from: '2024-05-06', status: 'under-construction' }], period, workingDays).done).toBe(0);
  expect(siteDaysOf([{ from: '2024-05-06', status: 'completed' }], period, workingDays).done).toBe(45);
});

test('the days on site do not depend on whether the status or the check arrives first', async () => {
  const entrant = entrantOf(0);
  const round = roundId(competition, 'projects', 'q1');
  const known = async (recorded: { from: string; status: ProjectStatus }[], choose: () => number) => {
    const { publish, settle, rowsOf } = simulation();
    publish(`entry/${entrant.entry}`, { type: 'entry-accepted', data: { competition, entrant } });
    for (const each of recorded)
      publish(`entry/${entrant.entry}`, {
        type: 'project-status-recorded',
        data: { competition, entry: entrant.entry, reason: '登记', ...each },
      });
    publish(`competition/${competition}`, launch);
    await settle(choose);
    const [check] = rowsOf<Check>(checks);
    expect(check).toMatchObject({ round, status: 'made' });
    return check!.siteDays;
  };
  await fc.assert(
    fc.asyncProperty(history, fc.infiniteStream(fc.nat(10)), async (recorded, choices) => {
      const any = await known(recorded, () => choices.next().value!);
      expect(any).toEqual(await known(recorded, () => 0));
    }),
    { numRuns: 500 },
  );
}, 240_000);

test('a struck status counts no longer, whichever is heard first', async () => {
  const entrant = entrantOf(0);
  const play = async (choose: () => number) => {
    const { publish, settle, rowsOf } = simulation();
    const about = { competition, entry: entrant.entry, reason: '登记' };
    publish(`entry/${entrant.entry}`, { type: 'entry-accepted', data: { competition, entrant } });
    for (const [status, from] of [
      ['suspended', '2024-02-01'],
      ['under-construction', '2024-01-01'],
    ])
      publish(`entry/${entrant.entry}`, { type: 'project-status-recorded', data: { ...about, status, from } });
    publish(`entry/${entrant.entry}`, { type: 'project-status-struck', data: { ...about, from: '2024-02-01' } });
    publish(`competition/${competition}`, launch);
    await settle(choose);
    const { plan, done } = rowsOf<Check>(checks)[0]!.siteDays;
    return [done, plan - done];
  };
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(10)), async (choices) => {
      expect((await play(() => choices.next().value!))[1]).toBe(0);
    }),
    { numRuns: 200 },
  );
}, 240_000);
