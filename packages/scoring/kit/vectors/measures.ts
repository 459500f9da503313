// Every measure that reads an entry, at the boundaries of what may be entered.
import { around, entrant, mark, once, type Vector } from './vector.ts';

const leaf = (measure: object, more: object = {}) => ({ id: 'a', label: 'a', points: 10, measure, ...more });
const bare = (measure: object) => ({ id: 'a', label: 'a', measure });
/** One vector per entry of a criterion `a` next to a mark of 90. */
function entries(name: string, criterion: object, list: unknown[], language: 1 | 2 = 1): Vector[] {
  const sheet = { criteria: [criterion, mark('rest', 90)] };
  return list.map((entry) =>
    once(`${name}: ${JSON.stringify(entry)}`, sheet, [entrant('x', { a: entry, rest: 45 })], { language }),
  );
}

const MARKS = [-1, 0, 0.0001, ...around(5), ...around(10), 33.3333, 100, 1_000, 'not there'];
export function values(): Vector[] {
  return [
    ...entries('value', leaf({ kind: 'value' }), MARKS),
    ...entries('value out of 100', leaf({ kind: 'value', outOf: 100 }), [...MARKS, 33.335, 66.6667, 99.9999]),
    ...entries('value out of 3', leaf({ kind: 'value', outOf: 3 }), [0, 0.0001, 1, 2, 2.9999, 3, 3.0001]),
    ...entries('value that is shown', bare({ kind: 'value' }), [0, -3.5, 12.3456]),
    ...entries('value below zero', leaf({ kind: 'value' }, { min: -4 }), around(-4, 0)),
    ...entries('largest value', bare({ kind: 'value' }), [99_999_999_999.9999, 100_000_000_000]),
    ...entries('value with another entry', leaf({ kind: 'value' }), [
      { plan: 1, done: 1 },
      { level: 'low' },
      { events: [] },
    ]),
  ];
}

const works = (list: [plan: number, done: number, accepted?: number][]) =>
  list.map(([plan, done, accepted]) => ({ plan, done, ...(accepted === undefined ? {} : { accepted }) }));
const WORK = works([
  [80, 0],
  [80, 40],
  [80, 79.9999],
  [80, 80],
  [80, 80.0001],
  [80, 96],
  [80, 96.0001],
  [80, 400],
  [3, 1],
  [3, 2],
  [7, 6.9999],
  [0, 0],
  [0, 5],
  [0.0001, 100_000],
]);
const ACCEPTED = works([
  [80, 80],
  [80, 80, 0],
  [80, 80, 79.9999],
  [80, 80, 80],
  [80, 96, 96],
  [0, 0],
]);
const parts = (...list: [weight: number, plan: number, done: number, accepted?: number][]) => ({
  parts: list.map(([weight, plan, done, accepted]) => ({
    ...{ weight, plan, done },
    ...(accepted === undefined ? {} : { accepted }),
  })),
});
const PARTS = [
  parts([60, 100, 100], [40, 50, 25]),
  parts([60, 100, 100], [40, 50, 75]),
  parts([60, 0, 10], [40, 50, 25]),
  parts([60, 0, 0], [40, 0, 0]),
  parts([0, 10, 5], [0, 20, 20]),
  parts([1, 3, 1], [1, 3, 1], [1, 3, 1]),
  parts([1, 3, 2], [2, 7, 5], [3.5, 11, 10.9999]),
  parts([1, 10, 0]),
  parts([1, 10, 10, 9], [2, 10, 10, 10]),
  parts([1, 10, 10, 9], [2, 10, 10]),
];
export function ratios(): Vector[] {
  const kinds: [string, object][] = [
    ['ratio', {}],
    ['ratio up to 120', { cap: 120 }],
    ['ratio up to 80', { cap: 80 }],
    ['ratio by parts', { basis: 'parts' }],
    ['ratio by parts up to 120', { basis: 'parts', cap: 120 }],
    ['inverse ratio', { inverse: true }],
    ['inverse ratio up to 120', { inverse: true, cap: 120 }],
    ['inverse ratio by parts', { inverse: true, basis: 'parts' }],
  ];
  const signed = works([
    [100, -50],
    [100, 0],
    [100, 100],
    [-100, -100],
    [-100, -50],
    [-100, -150],
    [-100, 50],
    [-3, -1],
    [0, 10],
  ]);
  return [
    ...kinds.flatMap(([name, more]) =>
      entries(name, leaf({ kind: 'ratio', ...more }), [...WORK, ...PARTS.slice(0, 8)]),
    ),
    ...entries('ratio of accepted work', leaf({ kind: 'ratio', accepted: true }), [...ACCEPTED, ...PARTS.slice(8)]),
    ...entries('parts of accepted work', leaf({ kind: 'ratio', accepted: true, basis: 'parts' }), PARTS.slice(8)),
    ...entries('ratio that is shown', bare({ kind: 'ratio' }), WORK.slice(3, 8)),
    ...entries('signed ratio', leaf({ kind: 'ratio', signed: true }), signed, 2),
    ...entries(
      'signed ratio by parts',
      leaf({ kind: 'ratio', signed: true, basis: 'parts' }),
      [...signed, PARTS[0]],
      2,
    ),
    ...entries(
      'signed parts of accepted work',
      leaf({ kind: 'ratio', signed: true }),
      [parts([1, 5, -2], [1, -5, 4])],
      2,
    ),
    ...entries('ratio with another entry', leaf({ kind: 'ratio' }), [5, { plan: -1, done: 1 }, { plan: 1, done: -1 }]),
  ];
}

