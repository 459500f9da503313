// Places, ties, honours, the committee's decisions, and admission to a later stage.
import type { Entrant } from '../../src/index.ts';
import { entrant, mark, named, once, type Vector, vector } from './vector.ts';

const sheet = { criteria: [mark('a', 60), mark('b', 40)] };
/** Entrants e0, e1, … by their marks. */
const field = (...list: [a: number, b?: number, more?: object][]) =>
  list.map(([a, b = 0, more = {}], i) => entrant(`e${i}`, { a, b }, more));

export function ranks(): Vector[] {
  const lower = { criteria: [mark('a', 60), mark('b', 40, { better: 'lower' })] };
  const tied = field([50, 20], [40, 30], [30, 40], [20, 10], [50, 20]);
  const near = field([50.004, 20], [50.0049, 20], [50.005, 20], [50.0051, 20]);
  const grouped = field(
    [50, 20, { group: 'h' }],
    [40, 20, { group: 'g' }],
    [60, 40, { group: 'h' }],
    [10, 10],
    [40, 20, { group: 'g' }],
  );
  const barred = { ...sheet, vetoes: [{ id: 'out', label: 'out', bars: 'stage' }] };
  return [
    once('joint places', sheet, tied),
    once('a tie that the next figure breaks', sheet, tied, { stage: { rankBy: ['score', 'a'] } }),
    once('a tie that less of a figure breaks', lower, tied, { stage: { rankBy: ['score', 'b'] } }),
    once('a tie that faults break', sheet, tied, { stage: { rankBy: ['score', 'events'] } }),
    once('no tie is broken by what nobody can see', sheet, near),
    once('shown with three decimals', { criteria: [mark('a', 60, { decimals: 3 }), mark('b', 40)] }, near, {
      stage: { rankBy: ['a'] },
    }),
    once('by group', sheet, grouped, { groups: ['g', 'h'] }),
    once('within the track', sheet, grouped, { groups: ['g', 'h'], stage: { rankWithin: 'track' } }),
    once('whoever is barred has no place', barred, field([50, 20], [60, 40, { vetoes: ['out'] }], [10])),
    once(
      'whoever lacks a figure ranks last',
      { criteria: [mark('a', 60, { due: false }), mark('b', 40)] },
      [...field([0, 20], [5, 10]), entrant('z', { b: 40 })],
      { stage: { rankBy: ['a', 'score'] } },
    ),
    once(
      'ids in the order of code units',
      sheet,
      ['b', 'a', 'B', '10', '9', '中', '😀', '\uffee'].map((id) => entrant(id, { a: 1, b: 1 })),
    ),
    once('nobody', sheet, []),
    once('an entrant listed twice', sheet, [entrant('x', { a: 1, b: 1 }), entrant('x', { a: 2, b: 2 })]),
    once('an unknown group', sheet, [entrant('x', { a: 1, b: 1 }, { group: 'k' })], { groups: ['g'] }),
    once('an unknown period', sheet, [], { ref: { period: 'q9' } }),
    once('an unknown stage', sheet, [], { ref: { stage: 'z' } }),
    once('five decimals', sheet, [entrant('x', { a: 1.00001, b: 1 })]),
  ];
}

