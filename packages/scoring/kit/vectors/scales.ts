// Every scale at its boundaries, limits of points, and the rounding of what is published.
import { around, entrant, mark, once, type Vector } from './vector.ts';

function raws(name: string, scale: object, list: number[], more: object = {}, language: 1 | 2 = 1): Vector[] {
  const sheet = { outOf: 10, criteria: [mark('a', 10, { scale, ...more })] };
  return list.map((raw) => once(`${name}: ${raw}`, sheet, [entrant('x', { a: raw })], { language }));
}

export function scales(): Vector[] {
  const rate = { kind: 'rate', start: 2, from: 10, per: 3, points: 1.5 };
  const fall = { kind: 'rate', start: 8, from: 1, points: -0.5 };
  const steps = [80, 60, 90].map((from) => ({ from, points: from / 10 }));
  const linear = [60, 80, 90].map((from) => ({ from, points: from / 10 }));
  const jump = [
    { from: 0, points: 1, to: 4 },
    { from: 50, points: 6, to: 6 },
    { from: 100, points: 10 },
  ];
  return [
    ...raws('rate', rate, [-1, 0, ...around(6, 10, 13, 16, 26), 11, 1_000]),
    ...raws('rate in whole steps', { ...rate, whole: true }, [-1, 0, ...around(7, 10, 13, 16), 26, 1_000]),
    ...raws('rate that falls', fall, [0, ...around(1, 3, 17), 2.3333, 100]),
    ...raws('rate that falls below zero', fall, [17, 18, 21, 22], { min: -2 }),
    ...raws('steps', { kind: 'steps', steps }, [0, ...around(60, 80, 90), 1_000]),
    ...raws('straight lines', { kind: 'linear', linear }, [0, ...around(60, 80, 90), 70, 71.1111, 85, 1_000], {}, 2),
    ...raws(
      'straight lines with a jump',
      { kind: 'linear', linear: jump },
      [-1, ...around(0, 50, 100), 33.3333],
      {},
      2,
    ),
    ...relatives(),
  ];
}

function relatives(): Vector[] {
  const fields = [[200, 150, 100], [200, 200, 50.5], [3, 2, 1], [0, 0], [5, 0], [-5, -10], [7], [1, -1, 0.0001]];
  return [undefined, 'lower'].flatMap((better) =>
    fields.map((field) => {
      const criterion = mark('a', 60, { scale: { kind: 'relative' }, ...(better ? { better } : {}) });
      const sheet = { criteria: [criterion, mark('b', 40)] };
      const list = field.map((a, i) => entrant(`e${i}`, { a, b: 10 }));
      return once(`relative ${better ?? 'higher'}: ${field.join(' ')}`, sheet, list, { language: 2 });
    }),
  );
}

/** Numbers whose exact value lies next to a tie of the published place. */
export function rounding(): Vector[] {
  const ratio = (id: string, points: number, more: object = {}) => ({
    ...{ id, label: id, points, measure: { kind: 'ratio' } },
    ...more,
  });
  const work = (plan: number, done: number, items: string[]) =>
    entrant('x', Object.fromEntries(items.map((id) => [id, { plan, done }])));
  const shares: [number, number][] = [
    [100_000, 84_994.97],
    [100_000, 84_995],
    [100_000, 84_995.03],
    [3, 1],
    [3, 2],
    [7, 5],
    [9, 4],
    [11, 10.9999],
  ];
  const both = [1, 2] as const;
  return both.flatMap((language) => [
    ...shares.map(([plan, done]) =>
      once(`language ${language}, ${done} of ${plan}`, { criteria: [ratio('a', 100)] }, [work(plan, done, ['a'])], {
        language,
      }),
    ),
    ...shares.map(([plan, done]) => {
      const criteria = ['a', 'b', 'c'].map((id) => ratio(id, 3.325));
      const name = `language ${language}, three times ${done} of ${plan}`;
      return once(name, { outOf: 9.975, criteria }, [work(plan, done, ['a', 'b', 'c'])], { language });
    }),
    ...[0, 1, 2, 3, 4].flatMap((decimals) =>
      [8.25, 8.2499, 8.55, 8.5].map((a) => {
        const sheet = { outOf: 20, criteria: [mark('a', 10, { decimals }), mark('b', 10, { decimals })] };
        const name = `language ${language}, ${a} with ${decimals} decimals`;
        return once(name, sheet, [entrant('x', { a, b: 1.1111 })], { language, stage: { rankBy: ['a', 'score'] } });
      }),
    ),
    ...[0, 1, 2].map((decimals) =>
      once(
        `language ${language}, a share with ${decimals} decimals`,
        { outOf: 10, criteria: [ratio('a', 10, { decimals })] },
        [work(100_000, 82_499.7, ['a'])],
        { language },
      ),
    ),
  ]);
}

