// Columns, packed marks and one-by-one iterables give the numbers and places that plain results give.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareSum, field, objects, REF, sheet, stream } from '../../bench/field.ts';
import { holds, same } from '../../kit/same.ts';
import { ROUND, world } from '../../kit/world.ts';
import { type Entrant, evaluateStage, rankStage, type Standings } from '../index.ts';

const listed = (s: Standings) =>
  [...s.order].map((i) => [s.ids[i], Number.isNaN(s.score[i]) ? null : s.score[i], s.place[i] || null]);

test('standings agree with results, from arrays and from generators', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { d, scheme, entrants } = world(seed, 4);
      const mixed = d.shuffle(entrants);
      const result = evaluateStage(scheme, ROUND, entrants).entrants;
      function* one(): Generator<Entrant> {
        yield* mixed;
      }
      const standings = rankStage(scheme, ROUND, one());
      const plain = result.map((e) => [e.id, e.score, e.place]);
      if (scheme.tracks[0]?.stages[0]?.rankWithin !== 'track') same(listed(standings), plain, 'standings');
      else same(listed(standings).map(String).sort(), plain.map(String).sort(), 'standings');
    }),
    { numRuns: 1_000 },
  );
});

test('packed marks are worth what the same marks are worth as entries', () => {
  const packed = field(500);
  packed.marks[3] = Number.NaN;
  packed.marks[50] = 2.00001;
  expect(() => rankStage(sheet(), REF, packed)).toThrow('not-a-number');
  packed.marks[50] = 9;
  const entrants = objects(packed).map((e, i) =>
    i > 0 ? e : { ...e, inputs: { ...e.inputs, i3: undefined as never } },
  );
  const [a, b] = [rankStage(sheet(), REF, packed), rankStage(sheet(), REF, entrants)];
  expect(listed(a)).toEqual(listed(b));
  expect(a.pending).toEqual([{ entrant: 'e0000000', item: 'i3', missing: 'input' }]);
  expect(() => rankStage(sheet(), REF, { ...packed, items: ['b0', ...packed.items.slice(1)] })).toThrow('packed-item');
  expect(() => rankStage(sheet(), REF, { ...packed, marks: new Float64Array(3) })).toThrow('packed-size');
});

test('the winner of a large field is the winner of the bare sum', () => {
  const packed = field(5_000);
  const ranked = rankStage(sheet(), REF, packed);
  expect(ranked.place[bareSum(packed)[0]!]).toBe(1);
});

test('a hundred thousand streamed entrants are ranked within forty megabytes', () => {
  const size = 100_000;
  const before = process.memoryUsage();
  const ranked = rankStage(sheet(), REF, stream(size));
  const after = process.memoryUsage();
  const mb = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  expect(ranked.order.length).toBe(size);
  holds(mb < 40, `${mb} MB`);
});
