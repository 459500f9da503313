// Results of other stages: over periods, of members, in the same period; what is taken of them, and what is missing.
import type { Entrant, Season } from '../../src/index.ts';
import { entrant, mark, named, type Vector, vector } from './vector.ts';

const IDS = ['p', 'q', 'r', 's'];
const periods = ['q1', 'q2', 'q3'].map(named);
const active = { id: 'active', label: 'active', measure: { kind: 'ratio' } };
const slips = {
  id: 'slips',
  label: 'slips',
  points: 20,
  measure: { kind: 'events', tariff: [{ id: 'slip', label: 's', points: -1 }] },
};
const quarter = {
  ...{
    id: 'quarter',
    label: 'quarter',
    periods,
    honours: [
      { ...named('flag'), take: 1 },
      { ...named('second'), take: 1 },
    ],
  },
  sheet: {
    criteria: [active, mark('a', 80), slips],
    validIf: [{ figure: 'active.raw', atLeast: 50 }],
    vetoes: [
      { id: 'out', label: 'out', bars: 'stage' },
      { id: 'gone', label: 'gone', bars: 'year' },
    ],
  },
};

type Entry = number | 'invalid' | 'pending' | 'none' | 'absent' | 'out' | 'gone';
const entry = (id: string, of: Entry, plan: number, slip: number): Entrant[] => {
  if (of === 'absent') return [];
  const inputs = {
    active: { plan, done: of === 'invalid' ? 0 : plan },
    ...(of === 'pending' ? {} : { a: typeof of === 'number' ? of : of === 'none' ? 'none' : 70 }),
    slips: of === 'none' ? 'none' : { events: [{ code: 'slip', times: slip }] },
  };
  return [entrant(id, inputs, of === 'out' || of === 'gone' ? { vetoes: [of] } : {})];
};
/** Marks by entrant, then by quarter. */
type Quarters = Record<string, [Entry, Entry, Entry]>;
const PLAIN: Quarters = { p: [80, 60, 40.5], q: [70, 70, 70], r: [60, 80, 33.3333], s: [10, 80, 40.5] };
const GAPS: Quarters = {
  p: [80, 'invalid', 40],
  q: [70, 'absent', 70],
  r: ['none', 80, 'gone'],
  s: ['out', 'invalid', 'absent'],
};

const quarters = (of: Quarters, until = 3): Season['stages'] =>
  periods.slice(0, until).map(({ id: period }, at) => ({
    ...{ track: 't', stage: 'quarter', period },
    entrants: IDS.flatMap((id, i) => entry(id, of[id]![at]!, 10 + i * 3 + at, (i + at) % 3)),
  }));
const schemeOf = (stages: object[], tracks: object[] = []) => {
  const all = [{ id: 't', label: 't', stages: [quarter, ...stages] }, ...tracks];
  return { language: 2, id: 'vector', version: 1, title: 'vector', tracks: all };
};
const gathering = (measure: object, more: object = {}) => ({
  id: 'c',
  label: 'c',
  points: 80,
  measure: { kind: 'collect', ...measure },
  ...more,
});
const year = (criterion: object) => ({
  id: 'year',
  label: 'year',
  sheet: { criteria: [criterion, mark('review', 20)] },
});
const ending = { track: 't', stage: 'year', entrants: IDS.map((id, i) => entrant(id, { review: 10 + i })) };

/** What the year of a track may take of its quarters. */
export function overPeriods(): Vector[] {
  const ways: [string, object, object?][] = [
    ['mean', {}],
    ['sum', { take: 'sum', outOf: 300 }],
    ['last', { take: 'last' }],
    ['mean of at least two', { atLeast: 2 }],
    ['mean of at least three', { atLeast: 3 }],
    ['best', { best: 1 }],
    ['best two', { best: 2 }],
    ['all but the worst', { best: 'all-but-1' }],
    ['weighted by the plan', { weightBy: 'active.plan' }],
    ['weighted by faults', { weightBy: 'slips.events' }],
    ['places', { pick: 'place', outOf: 4 }],
    ['best places', { pick: 'place', best: 2, outOf: 4 }],
    ['places, last and one where absent', { pick: 'place', absent: 'last+1', outOf: 5 }],
    ['faults', { pick: 'events', take: 'sum', outOf: 10 }],
    ['a figure', { pick: 'a', outOf: 80 }],
    ['flags', { honour: 'flag', take: 'sum', outOf: 3 }],
    ['second flags', { honour: 'second', take: 'sum', outOf: 3 }],
    ['run of good quarters', { take: 'streak', streak: { atLeast: 80 }, outOf: 3 }],
    ['run of bad quarters', { take: 'streak', streak: { below: 85 }, outOf: 3 }],
    ['over 100 of 100', { take: 'sum' }],
  ];
  const fields: [string, Quarters, number][] = [
    ['all quarters', PLAIN, 3],
    ['gaps', GAPS, 3],
    ['two quarters so far', PLAIN, 2],
    ['a quarter that is open', { ...PLAIN, q: [70, 'pending', 70] }, 3],
  ];
  return ways.flatMap(([name, measure, more]) =>
    fields.map(([what, of, until]) => {
      const scheme = schemeOf([year(gathering({ from: 'quarter', ...measure }, more))]);
      return vector(`${name}: ${what}`, scheme, { stages: [...quarters(of, until), ending] });
    }),
  );
}

