// Schemes that are broken in one way each: the finding says what, where and what to do, in both languages.
import { describe, expect, test } from 'vitest';
import { parseScheme, templates, validate } from '../index.ts';
import { CODES } from './messages.ts';

type Loose = Record<string, unknown>;
const value = (id: string, points?: number, more: Loose = {}): Loose => ({
  id,
  label: both(id),
  ...(points === undefined ? {} : { points }),
  ...(more.of ? {} : { measure: { kind: 'value' } }),
  ...more,
});
const both = (name: string) => ({ zh: name, en: name });
const events = (points = -1) => ({ kind: 'events', tariff: [{ id: 'slip', label: both('slip'), points }] });
const collect = (more: Loose = {}) => ({ kind: 'collect', from: 'quarter', ...more });
const year = (criterion: Loose, more: Loose = {}): Loose => ({
  id: 'year',
  label: both('year'),
  sheet: { criteria: [value('total', 100, criterion)] },
  ...more,
});

/** A small scheme without a finding, with one part replaced: sheet, stage, track or the whole. */
function scheme(parts: { sheet?: Loose; stage?: Loose; track?: Loose; stages?: Loose[]; whole?: Loose } = {}): Loose {
  const sheet = { criteria: [value('a', 60), value('b', 40)], ...parts.sheet };
  const periods = [
    { id: 'q1', label: both('q1') },
    { id: 'q2', label: both('q2') },
  ];
  const quarter = { id: 'quarter', label: both('quarter'), periods, sheet, ...parts.stage };
  return {
    language: 1,
    id: 'broken',
    version: 1,
    title: both('broken'),
    departments: [{ id: 'union', label: both('union') }],
    tracks: [{ id: 'sites', label: both('sites'), stages: [quarter, ...(parts.stages ?? [])], ...parts.track }],
    ...parts.whole,
  };
}
const sheetAt = '/tracks/0/stages/0/sheet';
const yearAt = '/tracks/0/stages/1/sheet/criteria/0';
const groups = [
  { id: 'civil', label: both('civil') },
  { id: 'office', label: both('office') },
];
const criteria = (...list: Loose[]) => ({ sheet: { criteria: list } });
const adjusted = (...items: Loose[]) => ({ sheet: { adjustments: { max: 5, items } } });
const panel = { reduce: 'mean' };
const deep = JSON.parse(`${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`);

const bands = [{ id: 'low', label: both('low'), from: 0 }];
/** The same in language 2. */
const later = (parts: Parameters<typeof scheme>[0]) => ({ ...scheme(parts), language: 2 });
/** Words of language 2 without what they work on. */
const IDLE: [code: string, at: string, document: unknown][] = (
  [
    ['pointsBy', { points: undefined, pointsBy: {} }],
    ['factor', { points: undefined, factor: 'size' }],
    ['scale', { scale: { kind: 'relative' }, panel }],
    ['scale/ties', { scale: { kind: 'steps', steps: [{ from: 1, points: 5 }], ties: 'share' } }],
    ['measure/signed', { measure: { kind: 'ratio', signed: true, inverse: true } }],
    ['measure', { measure: collect({ take: 'streak' }) }],
    ['measure/absent', { measure: collect({ absent: 'last+1' }) }],
  ] as [string, Loose][]
).map(([word, more]) => ['unused-word', `${yearAt}/${word}`, later({ stages: [year(more)] })]);

