// Scored, not assessable, pending and invalid, and which of them goes before which; adjustments, vetoes, bands.
import { around, entrant, mark, once, type Vector } from './vector.ts';

const shown = { id: 'active', label: 'active', measure: { kind: 'ratio' } };
const work = (done: number, plan = 100) => ({ plan, done });

export function statuses(): Vector[] {
  const base = { outOf: 20, criteria: [mark('a', 10), mark('b', 10)] };
  const required = { outOf: 20, criteria: [mark('a', 10, { required: true }), mark('b', 10)] };
  const valid = { criteria: [shown, mark('a', 100)], validIf: [{ figure: 'active.raw', atLeast: 50 }] };
  const due = { outOf: 20, criteria: [mark('a', 10, { due: ['p2'] }), mark('b', 10, { due: false })] };
  const periods = ['p1', 'p2'].map((id) => ({ id, label: id }));
  const only = { outOf: 20, criteria: [mark('a', 10, { only: ['g'] }), mark('b', 10, { only: ['g'] })] };
  const entries: [number | string | undefined, number | string | undefined][] = [
    [0, 0],
    [10, 10],
    ['none', 5],
    ['none', 'none'],
    [undefined, 5],
    [undefined, 'none'],
    [undefined, undefined],
  ];
  return [
    ...entries.map(([a, b]) => once(`entries ${a} and ${b}`, base, [entrant('x', { a, b })])),
    ...entries.map(([a, b]) => once(`required ${a}, and ${b}`, required, [entrant('x', { a, b })])),
    ...entries.flatMap(([a, b]) =>
      ['p1', 'p2'].map((period) =>
        once(`due in p2 ${a}, never due ${b}, in ${period}`, due, [entrant('x', { a, b })], {
          stage: { periods },
          ref: { period },
        }),
      ),
    ),
    ...around(50).map((done) => once(`valid from 50: ${done}`, valid, [entrant('x', { active: work(done), a: 80 })])),
    once('valid from 50, without a plan', valid, [entrant('x', { active: work(0, 0), a: 80 })]),
    once('valid from 50, not entered', valid, [entrant('x', { a: 80 })]),
    once('invalid, and a mark is missing', valid, [entrant('x', { active: work(10) })]),
    ...['g', 'h', undefined].map((group) =>
      once(`applies to nobody but g: ${group}`, only, [entrant('x', { a: 4, b: 3 }, group ? { group } : {})], {
        groups: ['g', 'h'],
      }),
    ),
    once('a sheet of figures only', { criteria: [shown] }, [entrant('x', { active: work(40) }), entrant('y', {})]),
    once('an owner of what is missing', { criteria: [mark('a', 100, { owner: 'd' })] }, [entrant('x')]),
    once(
      'an alert',
      { criteria: [mark('a', 100, { alertBelow: 70 })] },
      around(70).map((a, i) => entrant(`e${i}`, { a })),
    ),
    once(
      'a field with all of them',
      { ...valid, criteria: [shown, mark('a', 50, { required: true }), mark('b', 50)] },
      [
        entrant('scored', { active: work(60), a: 0, b: 0 }),
        entrant('assessed', { active: work(60), a: 'none', b: 5 }),
        entrant('pending', { active: work(60), a: 5 }),
        entrant('invalid', { active: work(40) }),
      ],
    ),
  ];
}

