// Founding by rules alone: cut off at any row, repeated, and decided upon in between, each accepted proposal comes to one living
// alliance and keeps it. A planted bug, codes counted by the accepted ones, is found.
import { type CommandRequest, isRefusal, type NewEvent, type Read } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as alliance from './alliance.ts';
import { foundingOf, type Group, groupsOf, namesOf } from './founding.ts';
import { type FoundProposal, withAlliances } from './pairing-reading.ts';
import { type AllianceRow, alliances, studios } from './views.ts';

const PAIRS = 6;
const run = { pairing: 'run', count: PAIRS };
const proposals = Array.from({ length: PAIRS }, (_, n) => ({
  ...{
    number: n + 1,
    studios: [`a${n}`, `b${n}`] as [string, string],
    names: [`甲${n}`, `乙${n}`] as [string, string],
  },
  ...{ weight: 10 * n, kept: false, reasons: [], form: 'linked' as const },
}));
const actor = { sub: 'li', org: 'ours', roles: ['organiser' as const], departments: [], units: [] };
const frame = { actor, businessDate: '2024-03-01', now: '2024-03-01T09:00:00Z' };

function world(grouped: typeof groupsOf) {
  const streams = new Map<string, { state: alliance.State; events: number }>();
  const rows = new Map<string, AllianceRow>();
  const read = {
    get: async (view: unknown, id: string) =>
      view === studios
        ? { studio: id, code: id, name: id, employer: id, org: 'ours', status: 'recognised' }
        : undefined,
    all: async (_: unknown, { who, pairing, status }: { who?: string; pairing?: string; status?: string[] }) =>
      [...rows.values()].filter(
        (row) =>
          (who === undefined || row.who === who) &&
          (pairing === undefined || row.pairing === pairing) &&
          (status === undefined || status.includes(row.status)),
      ),
  } as unknown as Read;
  function give({ id, type, data }: Pick<CommandRequest, 'id' | 'type' | 'data'>) {
    const stream = streams.get(id) ?? { state: alliance.initial, events: 0 };
    const decided = alliance.decide(stream.state, { ...frame, id, type, data } as never);
    if (isRefusal(decided)) return;
    for (const event of decided as NewEvent[]) {
      const recorded = { ...event, org: 'ours' } as never;
      stream.state = alliance.evolve(stream.state, recorded);
      rows.set(id, alliances.apply(rows.get(id), recorded)!);
    }
    streams.set(id, stream);
  }
  return {
    rows,
    /** One request, of which `most` rows are carried out before it is cut off. */
    async found(accepted: readonly number[], most = PAIRS) {
      const listed = proposals.map((p) => ({
        ...{ ...p, decision: accepted.includes(p.number) ? ('accepted' as const) : ('open' as const) },
      }));
      const all = await withAlliances(read, run as never, listed);
      const groups = grouped(all, false, ({ decision }) => decision === 'accepted');
      const order = { code: 'LM-#', form: 'suggested' as const, reason: '理由' };
      for (const group of groups.slice(0, most)) {
        const command = await foundingOf({ ...frame, read }, run, group, order);
        if (command && !isRefusal(command)) give(command);
      }
    },
  };
}
const requests = fc.array(
  fc.record({
    accepted: fc.uniqueArray(fc.integer({ min: 1, max: PAIRS })),
    most: fc.nat({ max: PAIRS }),
  }),
  { maxLength: 4 },
);
async function holds(grouped: typeof groupsOf, runs: number) {
  const property = fc.asyncProperty(requests, async (given) => {
    const { found, rows } = world(grouped);
    const accepted = new Set<number>();
    for (const request of given) {
      for (const number of request.accepted) accepted.add(number);
      await found([...accepted], request.most);
    }
    await found([...accepted]);
    const living = [...rows.values()].map((row) => row.from!.number);
    expect(living.sort()).toEqual([...accepted].sort());
    for (const { from, members } of rows.values())
      expect(members.map((m) => m.studio)).toEqual(proposals[from!.number - 1]!.studios);
  });
  return fc.check(property, { numRuns: runs, seed: 16 });
}

test('however often it is cut off and repeated, each accepted proposal has one alliance', async () => {
  expect((await holds(groupsOf, 300)).failed).toBe(false);
});

test('a planted bug, numbers by place among the accepted, is found', async () => {
  const counted = (...given: Parameters<typeof groupsOf>): Group[] =>
    groupsOf(...given).map((group, at) => ({ ...group, number: at + 1 }));
  expect((await holds(counted, 300)).failed).toBe(true);
});

test('names are those of the two, or of the leading one, and fit', () => {
  const name = (name: string) => ({ name });
  expect(namesOf([name('张杰创新工作室'), name('王保勇劳模创新工作室')])).toEqual({
    ...{ name: '张杰—王保勇创新工作室联盟', shortName: '张杰—王保勇联盟' },
  });
  expect(namesOf(['甲', '乙', '丙'].map(name)).shortName).toBe('甲联盟');
  const long = namesOf([name('𠮷'.repeat(40)), name('工作室')]);
  expect(long.shortName.length).toBeLessThanOrEqual(20);
  expect(long.shortName.isWellFormed()).toBe(true);
  expect(namesOf(Array.from({ length: 50 }, () => name('长'.repeat(150)))).name.length).toBeLessThanOrEqual(200);
});

test('of one leader the proposals go together, under the lowest number of all of them', () => {
  const of = (number: number, leader: string) =>
    ({ number, studios: [leader, `m${number}`] }) as never as FoundProposal;
  const groups = groupsOf([of(1, 'x'), of(2, 'y'), of(3, 'x')], true, ({ number }) => number > 1);
  expect(groups.map(({ number, proposals }) => [number, proposals.map((p) => p.number)])).toEqual([
    [2, [2]],
    [1, [3]],
  ]);
});