const BROKEN: [code: string, at: string, document: unknown][] = [
  ['too-deep', '', deep],
  ['too-large', '', { list: Array.from({ length: 200_001 }, () => 0) }],
  ['shape', '', null],
  ['shape', '', 'a scheme'],
  ['shape', '/version', scheme({ whole: { version: 0 } })],
  ['shape', `${sheetAt}/criteria/0/points`, scheme(criteria(value('a', 60.00001)))],
  ['shape', `${sheetAt}/criteria/0`, scheme(criteria({ ...value('a', 100), colour: 'red' }))],
  ['shape', `${sheetAt}/criteria/0/measure/kind`, scheme(criteria(value('a', 100, { measure: { kind: 'magic' } })))],
  ['weights', `${sheetAt}/criteria`, scheme(criteria(value('a', 60), value('b', 39)))],
  ['weights', `${sheetAt}/criteria/0/of`, scheme(criteria(value('a', 100, { of: [value('b', 60), value('c', 30)] })))],
  ['weights', `${sheetAt}/criteria/0/of`, scheme(criteria(value('a', 100, { outOf: 90, of: [value('b', 60)] })))],
  ['duplicate-id', `${sheetAt}/criteria/1/id`, scheme(criteria(value('a', 60), value('a', 40)))],
  ['duplicate-id', '/tracks/0/stages/1/id', scheme({ stages: [{ ...year({}), id: 'quarter' }] })],
  ['reserved-id', `${sheetAt}/criteria/0/id`, scheme(criteria(value('score', 100)))],
  ['unknown-department', `${sheetAt}/criteria/0/owner`, scheme(criteria(value('a', 100, { owner: 'police' })))],
  ['unknown-group', `${sheetAt}/criteria/0/only/0`, scheme(criteria(value('a', 100, { only: ['civil'] })))],
  ['unknown-sheet', '/tracks/0/stages/0/sheet', scheme({ stage: { sheet: 'other' } })],
  ['unknown-stage', `${yearAt}/measure/from`, scheme({ stages: [year({ measure: collect({ from: 'month' }) })] })],
  ['unknown-figure', `${yearAt}/measure/pick`, scheme({ stages: [year({ measure: collect({ pick: 'a.plan' }) })] })],
  ['unknown-figure', '/tracks/0/stages/0/rankBy/0', scheme({ stage: { rankBy: ['place'] } })],
  ['unknown-figure', `${sheetAt}/validIf/0/figure`, scheme({ sheet: { validIf: [{ figure: 'c', atLeast: 1 }] } })],
  [
    'unknown-figure',
    '/tracks/0/stages/0/honours/0/require/0/figure',
    scheme({ stage: { honours: [{ id: 'h', label: both('h'), take: 1, require: [{ figure: 'c.raw', below: 1 }] }] } }),
  ],
  [
    'unknown-honour',
    '/tracks/0/stages/1/admits/honours/0',
    scheme({ stages: [year({}, { admits: { from: 'quarter', honours: ['gold'] } })] }),
  ],
  ['unknown-criterion', `${sheetAt}/main/criterion`, scheme({ sheet: { main: { criterion: 'c' } } })],
  [
    'unknown-criterion',
    `${sheetAt}/vetoes/0/zero`,
    scheme({ sheet: { vetoes: [{ id: 'v', label: both('v'), zero: 'c' }] } }),
  ],
  ['unknown-period', `${sheetAt}/criteria/0/due/0`, scheme(criteria(value('a', 100, { due: ['q9'] })))],
  ['leaf-or-branch', `${sheetAt}/criteria/0`, scheme(criteria(value('a', 100, { measure: undefined })))],
  [
    'leaf-or-branch',
    `${sheetAt}/criteria/0`,
    scheme(criteria(value('a', 100, { of: [value('b', 100)], measure: { kind: 'value' } }))),
  ],
  ['main-not-largest', `${sheetAt}/criteria/1/points`, scheme({ sheet: { main: { criterion: 'b' } } })],
  ['main-share', `${sheetAt}/criteria/0/points`, scheme({ sheet: { main: { criterion: 'a', share: [40, 50] } } })],
  ['adjustment-only', `${sheetAt}/criteria/0/min`, scheme(criteria(value('a', 100, { min: -5 })))],
  [
    'adjustment-only',
    `${sheetAt}/criteria/0/measure`,
    scheme(criteria(value('a', 100, { measure: { kind: 'figure', of: 'a' } }))),
  ],
  [
    'unused-scale',
    `${sheetAt}/criteria/2/scale`,
    scheme(criteria(value('a', 60), value('b', 40), value('c', undefined, { scale: { kind: 'rate', points: 1 } }))),
  ],
  ['unused-out-of', `${sheetAt}/criteria/0/outOf`, scheme(criteria(value('a', 100, { outOf: 50 })))],
  [
    'level-too-high',
    `${sheetAt}/criteria/0/measure/levels/0/points`,
    scheme(
      criteria(value('a', 100, { measure: { kind: 'level', levels: [{ id: 'l', label: both('l'), points: 101 }] } })),
    ),
  ],
  [
    'panel-too-small',
    `${sheetAt}/criteria/0/panel/atLeast`,
    scheme(criteria(value('a', 100, { panel: { reduce: 'trimmed', atLeast: 2 } }))),
  ],
  [
    'same-band',
    `${sheetAt}/bands/1/from`,
    scheme({ sheet: { bands: [0, 0].map((from, i) => ({ id: `b${i}`, label: both('b'), from })) } }),
  ],
  ['veto-without-effect', `${sheetAt}/vetoes/0`, scheme({ sheet: { vetoes: [{ id: 'v', label: both('v') }] } })],
  ['nothing-to-rank', '/tracks/0/stages/0/rankBy', scheme(criteria(value('a')))],
  ['repeated-tie-breaker', '/tracks/0/stages/0/rankBy/2', scheme({ stage: { rankBy: ['score', 'a', 'a'] } })],
  [
    'cycle',
    `${yearAt}/measure/from`,
    scheme({
      ...criteria(value('a', 100, { measure: collect({ from: 'year' }) })),
      stages: [year({ measure: collect() })],
    }),
  ],
  ['cycle', `${sheetAt}/criteria/0/measure/from`, scheme(criteria(value('a', 100, { measure: collect() })))],
  [
    'other-track',
    '/tracks/1/stages/0/sheet/criteria/0/measure/from',
    scheme({
      whole: {
        tracks: [
          ...(scheme().tracks as Loose[]),
          { id: 'crews', label: both('crews'), stages: [year({ measure: collect({ from: 'sites.quarter' }) })] },
        ],
      },
    }),
  ],
  ['too-few-periods', `${yearAt}/measure/atLeast`, scheme({ stages: [year({ measure: collect({ atLeast: 3 }) })] })],
  [
    'two-quotas',
    '/tracks/0/stages/0/honours/0',
    scheme({ stage: { honours: [{ id: 'h', label: both('h'), take: 1, share: 10 }] } }),
  ],
  ['no-quota', '/tracks/0/stages/0/honours/0', scheme({ stage: { honours: [{ id: 'h', label: both('h') }] } })],
  [
    'empty-group',
    '/tracks/0/groups/1',
    scheme({ ...criteria(value('a', 100, { only: ['civil'] })), track: { groups } }),
  ],
  [
    'nested-panels',
    `${sheetAt}/criteria/0/of/0/panel`,
    scheme(criteria(value('a', 100, { panel, of: [value('b', 100, { panel })] }))),
  ],
  ['panel-over-collect', `${yearAt}/measure`, scheme({ stages: [year({ panel, measure: collect() })] })],
  ['panel-over-collect', '/tracks/0/stages/1/panel', scheme({ stages: [year({ measure: collect() }, { panel })] })],
  [
    'duplicate-step',
    `${sheetAt}/criteria/0/scale/steps/1/from`,
    scheme(
      criteria(value('a', 100, { scale: { kind: 'steps', steps: [1, 1].map((from) => ({ from, points: 100 })) } })),
    ),
  ],
  [
    'cap-over-100',
    `${sheetAt}/criteria/0/measure/cap`,
    scheme(criteria(value('a', 100, { measure: { kind: 'ratio', cap: 120 } }))),
  ],
  [
    'full-marks-unreachable',
    `${sheetAt}/criteria/0`,
    scheme(criteria(value('a', 100, { measure: { kind: 'ratio', cap: 90 } }))),
  ],
  [
    'full-marks-unreachable',
    `${sheetAt}/criteria/0`,
    scheme(criteria(value('a', 100, { measure: { ...events(), start: 'zero' } }))),
  ],
  [
    'hidden-deduction',
    `${sheetAt}/criteria/0/measure/highestOnly`,
    scheme(
      criteria(
        value('a', 100, {
          measure: {
            kind: 'events',
            highestOnly: true,
            tariff: [-1, -2].map((points) => ({ id: `s${-points}`, label: both('slip'), points })),
          },
        }),
      ),
    ),
  ],
  ['band-gap', `${sheetAt}/bands`, scheme({ sheet: { bands: [{ id: 'b', label: both('b'), from: 60 }] } })],
  [
    'band-unreachable',
    `${sheetAt}/bands/1/from`,
    scheme({ sheet: { bands: [0, 101].map((from, i) => ({ id: `b${i}`, label: both('b'), from })) } }),
  ],
  ['tie-breaker-decided', '/tracks/0/stages/0/rankBy/2', scheme({ stage: { rankBy: ['score', 'a', 'a.raw'] } })],
  [
    'unused-year-bar',
    `${sheetAt}/vetoes/0/bars`,
    scheme({ sheet: { vetoes: [{ id: 'v', label: both('v'), bars: 'year' }] } }),
  ],
  [
    'formula-count',
    '/formula/pairs',
    scheme({ whole: { formula: { name: { zh: '六比六赛', en: 'six-sixes' }, pairs: [both('x'), both('y')] } } }),
  ],
  [
    'formula-sheet',
    `${sheetAt}/criteria`,
    scheme({ whole: { formula: { name: both('三'), pairs: ['x', 'y', 'z'].map(both) } } }),
  ],
  [
    'half-applies',
    '/tracks/0/groups/1',
    scheme({ ...criteria(value('a', 60, { only: ['civil'] }), value('b', 40)), track: { groups } }),
  ],
  [
    'main-not-applicable',
    '/tracks/0/groups/1',
    scheme({
      sheet: { main: { criterion: 'a' }, criteria: [value('a', 60, { only: ['civil'] }), value('b', 40)] },
      track: { groups },
    }),
  ],
  [
    'void-without-events',
    `${sheetAt}/adjustments/items/0/voidIf/0/figure`,
    scheme(adjusted(value('c', 5, { voidIf: [{ figure: 'a', below: 1 }] }))),
  ],
  [
    'weight-undefined',
    `${yearAt}/measure/weightBy`,
    scheme({
      ...criteria(value('a', 60, { only: ['civil'], measure: { kind: 'ratio' } }), value('b', 40)),
      stages: [year({ measure: collect({ weightBy: 'a.plan' }) })],
      track: { groups },
    }),
  ],
  ...IDLE,
  [
    'unknown-band',
    `${sheetAt}/caps/0/band`,
    later({ sheet: { bands, caps: [{ band: 'z', if: [{ figure: 'a', below: 1 }] }] } }),
  ],
  ['unknown-veto', `${sheetAt}/caps/0/veto`, later({ sheet: { bands, caps: [{ band: 'low', veto: 'none' }] } })],
  ['cap-without-cause', `${sheetAt}/caps/0`, later({ sheet: { bands, caps: [{ band: 'low' }] } })],
  [
    'unknown-figure',
    `${sheetAt}/caps/0/if/0/figure`,
    later({ sheet: { bands, caps: [{ band: 'low', if: [{ figure: 'z', below: 1 }] }] } }),
  ],
  [
    'level-range',
    `${sheetAt}/criteria/0/measure/levels/0`,
    later(
      criteria(
        value('a', 60, {
          measure: { kind: 'level', levels: [{ id: 'l', label: both('l'), points: 60, from: 60, to: 50 }] },
        }),
        value('b', 40),
      ),
    ),
  ],
  [
    'weights-in-group',
    `${sheetAt}/criteria`,
    later({ ...criteria(value('a', 60, { pointsBy: { civil: 70 } }), value('b', 40)), track: { groups } }),
  ],
  ['unknown-group', `${sheetAt}/criteria/0/pointsBy/x`, later(criteria(value('a', 60, { pointsBy: { x: 60 } })))],
  [
    'absence-gains',
    `${yearAt}/measure`,
    later({ stages: [year({ measure: collect({ pick: 'place', take: 'sum' }) })] }),
  ],
  [
    'unknown-honour',
    `${yearAt}/measure/honour`,
    later({ stages: [year({ measure: collect({ honour: 'none', take: 'sum' }) })] }),
  ],
  [
    'unknown-figure',
    '/tracks/0/stages/0/honours/0/rankBy/0',
    later({ stage: { honours: [{ id: 'h', label: both('h'), take: 1, rankBy: ['z'] }] } }),
  ],
  ['every-without-admits', '/tracks/0/stages/0/every', scheme({ stage: { every: 'P2Y' } })],
  ['missing-english', '/title', scheme({ whole: { title: '只有中文' } })],
];

