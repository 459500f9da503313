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