/** Points of places that are shared, results of members, the same period, and a correction. */
export function ofOthers(): Vector[] {
  const steps = [1, 2, 3, 4].map((from) => ({ from, points: 8 - from * 2 + (from === 1 ? 1 : 0) }));
  const tied: Quarters = { p: [80, 60, 40], q: [80, 60, 50], r: [80, 50, 50], s: [10, 50, 50] };
  const team = (measure: object, more: object = {}) => {
    const criterion = {
      id: 'own',
      label: 'own',
      points: 100,
      measure: { kind: 'collect', from: 't.quarter', over: 'members', ...measure },
      ...more,
    };
    return { id: 'teams', label: 'teams', stages: [{ id: 'table', label: 'table', sheet: { criteria: [criterion] } }] };
  };
  const teams = (...members: string[][]) => ({
    ...{ track: 'teams', stage: 'table' },
    entrants: members.map((list, i) => entrant(`team-${i}`, {}, { members: list })),
  });
  const prize = {
    ...{ id: 'prize', label: 'prize', periods, honours: [{ ...named('single'), take: 1 }] },
    sheet: {
      criteria: [{ id: 'c', label: 'c', points: 100, measure: { kind: 'collect', from: 'quarter', over: 'period' } }],
    },
  };
  const prizes = periods.map(({ id: period }) => ({
    track: 't',
    stage: 'prize',
    period,
    entrants: IDS.map((id) => entrant(id)),
  }));
  const shared = ['share', 'best', 'worst'].flatMap((ties) =>
    [undefined, 'last+1'].flatMap((absent) =>
      (['sum', 'mean'] as const).map((take) => {
        const measure = { from: 'quarter', pick: 'place', take, ...(absent ? { absent } : {}) };
        const scheme = schemeOf([year(gathering(measure, { scale: { kind: 'steps', steps, ties } }))]);
        const of: Quarters = { ...tied, ...(absent ? { s: [10, 'absent', 'gone'] } : {}) };
        return vector(`points of a place, ${ties}, ${take}, ${absent}`, scheme, { stages: [...quarters(of), ending] });
      }),
    ),
  );
  const twice = quarters(PLAIN);
  const corrected = quarters({ ...PLAIN, p: [20, 60, 40.5] }, 1);
  return [
    ...shared,
    ...(['mean', 'sum', 'last'] as const).flatMap((take) =>
      [{}, { best: 2 }, { pick: 'place' }].map((more) => {
        const scheme = schemeOf([], [team({ take, ...more })]);
        const name = `${take} of members ${JSON.stringify(more)}`;
        return vector(name, scheme, { stages: [...quarters(GAPS), teams(['p', 'q'], ['r', 's'], [], ['nobody'])] });
      }),
    ),
    vector('a member listed twice', schemeOf([], [team({})]), { stages: [...quarters(PLAIN), teams(['p', 'p'])] }),
    vector(
      'a rate over the mean place of members',
      schemeOf([], [team({ pick: 'place' }, { points: 8, scale: { kind: 'rate', start: 8, from: 1, points: -0.5 } })]),
      {
        stages: [...quarters(GAPS), teams(['p', 'q'], ['r', 's'])],
      },
    ),
    vector('in the same period', schemeOf([prize]), { stages: [...quarters(GAPS), ...prizes] }),
    vector('the last result of a period counts', schemeOf([year(gathering({ from: 'quarter' }))]), {
      stages: [...twice, ...corrected, ending],
    }),
    vector('a stage that there is not', schemeOf([year(gathering({ from: 'month' }))]), { stages: [ending] }),
  ];
}