export function adjustments(): Vector[] {
  const slips = [{ id: 'slip', label: 'slip', points: -1 }];
  const safety = { id: 'safety', label: 's', points: 10, measure: { kind: 'events', tariff: slips } };
  const over = {
    ...{ id: 'over', label: 'over', points: 5, measure: { kind: 'figure', of: 'active.raw' } },
    scale: { kind: 'rate', from: 100, per: 2, points: 1, whole: true },
    voidIf: [{ figure: 'safety.events', atLeast: 1 }],
  };
  const gifts = [{ id: 'gift', label: 'gift', points: 2 }, ...slips];
  const more = {
    id: 'more',
    label: 'm',
    points: 4,
    min: -3,
    measure: { kind: 'events', start: 'zero', tariff: gifts },
  };
  const sheet = (block: object) => ({
    criteria: [shown, safety, mark('a', 90)],
    adjustments: { items: [over, more], ...block },
  });
  const given = (done: number, codes: string[], slip = 0, a = 80) =>
    entrant('x', {
      ...{ active: work(done), safety: { events: [{ code: 'slip', times: slip }] }, a },
      ...(codes.length > 0 ? { more: { events: codes.map((code) => ({ code })) } } : {}),
    });
  const gift = ['gift', 'gift', 'gift'];
  return [
    ...around(100, 102, 110).map((done) => once(`more than planned: ${done}`, sheet({}), [given(done, [])])),
    ...[[], gift, ['slip'], ['slip', 'slip', 'slip', 'slip'], ['gift', 'slip']].flatMap((codes) =>
      [{}, { max: 5, min: -2 }, { max: 3 }].map((block) =>
        once(`adjusted by ${codes.join(' ')}, ${JSON.stringify(block)}`, sheet(block), [given(112, codes)]),
      ),
    ),
    once('voided by an event', sheet({}), [given(112, gift, 1)]),
    once('below nothing', sheet({}), [given(100, ['slip', 'slip', 'slip'], 10, 0)]),
    once('over a figure without a value', sheet({}), [
      given(0, []),
      entrant('y', { active: 'none', safety: { events: [] }, a: 5 }),
    ]),
    once('an adjustment that is due', sheet({ items: [{ ...more, due: true }] }), [given(100, [])]),
  ];
}

export function vetoes(): Vector[] {
  const list = [
    { id: 'nil', label: 'nil', zero: 'a' },
    { id: 'out', label: 'out', bars: 'stage' },
    { id: 'gone', label: 'gone', bars: 'year', zero: 'b' },
  ];
  const bands = [
    { id: 'low', label: 'low', from: 0 },
    { id: 'top', label: 'top', from: 90 },
    { id: 'mid', label: 'mid', from: 70 },
  ];
  const sheet = { criteria: [mark('a', 50), mark('b', 50)], vetoes: list, bands };
  const capped = {
    ...sheet,
    caps: [
      { band: 'mid', veto: 'out' },
      { band: 'low', if: [{ figure: 'b', below: 20 }] },
    ],
  };
  const raised = [['nil'], ['out'], ['gone'], ['nil', 'gone'], ['out', 'out'], ['nil', 'out', 'gone'], ['other']];
  const halves = [89.99, 89.994, 89.995, 89.9949, 90, 69.995, 69.9949, 0].map((score) => [
    score / 2,
    score - score / 2,
  ]);
  return [
    ...raised.map((vetoes) =>
      once(`vetoes ${vetoes.join(' ')}`, sheet, [
        entrant('x', { a: 40, b: 40 }, { vetoes }),
        entrant('y', { a: 1, b: 2 }),
      ]),
    ),
    once('a veto with its source', sheet, [
      entrant('x', { a: 40, b: 40 }, { vetoes: [{ id: 'nil', by: 'somebody', at: '2024-04-03' }] }),
    ]),
    ...halves.map(([a, b]) => once(`band of ${a} and ${b}`, sheet, [entrant('x', { a, b })])),
    ...[undefined, ['out']].flatMap((vetoes) =>
      [
        [50, 45],
        [50, 19.995],
        [50, 19.9949],
        [10, 10],
      ].map(([a, b]) => {
        const more = vetoes ? { vetoes } : {};
        return once(`capped band of ${a} and ${b}, ${vetoes}`, capped, [entrant('x', { a, b }, more)], { language: 2 });
      }),
    ),
    once('below the lowest band', { criteria: [mark('a', 100)], bands: bands.slice(1) }, [entrant('x', { a: 69 })]),
  ];
}
