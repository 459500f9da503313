import { derivedId, describe, type EventNamed, isRefusal, type Marks, type RevisionCause } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scored } from './evaluate.ts';
import { decide, evolve, initial, type State } from './evaluation.ts';
import { body, competition, entrantOf } from './year.fixture.ts';
import type { Words, YearInput } from './year.ts';

const inputs = (safety: number): Marks => ({
  active: { plan: 60, done: 60 },
  output: { plan: 100, done: 100, accepted: 100 },
  progress: { plan: 100, done: 100, accepted: 100 },
  safety: { events: [{ code: 'hazard', times: safety }] },
  quality: { events: [] },
  technology: { value: 6 },
  cost: { value: 6 },
  team: { value: 5 },
  civilised: { level: 'model' },
});
/** Projects by the hazards found in each of their quarters; `vetoed`: the one with a casualty in the first. */
function input(hazards: number[], vetoed?: number): YearInput {
  const entrants = hazards.map((_, n) => entrantOf(n + 11, 'projects'));
  const scored = (period: string): Scored[] =>
    entrants.map(({ entry }, n) => ({
      id: entry,
      group: null,
      inputs: inputs(hazards[n]!),
      vetoes: n === vetoed && period === 'q1' ? [{ id: 'casualty' }] : [],
    }));
  const closed = ['q1', 'q2', 'q3', 'q4'].map((period) => ({ stage: 'quarter', period, entrants: scored(period) }));
  const reviewed = entrants.map((entrant) => ({ entrant, members: [], inputs: { review: { value: 18 } } }));
  const scheme = { scheme: competition, schemeVersion: 1, body };
  return { ...scheme, track: 'projects', stage: 'year', closed, others: [], entrants: reviewed };
}
const actor = { sub: 'o', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { id: competition, businessDate: '2025-01-10', now: '2025-01-10T09:00:00+08:00', actor };
const complete = (year: YearInput, open: Words[] = []) => {
  const data = { competition, competitionName: '竞赛', year: 2024, input: year, sources: [], open, scoredBy: ['a'] };
  return { ...meta, type: 'complete' as const, data };
};
function completed(year: YearInput) {
  const decision = decide(initial, complete(year));
  if (isRefusal(decision)) throw new Error(decision.refused);
  const last = decision.at(-1)!;
  if (last.type !== 'annual-evaluation-completed') throw new Error(last.type);
  return { decision, ...last.data };
}
const codes = (list: { code: string }[]) => list.map(({ code }) => code).sort();

test('a tie at the cut is referred to the committee with its joint places', () => {
  const { honours } = completed(input([0, 1, 2, 2, 3]));
  const [winner] = honours;
  expect(winner).toMatchObject({ honour: 'winner', label: '优胜项目部', seats: 3 });
  expect(codes(winner!.granted)).toEqual(['U-11', 'U-12']);
  expect(winner!.referred.map(({ code, place, joint }) => [code, place, joint]).sort()).toEqual([
    ['U-13', 3, true],
    ['U-14', 3, true],
  ]);
});

test('a casualty in one quarter costs the place in the year, not the score', () => {
  const { honours, decision } = completed(input([0, 1, 2, 3], 0));
  expect(codes(honours[0]!.granted)).toEqual(['U-12', 'U-13', 'U-14']);
  const page = decision[0]!;
  if (page.type !== 'annual-standings-paged') throw new Error(page.type);
  const barred = page.data.results.find(({ entrant }) => entrant.code === 'U-11')!;
  expect(barred).toMatchObject({ place: null, result: { status: 'scored', bars: [{ cause: 'casualty' }] } });
});

test('an evaluation is refused while anything is missing, names it, and happens once', () => {
  const year = input([0, 1]);
  const refused = (given: YearInput, open: Words[] = []) => {
    const decision = decide(initial, complete(given, open));
    return isRefusal(decision) ? describe(decision) : undefined;
  };
  expect(refused(year, [['第四季度检查关闭', 'closing the fourth quarter']])).toMatchObject({
    detail: '尚缺 1 项：第四季度检查关闭。',
    detailEn: 'Items missing (1): closing the fourth quarter.',
  });
  const unreviewed = { ...year, entrants: year.entrants.map((each) => ({ ...each, inputs: {} })) };
  const [first, second] = unreviewed.entrants.map(({ entrant }) => entrant.shortName);
  expect(refused(unreviewed)).toMatchObject({
    type: '/problems/evaluation-incomplete',
    params: { count: 2 },
    detail: `尚缺 2 项：${first} 年终评议、${second} 年终评议。`,
    detailEn: `Items missing (2): 年终评议 of ${first}, 年终评议 of ${second}.`,
  });
  const state = completed(year).decision.reduce(evolve, initial);
  expect(decide(state, complete(year))).toMatchObject({ refused: 'year-evaluated' });
});

test('a revision needs a newer source and no older one, and reports rank changes and honours', () => {
  const source = (name: string, revision: number) => {
    return { what: 'result' as const, id: derivedId(name), label: name, revision, reason: '补记' };
  };
  const revise = (state: State, year: YearInput, sources: RevisionCause[]) => {
    const { open: _, ...data } = complete(year).data;
    return decide(state, { ...meta, type: 'revise', data: { ...data, sources } });
  };
  const state = completed(input([0, 1, 2, 3])).decision.reduce(evolve, initial);
  const otherwise = input([0, 1, 4, 3]);
  expect(revise(initial, otherwise, [source('a', 2)])).toEqual([]);
  expect(revise(state, otherwise, [source('a', 1), source('b', 1)])).toEqual([]);

  const decision = revise(state, otherwise, [source('a', 2), source('b', 1)]);
  if (isRefusal(decision)) throw new Error(decision.refused);
  const data = decision.at(-1)!.data as EventNamed<'annual-evaluation-revised'>['data'];
  expect(data).toMatchObject({ revision: 2, reason: 'a：补记', causes: [{ label: 'a', revision: 2 }], moved: 2 });
  expect(data.moves.map(({ code, before, after }) => [code, before.place, after.place])).toEqual([
    ['U-14', 4, 3],
    ['U-13', 3, 4],
  ]);
  expect(data.honourMoves.map(({ code, before, after }) => [code, before, after])).toEqual([
    ['U-13', 'granted', null],
    ['U-14', null, 'granted'],
  ]);
  const revised = decision.reduce(evolve, state);
  // Read before the correction of a, though after that of b.
  expect(revise(revised, otherwise, [source('a', 1), source('b', 2)])).toEqual([]);
  expect(revise(revised, otherwise, [source('a', 2), source('b', 2)])).toHaveLength(2);
});

test('the standings do not depend on the order in which entrants and results are listed, and come in pages', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(14), { minLength: 1, maxLength: 8 }), fc.nat(), (hazards, turn) => {
      const year = input(hazards);
      const turned = <T>(list: T[]) => [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
      const other = {
        ...year,
        entrants: turned(year.entrants),
        closed: year.closed.map((each) => ({ ...each, entrants: turned(each.entrants) })),
      };
      expect(completed(other).decision).toEqual(completed(year).decision);
    }),
    { numRuns: 50 },
  );
  expect(completed(input(Array.from({ length: 230 }, (_, n) => n % 15))).decision).toHaveLength(4);
});
