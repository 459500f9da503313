// Closing a round, and opening it again, is a conversation between its stream and its checks'.
import { type Actor, checkId, digestOf, type NewEvent, roundId } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { type Round, roundCommand } from './round.ts';
import {
  accepted,
  competition,
  entrantOf,
  type Flaw,
  launch,
  simulation,
  smallScheme,
  undone,
  withdrawn,
} from './simulation.fixture.ts';
import { checks, type EntryRow, entries, rounds } from './views.ts';

vi.mock('./limits.ts', () => ({ PAGE: 2 }));

const round = roundId(competition, 'projects', 'q1');
const check = (n: number) => checkId(entrantOf(n).entry, 'q1');
const actor: Actor = { sub: 'safety', org: 'o', roles: ['checker'], departments: ['safety'], units: [] };

function stage(flaw?: Flaw) {
  const world = simulation(flaw ? { flaw } : {});
  const { command, publish } = world;
  const say = ([stream, event]: readonly [string, NewEvent]) => publish(stream, event);
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
    /** Marks anew what was marked before; whether that was possible. */
    mark(n: number, value: number): boolean {
      command(checkCommand(check(n), 'return-sheet', { department: 'safety', reason: '复核' }));
      const data = { department: 'safety', marks: { safety: { value } } };
      const refused = command(checkCommand(check(n), 'save-sheet', data), actor);
      command(checkCommand(check(n), 'submit-sheet', data), actor);
      return !refused;
    },
    /** Corrects a sealed result; as the route does, only of a closed round. */
    correct(n: number, value: number): boolean {
      if (world.row<Round>(rounds, round)?.status !== 'closed') return false;
      const data = { body: smallScheme, reason: '更正', marks: { safety: { value } }, raise: [], lift: [] };
      return !command(checkCommand(check(n), 'correct', data));
    },
    undo: () => command(roundCommand(round, 'undo-closure', { reason: '整表录错' })),
    late: (n: number, byUndoing = false) => say(byUndoing ? undone(entrantOf(n)) : accepted(entrantOf(n))),
    leave: (n: number, byUndoing = false) =>
      say(byUndoing ? undone(entrantOf(n), 'accepted') : withdrawn(entrantOf(n))),
    cancel: () =>
      publish(`competition/${competition}`, { type: 'competition-cancelled', data: { competition, reason: '合并' } }),
  };
}

/** A decision on the entry is undone, instead of another one made. */
const byUndoing = fc.boolean();
const deed = fc.oneof(
  { weight: 8, arbitrary: fc.record({ deliver: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ mark: fc.nat(4), value: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ markAll: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ close: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ open: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ undo: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ correct: fc.nat(4), value: fc.nat(100) }) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.record({ late: fc.nat(4), byUndoing }), fc.record({ leave: fc.nat(4), byUndoing })),
  },
);

/** In any order of events a round closes with exactly its entrants sealed, never gets stuck, and can be opened again. */
const closes = (flaw?: Flaw) =>
  fc.asyncProperty(
    fc.array(deed, { maxLength: 150, size: 'max' }),
    fc.infiniteStream(fc.nat(1000)),
    fc.boolean(),
    async (deeds, choices, isJoined) => {
      const world = stage(flaw);
      const settled = () => world.settle(() => choices.next().value!);
      const roundRow = () => world.row<Round>(rounds, round)!;
      /** What each check was last marked or corrected to. */
      const values = new Map<string, number>();
      const mark = (n: number, value: number) => world.mark(n, value) && values.set(check(n), value);
      const markAll = (value: number, some = [0, 1, 2, 3, 4]) => {
        for (const n of some) mark(n, value);
      };
      for (const each of deeds)
        if ('deliver' in each) await world.deliver(each.deliver);
        else if ('mark' in each) mark(each.mark, each.value);
        else if ('markAll' in each) markAll(each.markAll);
        else if ('late' in each) world.late(each.late, each.byUndoing);
        else if ('leave' in each) world.leave(each.leave, each.byUndoing);
        else if ('open' in each) world.openIfKnown();
        else if ('undo' in each) world.undo();
        else if ('correct' in each)
          world.correct(each.correct, each.value) && values.set(check(each.correct), each.value);
        else world.close();
      await settled();
      world.open();
      await settled();
      expect(['open', 'closed']).toContain(roundRow().status);
      if (roundRow().status === 'open') {
        takesMarks(world);
        markAll(50);
        world.close();
        await settled();
      }
      const before = isClosed(world, deeds, values);
      const { digest } = roundRow();

      // Opened and closed again without a change, all of it is as it was; whoever was accepted since needs marks.
      const known = new Set(before.map(([id]) => id));
      if (isJoined) world.late(4);
      await settled();
      world.undo();
      await settled();
      takesMarks(world);
      markAll(
        60,
        [0, 1, 2, 3, 4].filter((n) => !known.has(check(n))),
      );
      world.close();
      await settled();
      const after = isClosed(world, deeds, values);
      expect(after.filter(([id]) => known.has(id))).toEqual(before);
      if (after.length === before.length && !deeds.some((each) => 'correct' in each))
        expect(roundRow().digest).toBe(digest);
    },
  );

