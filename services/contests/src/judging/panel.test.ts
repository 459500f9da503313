import { derivedId, judgingPanelId } from '@jiangong/contracts';
import { spec } from '@jiangong/service-kit/testing/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contest, frame, person } from '../sample.ts';
import * as rules from './panel.ts';

const stage = derivedId('contest-stage', 1);
const given = spec(rules, { ...frame, id: judgingPanelId(stage, 'judges') });
type Draw = Parameters<typeof rules.panelCommand<'draw'>>[2];
const unit = (n: number) => derivedId('unit', n);
const judge = (n: number, of?: number, avoids: string[] = []) => ({
  ...{ judge: `judge-${n}`, avoids, ...(of === undefined ? {} : { unit: unit(of) }) },
});
const about = { stage, contest, item: 'judges', itemLabel: '实操', needed: 3, lookAgain: 20 };
const draw = (over: Partial<Draw> = {}): ['draw', Draw] => [
  'draw',
  {
    ...{ ...about, seats: 3, seed: '20240410', pool: [1, 2, 3, 4, 5].map((n) => judge(n)) },
    ...{ field: [person(1, 1), person(2, 2)], ...over },
  },
];
const poolOf = (outcome: unknown) => (outcome as rules.PanelEvent[] & { 0: { data: rules.Panel } })[0].data.pool;

test('the same seed draws the same judges, whatever the order of the pool; another seed others', () => {
  const pool = fc.shuffledSubarray(
    [1, 2, 3, 4, 5, 6, 7].map((n) => judge(n, n % 3)),
    { minLength: 3 },
  );
  fc.assert(
    fc.property(pool, fc.string({ minLength: 1 }), (pool, seed) => {
      const one = poolOf(given.when(draw({ pool, seed })).outcome);
      const sorted = [...pool].sort((a, b) => (a.judge < b.judge ? -1 : 1));
      expect(poolOf(given.when(draw({ pool: sorted, seed })).outcome)).toEqual(one);
      // Whoever avoids a contestant sits only where nobody else is left.
      expect(one.map(({ ties }) => ties)).toEqual(one.map(({ ties }) => ties).sort((a, b) => a - b));
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
  const orders = new Set(
    Array.from({ length: 20 }, (_, n) =>
      poolOf(given.when(draw({ seed: String(n) })).outcome)
        .map(({ judge }) => judge)
        .join(),
    ),
  );
  expect(orders.size).toBeGreaterThan(10);
});

test('whoever is of a contestant’s unit, or declared a tie, is drawn last', () => {
  const pool = [judge(1, 1), judge(2, undefined, [person(2, 2).id]), judge(3), judge(4), judge(5, 9)];
  const drawn = poolOf(given.when(draw({ pool })).outcome);
  expect(drawn.slice(3).map(({ judge, ties }) => [judge, ties])).toEqual(
    expect.arrayContaining([
      ['judge-1', 1],
      ['judge-2', 1],
    ]),
  );
});

test('too few judges for the scheme or the seats, and one listed twice, are refused', () => {
  given.when(draw({ seats: 2 })).then('judging-panel-small');
  given.when(draw({ seats: 6 })).then('judging-panel-small');
  given.when(draw({ pool: [judge(1), judge(1), judge(2), judge(3)] })).then('judging-panel-small');
});

test('a panel is drawn again with a reason alone, and not at all once it is locked', () => {
  const drawn = given.when(draw());
  drawn.when(draw()).then('judging-panel-status');
  drawn.when(draw({ reason: '一名评委出差', seed: 'x' })).then([{ data: { draw: 2, reason: '一名评委出差' } }]);
  const locked = drawn.when(['lock']);
  locked.then([{ type: 'judging-panel-locked' }]);
  locked.when(['lock']).then([]);
  locked.when(draw({ reason: '换人' })).then('judging-panel-status');
  given.when(['lock']).then('not-found');
});

test('a judge’s lot is drawn once: drawn again, the others keep their order and a newcomer has the new seed’s', () => {
  const pool = [1, 2, 3, 4, 5].map((n) => judge(n));
  const names = (outcome: unknown) => poolOf(outcome).map(({ judge }) => judge);
  for (let n = 0; n < 20; n += 1) {
    const first = given.when(draw({ pool }));
    const before = names(first.outcome);
    const again = first.when(draw({ pool, seed: String(n), reason: '重抽' }));
    again.then([{ data: { seed: '20240410' } }]);
    expect(names(again.outcome)).toEqual(before);
    const left = again.when(draw({ pool: pool.slice(0, 4), seed: String(n), reason: '一名评委出差' }));
    const joined = left.when(draw({ pool: [...pool, judge(6)], seed: String(n), reason: '补充一名评委' }));
    // Whoever left and came back has the old lot, too.
    expect(names(joined.outcome).filter((each) => each !== 'judge-6')).toEqual(before);
    const seeds = poolOf(joined.outcome).map(({ judge, seed }) => [judge, seed]);
    expect(new Map(seeds as [string, string][]).get('judge-6')).toBeUndefined();
    expect(seeds.filter(([, seed]) => seed === '20240410')).toHaveLength(5);
    joined.then([{ data: { draw: 4, seed: String(n) } }]);
  }
});