const honour = (id: string, more: object) => ({ ...named(id), ...more });
export function honours(): Vector[] {
  const eight = field([60, 40], [60, 35], [50, 40], [50, 30], [50, 30], [50, 30], [10, 10], [0, 0]);
  const gold = (more: object = {}) => honour('gold', { take: 2, ...more });
  const silver = (more: object = {}) => honour('silver', { take: 3, ...more });
  const run = (name: string, list: object[], entrants: Entrant[] = eight, more: object = {}, language: 1 | 2 = 1) =>
    once(name, sheet, entrants, { language, stage: { honours: list }, ...more });
  const decided = (...granted: string[]) => ({ ref: { decisions: [{ honour: 'silver', granted }] } });
  const rounds = ['down', 'up', 'nearest', undefined];
  const missing = [...eight, entrant('m', { a: 1 })];
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((take) => run(`take ${take}`, [honour('gold', { take })])),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((take) =>
      run(`take ${take}, ties included`, [honour('gold', { take, ties: 'include' })]),
    ),
    ...rounds.flatMap((round) =>
      [0.5, 12.4999, 12.5, 18.75, 18.7499, 20, 50, 100].map((share) =>
        run(`share ${share} rounded ${round}`, [honour('gold', { share, ...(round ? { round } : {}) })], eight, {}, 2),
      ),
    ),
    run('one after the other', [gold(), silver(), honour('bronze', { take: 2 })]),
    run('a tie at the first cut leaves the later ones open', [
      honour('gold', { take: 4 }),
      silver(),
      honour('bronze', { take: 1 }),
    ]),
    run('nothing while something is pending', [gold(), silver()], missing),
    run('decided', [gold(), silver(), honour('bronze', { take: 1 })], eight, decided('e4', 'e3')),
    run('decided for one of two seats', [gold(), silver(), honour('bronze', { take: 2 })], eight, decided('e5')),
    run('decided for nobody', [gold(), silver()], eight, decided()),
    run('decided for somebody who was not referred', [gold(), silver()], eight, decided('e0')),
    run('decided for too many', [gold(), silver()], eight, decided('e3', 'e4', 'e5')),
    run('decided without a tie', [gold(), honour('silver', { take: 1 })], eight, decided('e3')),
    run('a decision about no honour', [gold()], eight, decided('e3')),
    ...[89.99, 90, 90.01].map((atLeast) =>
      run(`requires a score of ${atLeast}`, [gold({ require: [{ figure: 'score', atLeast }] }), silver()]),
    ),
    ...[1, 2, 3, 4].map((below) =>
      run(`requires a place below ${below}`, [gold({ require: [{ figure: 'place', below }] }), silver()]),
    ),
    run('requires a place of at least 3', [gold({ require: [{ figure: 'place', atLeast: 3 }] })]),
    run(
      'requires a figure without a value',
      [gold({ require: [{ figure: 'a', atLeast: 0 }] })],
      [entrant('x', { a: 'none', b: 5 })],
    ),
    run(
      'requires what is published',
      [gold({ require: [{ figure: 'score', atLeast: 90 }] })],
      field([50, 39.995], [50, 39.9949]),
    ),
    run('for the last', [honour('yellow', { take: 2, from: 'last' })], eight, {}, 2),
    run('for the last, tied', [honour('yellow', { take: 3, from: 'last' })], eight, {}, 2),
    run(
      'for the last under 60',
      [honour('yellow', { take: 2, from: 'last', require: [{ figure: 'score', below: 60 }] })],
      eight,
      {},
      2,
    ),
    run(
      'in an order of its own',
      [honour('single', { take: 1, rankBy: ['b'] }), gold({ rankBy: ['b', 'a'] })],
      eight,
      {},
      2,
    ),
    run('in an order of its own, tied', [honour('single', { take: 3, rankBy: ['b'] })], eight, {}, 2),
    run(
      'by group',
      [gold({ take: 1 }), silver({ share: 50, take: undefined })],
      field([50, 20, { group: 'h' }], [40, 20, { group: 'g' }], [60, 40, { group: 'h' }], [40, 20, { group: 'g' }]),
      { groups: ['g', 'h'] },
    ),
    run(
      'decided in one group',
      [honour('silver', { take: 1 })],
      field([40, 20, { group: 'g' }], [40, 20, { group: 'g' }]),
      {
        ...{ groups: ['g', 'h'], ref: { decisions: [{ honour: 'silver', group: 'g', granted: ['e1'] }] } },
      },
    ),
  ];
}

/** A final that takes only those whom the first stage honoured. */
export function admissions(): Vector[] {
  const heat = {
    id: 'heat',
    label: 'heat',
    sheet: { criteria: [mark('a', 100)] },
    honours: [honour('through', { take: 2 }), honour('luck', { take: 1 })],
  };
  const final = {
    id: 'final',
    label: 'final',
    sheet: { criteria: [mark('f', 100)] },
    admits: { from: 'heat', honours: ['through'] },
    honours: [honour('gold', { take: 1 })],
  };
  const scheme = {
    language: 1,
    id: 'vector',
    version: 1,
    title: 'vector',
    tracks: [{ id: 't', label: 't', stages: [heat, final] }],
  };
  const ids = ['p', 'q', 'r', 's'];
  const run = (name: string, marks: (number | undefined)[], decisions: object[] = []) =>
    vector(name, scheme, {
      stages: [
        {
          track: 't',
          stage: 'heat',
          ...(decisions.length > 0 ? { decisions } : {}),
          entrants: ids.map((id, i) => entrant(id, { a: marks[i] })),
        },
        { track: 't', stage: 'final', entrants: ids.map((id, i) => entrant(id, { f: 90 + i })) },
      ] as never,
    });
  return [
    run('admitted and not', [90, 80, 70, 60]),
    run('admission that a tie leaves open', [90, 80, 80, 60]),
    run('admission that was decided', [90, 80, 80, 60], [{ honour: 'through', granted: ['r'] }]),
    run('admission while the heat is open', [90, 80, 70, undefined]),
    vector('admission before the heat', scheme, {
      stages: [{ track: 't', stage: 'final', entrants: [entrant('p', { f: 1 })] }],
    }),
  ];
}