type World = ReturnType<typeof stage>;
/** Whoever is accepted takes marks; and whoever left when the round was closed, and nobody else. */
function takesMarks({ rowsOf }: World) {
  const live = rowsOf<Check>(checks).filter(({ status }) => status !== 'withdrawn');
  expect(live.map(({ status }) => status)).toEqual(live.map(() => 'open'));
  const accepted = rowsOf<EntryRow>(entries).filter(({ standing }) => standing === 'accepted');
  const takers = live.filter((each) => !each.undone || accepted.some(({ entry }) => entry === each.entry));
  expect(takers.map(({ entry }) => entry).sort()).toEqual(accepted.map(({ entry }) => entry).sort());
}
/** Every check is sealed or gone, with the value it was last given, and the round says so. */
function isClosed({ row, rowsOf }: World, deeds: object[], values: Map<string, number>) {
  const closed = row<Round>(rounds, round)!;
  expect(closed.status).toBe('closed');
  const rows = rowsOf<Check>(checks);
  const sealed = rows.filter(({ status }) => status === 'sealed').sort((a, b) => (a.check < b.check ? -1 : 1));
  const entry = (n: number) => entrantOf(n).entry;
  const moved = deeds.flatMap((each) => ('late' in each ? [each.late] : 'leave' in each ? [each.leave] : []));
  const stayed = [0, 1, 2].filter((n) => !moved.includes(n)).map(entry);
  expect(sealed.map((row) => row.entry)).toEqual(expect.arrayContaining(stayed));
  // What was corrected since is not in the round's digest.
  const first = ({ earlier, sealed }: Check) =>
    [...earlier, sealed!].find(({ attempt }) => attempt === closed.attempt)!;
  expect(closed.digest).toBe(digestOf(sealed.map((row) => [row.check, first(row).digest])));
  expect(rows.every(({ status }) => status === 'sealed' || status === 'withdrawn')).toBe(true);
  for (const { check: id, sealed: result, earlier } of sealed) {
    expect(result!.inputs.safety).toMatchObject({ value: values.get(id) });
    expect([...earlier, result!].map(({ revision }) => revision)).toEqual(
      earlier.concat(result!).map((_, at) => at + 1),
    );
  }
  return sealed.map((row) => [row.check, row.sealed!.revision, row.sealed!.digest] as const);
}

test('in any order of events a round closes with exactly its entrants sealed, and never gets stuck', async () => {
  await fc.assert(closes(), { numRuns: Number(process.env.CLOSING_RUNS ?? 120) });
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
  'somebody whose withdrawal is undone has no check': dropped('entry-decision-undone', 'make'),
  'somebody whose acceptance is undone keeps the check': dropped('entry-decision-undone', 'withdraw'),
  'the walk ends with its first page': (event, requests) =>
    event.type === 'checks-asked' ? requests.filter(({ stream }) => stream !== 'round-page') : requests,
  'a check that was withdrawn is waited for': dropped('check-excused', 'excuse'),
  'what was sealed stays sealed when the closure is undone': dropped('round-closure-undone', 'ask'),
  'whoever was accepted while the round was closed has no check': dropped('round-closure-undone', 'list'),
  'a check is not told that the closure was undone': (_, requests) =>
    requests.map((request) => {
      const { undone: __, ...data } = { undone: undefined, ...(request.data as object) };
      return request.type === 'unseal' || request.type === 'seal' ? { ...request, data } : request;
    }),
  'a seal is counted by no page': dropped('check-sealed', 'count-seal'),
};
test.each(Object.keys(bugs))(
  'a planted bug is caught: %s',
  async (name) => {
    const { failed } = await fc.check(closes(bugs[name]), { numRuns: 3000, seed: 2, endOnFailure: true });
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
}, 240_000);