const tariff = [
  { id: 'minor', label: 'minor', points: -1 },
  { id: 'major', label: 'major', points: -3.5 },
  { id: 'gift', label: 'gift', points: 2 },
  { id: 'note', label: 'note', points: 0 },
  { id: 'huge', label: 'huge', points: 1_000_000 },
];
const happened = (...list: [code: string, times?: number, subject?: string][]) => ({
  events: list.map(([code, times, subject]) => ({
    code,
    ...(times === undefined ? {} : { times }),
    ...(subject === undefined ? {} : { subject }),
  })),
});
const HAPPENED = [
  happened(),
  happened(['minor']),
  happened(['minor', 0]),
  happened(['minor', 9]),
  happened(['minor', 10]),
  happened(['minor', 11]),
  happened(['major', 2], ['minor', 3]),
  happened(['gift', 1], ['major', 1]),
  happened(['gift', 5]),
  happened(['gift', 6]),
  happened(['note', 4]),
  happened(['gift', 2, 's'], ['minor', 1, 's']),
  happened(['minor', 3, 's'], ['major', 1, 's'], ['minor', 1, 'u']),
  happened(['gift', 1, 's'], ['gift', 3, 's'], ['gift']),
  happened(['gift', 0, 's'], ['minor', 1, 's']),
];
export function events(): Vector[] {
  const kinds: [string, object][] = [
    ['events from full points', {}],
    ['events from zero', { start: 'zero' }],
    ['highest events of a subject', { highestOnly: true }],
    ['highest events of a subject from zero', { start: 'zero', highestOnly: true }],
  ];
  return [
    ...kinds.flatMap(([name, more]) => entries(name, leaf({ kind: 'events', tariff, ...more }), HAPPENED)),
    ...entries(
      'events with a floor below zero',
      leaf({ kind: 'events', start: 'zero', tariff }, { min: -6 }),
      HAPPENED.slice(3, 7),
    ),
    ...entries('events that are shown', bare({ kind: 'events', tariff }), HAPPENED.slice(0, 4)),
    ...entries('events with another entry', leaf({ kind: 'events', tariff }), [
      3,
      happened(['unknown']),
      happened(['minor', 1.5]),
      happened(['huge', 1_000_000]),
    ]),
  ];
}

export function levels(): Vector[] {
  const levels = [0, 4, 10].map((points, i) => ({ id: `l${i}`, label: 'l', points }));
  const ranges = [
    { id: 'good', label: 'good', points: 10, from: 8, to: 10 },
    { id: 'fair', label: 'fair', points: 5, from: 5, to: 7.5 },
    { id: 'none', label: 'none', points: 0 },
  ];
  const given = (level: string, value?: number) => ({ level, ...(value === undefined ? {} : { value }) });
  return [
    ...entries('level', leaf({ kind: 'level', levels }), [
      given('l0'),
      given('l1'),
      given('l2'),
      given('l9'),
      4,
      'closed',
    ]),
    ...entries('level that is shown', bare({ kind: 'level', levels }), [given('l1')]),
    ...entries(
      'level with a range',
      leaf({ kind: 'level', levels: ranges }),
      [
        given('good'),
        given('none'),
        given('none', 0),
        ...around(5, 7.5, 8, 10).map((x) => given(x < 7.8 ? 'fair' : 'good', x)),
      ],
      2,
    ),
  ];
}