test('the scheme that the others are broken from has no finding', () => {
  expect(validate(scheme())).toEqual([]);
  expect(
    validate(
      scheme({
        stages: [year({ measure: collect() })],
        sheet: { vetoes: [{ id: 'v', label: both('v'), bars: 'year' }] },
      }),
    ),
  ).toEqual([]);
});

describe('every broken scheme has its finding', () => {
  for (const [i, [code, at, document]] of BROKEN.entries()) {
    test(`${i + 1} ${code}`, () => {
      const findings = validate(document);
      const found = findings.find((f) => f.code === code && f.at === at);
      expect(found ?? findings).toMatchObject({ code, at });
      expect(found?.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(found?.en).not.toMatch(/[\u4e00-\u9fff{]/);
    });
  }
});

test('every code about a scheme is shown by a broken scheme', () => {
  const shown = new Set(BROKEN.map(([code]) => code));
  const language2 = ['needs-language-2', 'zero-if-outside', 'unused-zero-if', 'unused-normalise'];
  const elsewhere = ['stage-missing', 'period-missing', 'figure-missing'];
  const inputs = ['unknown-item', 'entry-shape', 'out-of-bounds', 'below-zero', 'accepted-over-done', 'refused'];
  expect(CODES.filter((code) => !shown.has(code))).toEqual([...language2, ...elsewhere, ...inputs]);
});

test('only schemes of the right shape are parsed', () => {
  expect(() => parseScheme(deep)).toThrow('too-deep');
  expect(() => parseScheme({ ...templates['ji-fen'], language: 3 })).toThrow('/language');
});
