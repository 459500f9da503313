// Judges' marks, reduced to one number: how many are enough, who is recused, who is missing.
import { entrant, mark, once, type Vector } from './vector.ts';

export function panels(): Vector[] {
  const reduce = [
    { reduce: 'mean' },
    { reduce: 'mean', atLeast: 3 },
    { reduce: 'trimmed' },
    { reduce: 'trimmed', drop: 2 },
    { reduce: 'median' },
    { reduce: 'median', atLeast: 2 },
  ];
  const names = ['b', 'a', 'd', 'c', 'e'];
  const marks = [7, 9.5, 8, 3.3333, 10];
  const given = (n: number, as: (mark: number) => object | string = (value) => ({ a: { value } })) =>
    Object.fromEntries(names.slice(0, n).map((name, i) => [name, as(marks[i]!)]));
  const sheet = (panel: object, more: object = {}) => ({
    outOf: 20,
    criteria: [mark('a', 10, { panel, ...more }), mark('r', 10)],
  });
  const x = (panel: object, n: Record<string, unknown>) => [
    entrant('x', { r: 5 }, { judges: { [(panel as { id?: string }).id ?? 'panel']: n } }),
  ];
  const roster = { ref: { panel: ['a', 'b', 'c'] } };
  const whole = { criteria: [mark('a', 60), mark('s', 40)] };
  const both = (a: unknown, s: unknown) => ({
    a: typeof a === 'number' ? { value: a } : { na: 'none' },
    s: typeof s === 'number' ? { value: s } : { na: 'none' },
  });
  return [
    ...reduce.flatMap((panel) =>
      [0, 1, 2, 3, 4, 5].map((n) => once(`panel ${JSON.stringify(panel)} of ${n}`, sheet(panel), x(panel, given(n)))),
    ),
    ...reduce.map((panel) =>
      once(`panel ${JSON.stringify(panel)}, one recused`, sheet(panel), x(panel, { ...given(3), e: 'recused' })),
    ),
    ...reduce.map((panel) =>
      once(
        `panel ${JSON.stringify(panel)}, nobody can assess`,
        sheet(panel),
        x(
          panel,
          given(3, () => ({ a: { na: 'none' } })),
        ),
      ),
    ),
    ...reduce.map((panel) =>
      once(
        `panel ${JSON.stringify(panel)}, one cannot assess`,
        sheet(panel),
        x(panel, { ...given(3), e: { a: { na: 'none' } } }),
      ),
    ),
    once('a mark is missing of the roster', sheet({}), x({}, { a: { a: { value: 5 } }, b: 'recused' }), roster),
    once('a mark without its entry', sheet({}), x({}, { a: { a: { value: 5 } }, b: {} })),
    once('a mark from outside the roster', sheet({}), x({}, { z: { a: { value: 5 } } }), roster),
    once('a panel with a name and a roster of its own', sheet({ id: 'jury' }), x({ id: 'jury' }, given(2)), {
      ref: { panel: { jury: ['a', 'b'] } },
    }),
    once('a panel that owes nothing', sheet({}, { due: false }), x({}, {})),
    ...reduce.map((panel) =>
      once(
        `panel of a stage ${JSON.stringify(panel)}`,
        whole,
        [
          entrant(
            'x',
            {},
            {
              judges: {
                panel: {
                  a: both(50, 31),
                  b: both(55.5, 'none'),
                  c: both(41, 20),
                  d: both('none', 33.3333),
                  e: both(60, 40),
                },
              },
            },
          ),
        ],
        { stage: { panel } },
      ),
    ),
    once('panel of a stage without marks', whole, [entrant('x')], { stage: { panel: {} } }),
    once(
      'panel of a stage in language 2',
      whole,
      [entrant('x', {}, { judges: { panel: { a: both(50, 'none'), b: both(41.7, 'none'), c: both(33, 10) } } })],
      { language: 2, stage: { panel: {} } },
    ),
  ];
}
