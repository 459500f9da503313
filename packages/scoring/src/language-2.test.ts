// Rules as published that language 1 cannot say, each with the value that the rule gives.
import { describe, expect, test } from 'vitest';
import { diff, type Entrant, evaluateSeason, evaluateStage, parseScheme, render, validate } from './index.ts';

type Loose = Record<string, unknown>;
const named = (id: string, more: Loose = {}): Loose => ({ id, label: { zh: `项 ${id}`, en: `item ${id}` }, ...more });
const mark = (id: string, points?: number, more: Loose = {}) =>
  named(id, { ...(points === undefined ? {} : { points }), measure: { kind: 'value' }, ...more });
const document = (stages: Loose[], language = 2): Loose => ({
  ...named('case'),
  ...{ language, version: 1, title: { zh: '例', en: 'case' }, label: undefined },
  tracks: [named('t', { stages })],
});
const one = (sheet: Loose, more: Loose = {}) => document([named('s', { sheet, ...more })]);
const clean = (scheme: Loose) => JSON.parse(JSON.stringify(scheme));
const run = (scheme: Loose, entrants: Entrant[], explain?: string) =>
  evaluateStage(parseScheme(clean(scheme)), { track: 't', stage: 's' }, entrants, [], { explain });
const codes = (scheme: Loose) => validate(clean(scheme)).map((f) => [f.code, f.at]);

const tables = ['A', 'B']
  .map((name) => name.toLowerCase())
  .map((id) => named(id, { points: 50, outOf: 100, normalise: 'own', of: [mark(`${id}1`, 60), mark(`${id}2`, 40)] }));

test('a sub-table with an item that is not on site is scaled within itself', () => {
  const inputs = { a1: { value: 30 }, a2: { na: 'not on site' }, b1: { value: 60 }, b2: { value: 40 } };
  const { entrants, explain } = run(one({ criteria: tables }), [{ id: 'x', inputs }], 'x');
  expect(entrants[0]?.score).toBe(75); // 50 × 30 ÷ 60 + 50
  expect(render(explain!, 'zh')).toContain('50 × 30 ÷ 60 = 25');
  expect(codes(one({ criteria: tables }))).toEqual([]);
});

test('a table whose guarantee items are under 40 is 0 and says why', () => {
  const table = named('m', {
    points: 100,
    zeroIf: [{ figure: 'guarantee', below: 40 }],
    of: [mark('guarantee', 60), mark('general', 40)],
  });
  const scheme = one({ criteria: [table] });
  const given = (id: string, guarantee: number) => ({
    id,
    inputs: { guarantee: { value: guarantee }, general: { value: 40 } },
  });
  const { entrants, explain } = run(scheme, [given('x', 39), given('y', 40)], 'x');
  expect(entrants.map((e) => [e.id, e.status, e.score])).toEqual([
    ['y', 'scored', 80],
    ['x', 'scored', 0],
  ]);
  expect(render(explain!, 'zh')).toContain('因 guarantee < 40 计 0');
  expect(render(explain!, 'en')).toContain('0 because of guarantee < 40');
});

test('a plan rate under 70 makes the quarter 0, and the zero counts in the year', () => {
  const plan = named('jd', { points: 30, measure: { kind: 'ratio' } });
  const others = [30, 30, 10].map((points, i) => mark(`c${i}`, points, { measure: { kind: 'value', outOf: 100 } }));
  const quarter = named('q', {
    periods: [named('q1'), named('q2')],
    sheet: { criteria: [plan, ...others], zeroIf: [{ figure: 'jd.raw', below: 70 }] },
  });
  const year = named('y', {
    sheet: { criteria: [named('m', { points: 100, measure: { kind: 'collect', from: 'q', atLeast: 1 } })] },
  });
  const entrant = (id: string, done: number) => ({
    id,
    inputs: { jd: { plan: 100, done }, c0: { value: 90 }, c1: { value: 90 }, c2: { value: 90 } },
  });
  const bare = ['x', 'y'].map((id) => ({ id, inputs: {} }));
  const { results, explain } = evaluateSeason(
    parseScheme(clean(document([quarter, year]))),
    {
      stages: [
        { track: 't', stage: 'q', period: 'q1', entrants: [entrant('x', 60), entrant('y', 80)] },
        { track: 't', stage: 'q', period: 'q2', entrants: [entrant('x', 100), entrant('y', 80)] },
        { track: 't', stage: 'y', entrants: bare },
      ],
    },
    'x',
  );
  // y: 30 × 80 % + 27 + 27 + 9 = 87 twice; x: (0 + 93) ÷ 2.
  expect(results[2]?.entrants.map((e) => [e.id, e.score, e.place])).toEqual([
    ['y', 87, 1],
    ['x', 46.5, 2],
  ]);
  expect(explain).toBeDefined();
});

