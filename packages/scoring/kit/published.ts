// Rules as published, one small stage each, for evaluators broken on purpose: inputs of one entrant or more, and the scores.
import { type Entrant, evaluateStage, parseScheme } from '../src/index.ts';
import { same } from './same.ts';

const mark = (id: string, points: number, more: object = {}) => ({
  ...{ id, label: id, points, measure: { kind: 'value' } },
  ...more,
});
const branch = (more: object) => ({
  ...{ id: 'b', label: 'b', points: 50, outOf: 100, of: [mark('b1', 60), mark('b2', 40)] },
  ...more,
});
const levels = [80, 90, 100, 110].map((from, i) => ({ from, points: i + 1 }));
const flag = { id: 'yellow', label: 'y', take: 1, from: 'last', require: [{ figure: 'score', below: 70 }] };
const entered = (id: string, marks: Record<string, number | undefined>): Entrant => ({
  id,
  inputs: Object.fromEntries(
    Object.entries(marks).map(([item, value]) => [item, value === undefined ? { na: 'none' } : { value }]),
  ),
});
const run = (sheet: object, entrants: Entrant[], more: object = {}) => {
  const stages = [{ id: 's', label: 's', sheet, ...more }];
  const scheme = { language: 2, id: 'x', version: 1, title: 'x', tracks: [{ id: 't', label: 't', stages }] };
  return evaluateStage(parseScheme(scheme), { track: 't', stage: 's' }, entrants);
};
const scores = (...given: Parameters<typeof run>) => run(...given).entrants.map((e) => [e.id, e.score]);

export const published: Record<string, () => void> = {
  'a sub-table scaled within itself': () =>
    same(
      scores({ criteria: [branch({ normalise: 'own' }), mark('a', 50)] }, [
        entered('x', { b1: 30, b2: undefined, a: 50 }),
        entered('y', { b1: undefined, b2: undefined, a: 25 }),
      ]),
      [
        ['x', 75],
        ['y', 50],
      ],
      'scores',
    ),
  'a table that counts 0': () =>
    same(
      scores({ criteria: [branch({ points: 100, zeroIf: [{ figure: 'b1', below: 40 }] })] }, [
        entered('x', { b1: 39, b2: 40 }),
        entered('y', { b1: 40, b2: 40 }),
      ]),
      [
        ['y', 80],
        ['x', 0],
      ],
      'scores',
    ),
  'a sheet that counts 0': () =>
    same(
      scores({ criteria: [mark('a', 100)], zeroIf: [{ figure: 'a', below: 70 }] }, [
        entered('x', { a: 69 }),
        entered('y', { a: 70 }),
      ]),
      [
        ['y', 70],
        ['x', 0],
      ],
      'scores',
    ),
  'straight lines between levels': () =>
    same(
      [79, 80, 95, 120].map(
        (value) =>
          scores({ outOf: 4, criteria: [mark('a', 4, { scale: { kind: 'linear', linear: levels } })] }, [
            entered('x', { a: value }),
          ])[0]?.[1],
      ),
      [0, 1, 2.5, 4],
      'scores',
    ),
  'a number rounded once': () => {
    const ratio = (id: string, points: number) => ({ id, label: id, points, measure: { kind: 'ratio' } });
    const work = (plan: number, done: number, items: string[]): Entrant[] => [
      { id: 'x', inputs: Object.fromEntries(items.map((id) => [id, { plan, done }])) },
    ];
    // 84.99497 is 84.99, not 85.00 by way of 84.9950.
    same(scores({ criteria: [ratio('a', 100)] }, work(100_000, 84_994.97, ['a'])), [['x', 84.9949]], 'one ratio');
    // Three thirds of 3.325 are 3.325, which is 3.33; of four places they are 3.3249.
    const thirds = ['a', 'b', 'c'].map((id) => ratio(id, 3.325));
    same(scores({ outOf: 9.975, criteria: thirds }, work(3, 1, ['a', 'b', 'c'])), [['x', 3.325]], 'three thirds');
    // 8.24997 keeps one decimal as 8.2.
    const item = { ...ratio('a', 10), decimals: 1 };
    same(scores({ outOf: 10, criteria: [item] }, work(100_000, 82_499.7, ['a'])), [['x', 8.2]], 'one decimal');
    const kept = { outOf: 10, criteria: [mark('a', 10, { decimals: 1 })] };
    same(scores(kept, [entered('x', { a: 8.25 })]), [['x', 8.3]], 'one decimal of a mark');
    // Plain marks, one of them not assessable: 4.7561 of 7 is 6.11498… of 9.
    const marks = entered('x', { a: 4.7561, b: undefined });
    same(scores({ outOf: 9, criteria: [mark('a', 7), mark('b', 2)] }, [marks]), [['x', 6.1149]], 'scaled marks');
  },
  'a flag for the last': () => {
    const list = { a: 95, b: 69, d: 40 };
    const entrants = Object.entries(list).map(([id, a]) => entered(id, { a }));
    const tied = [...entrants, entered('e', { a: 40 })];
    const sheet = { criteria: [mark('a', 100)] };
    same(run(sheet, entrants, { honours: [flag] }).honours[0]?.granted, ['d'], 'granted');
    const [open] = run(sheet, tied, { honours: [flag] }).honours;
    same([open?.granted, open?.referred.toSorted()], [[], ['d', 'e']], 'granted and referred');
    same(run(sheet, entrants.slice(0, 1), { honours: [flag] }).honours[0]?.granted, [], 'granted to a good one');
  },
};