/** Floor, ceiling, factor, other points in a group, vetoes on an item, `zeroIf`. */
export function limits(): Vector[] {
  const sheet = (more: object) => ({ outOf: 20, criteria: [mark('a', 10, more), mark('b', 10)] });
  const two = { language: 2 as const };
  const sized = (size?: number, a = 8.25) => entrant('x', { a, b: 5 }, size === undefined ? {} : { facts: { size } });
  const vetoes = [{ id: 'nil', label: 'nil', zero: 'a' }];
  const shrunk = { id: 'c', label: 'c', points: 10, outOf: 30, of: [mark('c1', 20), mark('c2', 10)] };
  const own = { ...shrunk, normalise: 'own' };
  const zero = { ...shrunk, zeroIf: [{ figure: 'c1', below: 12 }] };
  const branch = (c: object, c1: number | string | undefined, c2: number | string | undefined) =>
    entrant('x', { c1, c2, b: 5, ...c });
  return [
    ...[0, 0.9, 1, 1.0333, 1.15, 2, -1].map((size) =>
      once(`factor ${size}`, sheet({ factor: 'size' }), [sized(size)], two),
    ),
    once('factor that is missing', sheet({ factor: 'size' }), [sized()], two),
    once('factor and decimals', sheet({ factor: 'size', decimals: 1 }), [sized(1.0333)], two),
    ...['g', 'h', undefined].map((group) => {
      const list = [entrant('x', { a: 6.5, b: 5 }, group ? { group } : {})];
      return once(`points by group ${group}`, sheet({ pointsBy: { g: 5 } }), list, { ...two, groups: ['g', 'h'] });
    }),
    ...['g', 'h', undefined].map((group) => {
      const list = [entrant('x', { a: 6.5, b: 5 }, group ? { group } : {})];
      return once(`only in a group ${group}`, sheet({ only: ['g'] }), list, { groups: ['g', 'h'] });
    }),
    ...[6.5, 0].map((a) =>
      once(`veto on an item of ${a}`, { ...sheet({}), vetoes }, [entrant('x', { a, b: 5 }, { vetoes: ['nil'] })]),
    ),
    once('veto on an item below zero', { ...sheet({ min: -5 }), vetoes }, [
      entrant('x', { a: -2, b: 5 }, { vetoes: ['nil'] }),
    ]),
    ...[shrunk, own].flatMap((c) =>
      [
        [20, 10],
        [13, 7],
        ['none', 7],
        [0, 'none'],
        ['none', 'none'],
        [undefined, 7],
      ].map(([c1, c2]) => {
        const name = `branch ${'normalise' in c ? 'within itself' : 'at the root'}: ${c1} and ${c2}`;
        return once(name, { outOf: 20, criteria: [c, mark('b', 10)] }, [branch({}, c1, c2)], two);
      }),
    ),
    ...around(12).map((c1) =>
      once(
        `branch that is 0 below 12: ${c1}`,
        { outOf: 20, criteria: [zero, mark('b', 10)] },
        [branch({}, c1, 9)],
        two,
      ),
    ),
    ...around(12).map((a) =>
      once(
        `sheet that is 0 below 12: ${a}`,
        { criteria: [mark('a', 100)], zeroIf: [{ figure: 'a', below: 12 }] },
        [entrant('x', { a })],
        two,
      ),
    ),
  ];
}