test('points run in a straight line between levels and are 0 under the lowest', () => {
  const linear = [80, 90, 100, 110].map((from, i) => ({ from, points: i + 1 }));
  const scheme = one({ outOf: 4, criteria: [mark('k', 4, { scale: { kind: 'linear', linear } })] });
  const score = (value: number) => run(scheme, [{ id: 'x', inputs: { k: { value } } }]).entrants[0]?.score;
  expect([70, 79, 80, 95, 110, 120].map(score)).toEqual([0, 0, 1, 2.5, 4, 4]);
  const { explain } = run(scheme, [{ id: 'x', inputs: { k: { value: 95 } } }], 'x');
  expect(render(explain!, 'en')).toContain('2 + (95 − 90) ÷ (100 − 90) × (3 − 2) = 2.5');
  expect(render(explain!, 'zh')).toContain('按两档之间直线内插');
});

test('the yellow flag goes to the last of the group, the tie at the last place to the committee', () => {
  const honours = [
    named('red', { take: 1, require: [{ figure: 'score', atLeast: 90 }] }),
    named('yellow', { take: 1, from: 'last', require: [{ figure: 'score', below: 70 }] }),
  ];
  const scheme = one({ criteria: [mark('m', 100)] }, { honours });
  const of = (marks: Record<string, number>) =>
    run(
      scheme,
      Object.entries(marks).map(([id, value]) => ({ id, inputs: { m: { value } } })),
    ).honours[1];
  expect(of({ a: 95, b: 69, d: 40 })?.granted).toEqual(['d']);
  expect(of({ a: 95, b: 80 })?.granted).toEqual([]);
  expect(of({ a: 95, b: 40, d: 40 })?.referred.toSorted()).toEqual(['b', 'd']);
});

test('a member listed twice is refused', () => {
  const runner = named('r', { stages: [named('s', { sheet: { criteria: [mark('p', 100)] } })] });
  const measure = { kind: 'collect', from: 'r.s', over: 'members', take: 'sum', outOf: 300 };
  const team = named('t', {
    stages: [named('z', { sheet: { outOf: 300, criteria: [named('c', { points: 300, measure })] } })],
  });
  for (const language of [1, 2]) {
    const scheme = parseScheme(clean({ ...document([], language), tracks: [runner, team] }));
    const entrants = [{ id: 't1', members: ['a', 'a'], inputs: {} }];
    const refused = () => evaluateStage(scheme, { track: 't', stage: 'z' }, entrants);
    expect(refused).toThrow(expect.objectContaining({ code: 'member-twice', at: '/t1/members/1' }));
  }
});

describe('findings', () => {
  const at = '/tracks/0/stages/0/sheet';
  test.each([
    [
      'needs-language-2',
      `${at}/zeroIf`,
      document([named('s', { sheet: { criteria: [mark('m', 100)], zeroIf: [{ figure: 'm', below: 1 }] } })], 1),
    ],
    [
      'unknown-figure',
      `${at}/zeroIf/0/figure`,
      one({ criteria: [mark('m', 100)], zeroIf: [{ figure: 'n', below: 1 }] }),
    ],
    [
      'zero-if-outside',
      `${at}/criteria/0/zeroIf/0/figure`,
      one({ criteria: [mark('m', 60, { zeroIf: [{ figure: 'n', below: 1 }] }), mark('n', 40)] }),
    ],
    [
      'unused-zero-if',
      `${at}/criteria/1/zeroIf`,
      one({ criteria: [mark('m', 100), mark('n', undefined, { zeroIf: [{ figure: 'n', below: 1 }] })] }),
    ],
    ['unused-normalise', `${at}/criteria/0/normalise`, one({ criteria: [mark('m', 100, { normalise: 'own' })] })],
    [
      'duplicate-step',
      `${at}/criteria/0/scale/linear/1/from`,
      one({
        criteria: [
          mark('m', 100, { scale: { kind: 'linear', linear: [5, 5].map((from) => ({ from, points: 100 })) } }),
        ],
      }),
    ],
  ] as [string, string, Loose][])('%s', (code, where, scheme) => {
    expect(codes(scheme)).toContainEqual([code, where]);
  });
});

test('a difference names the new words', () => {
  const before = parseScheme(clean(one({ criteria: [mark('m', 100)] })));
  const after = parseScheme(clean(one({ criteria: [mark('m', 100)], zeroIf: [{ figure: 'm', below: 60 }] })));
  expect(diff(before, after).map((c) => [c.effect, c.zh, c.en])).toEqual([
    ['scores', '“项 s”计零条件：无 → m < 60', '“item s” zero if: none → m < 60'],
  ]);
});

test('an explanation says the exact number where it decides what is published', () => {
  const scheme = one({ criteria: [named('m', { points: 100, measure: { kind: 'ratio' } })] });
  const { entrants, explain } = run(scheme, [{ id: 'x', inputs: { m: { plan: 100_000, done: 84_994.97 } } }], 'x');
  expect(entrants.map((e) => [e.score, e.figures.m])).toEqual([[84.9949, 84.9949]]);
  expect(render(explain!, 'zh')).toContain('准确值 84.99497，据此一次四舍五入公布');
  expect(render(explain!, 'en')).toContain('= 84.995; exactly 84.99497, which is rounded once to publish it');
});
