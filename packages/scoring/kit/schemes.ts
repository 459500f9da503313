// Random schemes that use the whole language: a track of things over two periods and a final, and a track of their owners.
import type { SchemeInput } from '../src/index.ts';
import type { Draw } from './draw.ts';

type Node = Record<string, unknown> & { id: string; points?: number };

export function randomScheme(d: Draw): SchemeInput {
  const groups = d.chance(50) ? ['a', 'b'] : [];
  let serial = 0;
  const leaf = (): Node => {
    const id = `i${++serial}`;
    const node: Node = { id, label: id, points: d.pick([2.5, 4, 5, 7.25, 10, 12.5, 20]), ...measure(d) };
    if (groups.length > 0 && d.chance(15)) node.only = [d.pick(groups)];
    if (d.chance(5)) node.required = true;
    return node;
  };
  const roots = Array.from({ length: 1 + d.below(4) }, (): Node => {
    if (d.chance(60)) return leaf();
    const of = Array.from({ length: 2 + d.below(2) }, leaf);
    const sum = of.reduce((total, c) => total + (c.points ?? 0), 0);
    const branch: Node = { id: `b${++serial}`, label: 'b', points: sum, of };
    return d.chance(30) ? { ...branch, points: 10, outOf: sum } : branch;
  });
  // Something always applies to every group, so that the sheet can be scored.
  roots.push({ id: 'core', label: 'core', points: 15, measure: { kind: 'value' } });
  const shown = { id: 'active', label: 'active', measure: { kind: 'ratio', cap: 100 } };
  const slips = { id: 'slips', label: 'slips', points: 8, measure: { kind: 'events', tariff: tariff(-1) } };
  const criteria = [shown, slips, ...roots];
  const outOf = 8 + roots.reduce((total, c) => total + (c.points ?? 0), 0);
  const zero = d.pick(roots).id;
  const sheet = {
    outOf,
    criteria,
    ...(d.chance(60) ? { adjustments: adjustments(d) } : {}),
    vetoes: [
      { id: 'nil', label: 'nil', zero },
      { id: 'out', label: 'out', bars: 'stage' },
      { id: 'gone', label: 'gone', bars: 'year', zero },
    ],
    ...(d.chance(40) ? { validIf: [{ figure: 'active.raw', atLeast: 20 }] } : {}),
    bands: [
      { id: 'low', label: 'low', from: 0 },
      { id: 'high', label: 'high', from: Math.round(outOf * 0.5) },
    ],
  };
  const round = {
    id: 'round',
    label: 'round',
    periods: [
      { id: 'p1', label: 'p1' },
      { id: 'p2', label: 'p2' },
    ],
    sheet,
    rankBy: d.pick([['score'], ['score', 'core'], ['score', 'slips', 'events']]),
    honours: honours(d, outOf),
    ...(groups.length > 0 && d.chance(30) ? { rankWithin: 'track' } : {}),
  };
  return {
    language: 1,
    id: 'random',
    version: 1,
    title: 'random',
    tracks: [
      {
        id: 'things',
        label: 'things',
        ...(groups.length > 0 ? { groups: groups.map((id) => ({ id, label: id })) } : {}),
        stages: [round, final(d)],
      },
      { id: 'owners', label: 'owners', stages: [owners()] },
    ],
  } as unknown as SchemeInput;
}

function tariff(sign: 1 | -1) {
  return [
    { id: 'small', label: 'small', points: 0.5 * sign },
    { id: 'large', label: 'large', points: 3 * sign },
  ];
}

function measure(d: Draw): Record<string, unknown> {
  switch (d.below(6)) {
    case 0:
      return { measure: { kind: 'value', outOf: 100 }, ...(d.chance(30) ? { panel: panel(d) } : {}) };
    case 1:
      return {
        measure: { kind: 'ratio', basis: d.pick(['total', 'parts']), accepted: d.chance(40), cap: d.pick([100, 120]) },
      };
    case 2:
      return { measure: { kind: 'ratio', inverse: true } };
    case 3:
      return {
        measure: {
          kind: 'events',
          start: d.pick(['full', 'zero']),
          highestOnly: d.chance(40),
          tariff: [...tariff(-1), { id: 'gift', label: 'gift', points: 1.5 }],
        },
      };
    case 4:
      return {
        measure: { kind: 'value' },
        scale: d.chance(50)
          ? { kind: 'rate', start: 1, from: 2, per: 3, points: 2, whole: d.chance(50) }
          : { kind: 'steps', steps: [3, 1, 7].map((from) => ({ from, points: from / 4 })) },
      };
    default:
      return {
        measure: { kind: 'level', levels: [0, 1, 2.5].map((points, i) => ({ id: `l${i}`, label: 'l', points })) },
      };
  }
}

function panel(d: Draw) {
  return d.pick([
    { reduce: 'mean', atLeast: 2 },
    { reduce: 'trimmed', drop: 1, atLeast: 3 },
    { reduce: 'median', atLeast: 1 },
  ]);
}

function adjustments(d: Draw) {
  const over = {
    id: 'over',
    label: 'over',
    points: 5,
    measure: { kind: 'figure', of: 'active.raw' },
    scale: { kind: 'rate', from: 100, per: 2, points: 1, whole: true },
    voidIf: [{ figure: 'slips.events', atLeast: 1 }],
  };
  const fines = {
    id: 'fines',
    label: 'fines',
    points: 0,
    min: -6,
    measure: { kind: 'events', start: 'zero', tariff: tariff(-1) },
  };
  const gifts = {
    id: 'gifts',
    label: 'gifts',
    points: 4,
    measure: { kind: 'events', start: 'zero', highestOnly: true, tariff: tariff(1) },
  };
  return { max: d.pick([3, 5]), min: -4, items: [over, fines, gifts] };
}

function honours(d: Draw, outOf: number) {
  const ties = d.pick(['refer', 'include']);
  return [
    { id: 'gold', label: 'gold', take: 1 + d.below(2), ties },
    {
      id: 'silver',
      label: 'silver',
      share: 40,
      ties: 'refer',
      require: [{ figure: 'score', atLeast: Math.round(outOf * 0.3) }],
    },
    { id: 'bronze', label: 'bronze', take: 2, require: [{ figure: 'place', below: 5 }] },
  ];
}

function final(d: Draw) {
  const extra = d.pick([{}, { weightBy: 'active.plan' }, { best: 1 }, { atLeast: 2 }]);
  return {
    id: 'final',
    label: 'final',
    sheet: {
      criteria: [
        {
          id: 'rounds',
          label: 'rounds',
          points: 80,
          required: true,
          measure: { kind: 'collect', from: 'round', ...extra },
        },
        { id: 'review', label: 'review', points: 20, measure: { kind: 'value' } },
        {
          id: 'faults',
          label: 'faults',
          better: 'lower',
          measure: { kind: 'collect', from: 'round', pick: 'events', take: 'sum' },
        },
      ],
    },
    rankBy: ['score', 'faults'],
  };
}

function owners() {
  const measure = { kind: 'collect', from: 'things.final', over: 'members', pick: 'place', take: 'mean' };
  const scale = { kind: 'rate', start: 8, from: 1, points: -0.5 };
  return {
    id: 'rank',
    label: 'rank',
    sheet: { outOf: 8, criteria: [{ id: 'own', label: 'own', points: 8, measure, scale }] },
  };
}
