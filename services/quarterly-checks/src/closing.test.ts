// Closing a round is a conversation between its stream and its checks'.
import { type Actor, checkId, digestOf, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { type Round, roundCommand } from './round.ts';
import { accepted, competition, entrantOf, type Flaw, launch, simulation, withdrawn } from './simulation.fixture.ts';
import { checks, type EntryRow, entries, rounds } from './views.ts';

vi.mock('./limits.ts', () => ({ PAGE: 2 }));

const round = roundId(competition, 'projects', 'q1');
const check = (n: number) => checkId(entrantOf(n).entry, 'q1');
const actor: Actor = { sub: 'safety', org: 'o', roles: ['checker'], departments: ['safety'], units: [] };

function stage(flaw?: Flaw) {
  const world = simulation(flaw);
  const { command, publish } = world;
  for (const n of [0, 1, 2]) publish(...accepted(entrantOf(n)));
  publish(`competition/${competition}`, launch);
  const open = () => command(roundCommand(round, 'open', { unknown: [], panel: ['safety'] }));
  return {
    ...world,
    open,
    /** Nobody opens a round before the first entrants are known. */
    openIfKnown: () => [0, 1, 2].every((n) => world.row(checks, check(n))) && open(),
    /** As if the views had not yet shown what is missing. */
    close: () => command(roundCommand(round, 'close', { missing: [], count: 3 })),
    /** Marks anew what was marked before. */
    mark(n: number, value: number) {
      command(checkCommand(check(n), 'return-sheet', { department: 'safety', reason: '复核' }));
      const data = { department: 'safety', marks: { safety: { value } } };
      command(checkCommand(check(n), 'save-sheet', data), actor);
      command(checkCommand(check(n), 'submit-sheet', data), actor);
    },
    late: (n: number) => publish(...accepted(entrantOf(n))),
    leave: (n: number) => publish(...withdrawn(entrantOf(n))),
    cancel: () =>
      publish(`competition/${competition}`, { type: 'competition-cancelled', data: { competition, reason: '合并' } }),
  };
}

const deed = fc.oneof(
  { weight: 8, arbitrary: fc.record({ deliver: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ mark: fc.nat(4), value: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ markAll: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ close: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ open: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.oneof(fc.record({ late: fc.nat(4) }), fc.record({ leave: fc.nat(4) })) },
);

/** In any order of events a round closes with exactly its entrants sealed, and never gets stuck. */
const closes = (flaw?: Flaw) =>
  fc.asyncProperty(
    fc.array(deed, { maxLength: 150, size: 'max' }),
    fc.infiniteStream(fc.nat(1000)),
    async (deeds, choices) => {
      const world = stage(flaw);
      const choose = () => choices.next().value!;
      const roundRow = () => world.row<Round>(rounds, round);
      const markAll = (value: number) => {
        for (let n = 0; n < 5; n += 1) world.mark(n, value);
      };
      for (const each of deeds)
        if ('deliver' in each) await world.deliver(each.deliver);
        else if ('mark' in each) world.mark(each.mark, each.value);
        else if ('markAll' in each) markAll(each.markAll);
        else if ('late' in each) world.late(each.late);
        else if ('leave' in each) world.leave(each.leave);
        else if ('open' in each) world.openIfKnown();
        else world.close();
      await world.settle(choose);
      world.open();
      await world.settle(choose);
      expect(['open', 'closed']).toContain(roundRow()!.status);
      if (roundRow()!.status === 'open') {
        // Nobody moves any more: whoever is accepted takes marks, and nobody else.
        const live = world.rowsOf<Check>(checks).filter(({ status }) => status !== 'withdrawn');
        const taking = live.map(({ entry, status }) => `${entry} ${status}`).sort();
        const accepted = world.rowsOf<EntryRow>(entries).filter(({ standing }) => standing === 'accepted');
        expect(taking).toEqual(accepted.map(({ entry }) => `${entry} open`).sort());
        markAll(50);
        world.close();
        await world.settle(choose);
      }
      const closed = roundRow()!;
      expect(closed.status).toBe('closed');
      const rows = world.rowsOf<Check>(checks);
      const sealed = rows.filter(({ status }) => status === 'sealed').sort((a, b) => (a.check < b.check ? -1 : 1));
      const entry = (n: number) => entrantOf(n).entry;
      const moved = deeds.flatMap((each) => ('late' in each ? [each.late] : 'leave' in each ? [each.leave] : []));
      const stayed = [0, 1, 2].filter((n) => !moved.includes(n)).map(entry);
      expect(sealed.map((row) => row.entry)).toEqual(expect.arrayContaining(stayed));
      expect(closed.digest).toBe(digestOf(sealed.map((row) => [row.check, row.sealed!.digest])));
      expect(rows.every(({ status }) => status === 'sealed' || status === 'withdrawn')).toBe(true);
    },
  );

test('in any order of events a round closes with exactly its entrants sealed, and never gets stuck', async () => {
  await fc.assert(closes(), { numRuns: Number(process.env.CLOSING_RUNS ?? 300) });
}, 300_000);

const dropped =
  (of: string, type: string): Flaw =>
  (event, requests) =>
    event.type === of ? requests.filter((request) => request.type !== type) : requests;
const bugs: Record<string, Flaw> = {
  'a check made while the round closes is not noted': dropped('check-made', 'note-check'),
  'a check made behind the opening is not opened': dropped('check-made', 'open'),
  'a check of somebody who has left stays': dropped('check-made', 'withdraw'),
  'a seal of an attempt that was given up stands': dropped('check-sealed', 'unseal'),
  'what was sealed for somebody who has left stays when it opens again': dropped('check-unsealed', 'withdraw'),
  'somebody accepted after the launch has no check': dropped('entry-accepted', 'make'),
  'somebody who leaves and comes back at once has no check': dropped('check-withdrawn', 'make'),
  'somebody who leaves keeps the check': dropped('entry-withdrawn', 'withdraw'),
  'the walk ends with its first page': (event, requests) =>
    event.type === 'checks-asked' ? requests.filter(({ stream }) => stream !== 'round-page') : requests,
  'a check that was withdrawn is waited for': dropped('check-excused', 'excuse'),
  'a seal is counted by no page': dropped('check-sealed', 'count-seal'),
};
test.each(Object.keys(bugs))(
  'a planted bug is caught: %s',
  async (name) => {
    const { failed } = await fc.check(closes(bugs[name]), { numRuns: 3000, seed: 1, endOnFailure: true });
    expect(failed).toBe(true);
  },
  300_000,
);

test('a check that lacks something reopens the round, and sealed checks accept marks again', async () => {
  const { open, close, mark, settle, row } = stage();
  await settle(() => 0);
  open();
  await settle(() => 0);
  mark(0, 90);
  close();
  await settle(() => 1);
  expect(row<Round>(rounds, round)).toMatchObject({ status: 'open', attempt: 1 });
  expect(row<Check>(checks, check(0))).toMatchObject({ status: 'open' });
  mark(1, 80);
  mark(2, 70);
  close();
  await settle(() => 2);
  expect(row<Round>(rounds, round)).toMatchObject({ status: 'closed', attempt: 2 });
  expect(row<Check>(checks, check(1))!.sealed!.result).toMatchObject({ status: 'scored', score: 80 });
});

test('a cancelled competition lets every check go that is not closed, whatever the round was doing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.infiniteStream(fc.nat(1000)), async (steps, choices) => {
      const { open, close, mark, cancel, late, settle, deliver, row, rowsOf } = stage();
      const choose = () => choices.next().value!;
      await settle(choose);
      open();
      await settle(choose);
      for (const n of [0, 1, 2]) mark(n, 90);
      close();
      for (let step = 0; step < steps; step += 1) await deliver(choose());
      cancel();
      late(3);
      await settle(choose);
      const { status } = row<Round>(rounds, round)!;
      const first = [0, 1, 2].map(check);
      const states = rowsOf<Check>(checks).map((each) =>
        first.includes(each.check) ? each.status : `${each.status}, late`,
      );
      const expected = status === 'closed' ? ['sealed', 'withdrawn, late'] : ['withdrawn', 'withdrawn, late'];
      expect(expected).toEqual(expect.arrayContaining(states));
    }),
    { numRuns: 100 },
  );
}, 60_000);
