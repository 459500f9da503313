// A field of a hundred thousand entrants with forty-three marks each, and the bare work that scoring it is held against.
import { draw } from '../kit/draw.ts';
import type { Entrant, Packed, Scheme } from '../src/index.ts';
import { parseScheme } from '../src/index.ts';

export const ITEMS = 43;
export const REF = { track: 'entrants', stage: 'check' };

const points = Array.from({ length: ITEMS }, (_, i) => (i < 14 ? 3 : 2));

/** Twelve branches over forty-three items, as on a real sheet; ranked by score. */
export function sheet(language: 1 | 2 = 1): Scheme {
  const leaves = points.map((p, i) => ({ id: `i${i}`, label: 'item', points: p, measure: { kind: 'value' } }));
  const sizes = [4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3];
  const criteria = sizes.map((size, b) => {
    const from = sizes.slice(0, b).reduce((sum, n) => sum + n, 0);
    const of = leaves.slice(from, from + size);
    return { id: `b${b}`, label: 'branch', points: of.reduce((sum, c) => sum + c.points, 0), of };
  });
  const label = 'bench';
  const stages = [{ id: REF.stage, label, sheet: { criteria } }];
  return parseScheme({
    language,
    id: 'bench',
    version: 1,
    title: label,
    tracks: [{ id: REF.track, label, stages }],
  });
}

export function field(size: number): Packed {
  const d = draw(7);
  const ids = Array.from({ length: size }, (_, i) => `e${String(i).padStart(7, '0')}`);
  const marks = new Float64Array(size * ITEMS);
  for (let i = 0; i < marks.length; i++) marks[i] = d.num(0, points[i % ITEMS]!, 2);
  return { ids, items: points.map((_, i) => `i${i}`), marks };
}

/** The same field as objects, as a service would read them from its store. */
export function objects({ ids, items, marks }: Packed): Entrant[] {
  return ids.map((id, row) => ({
    id,
    inputs: Object.fromEntries(items.map((item, column) => [item, { value: marks[row * items.length + column]! }])),
  }));
}

/** Entrants that never exist all at once. */
export function* stream(size: number): Generator<Entrant> {
  const inputs = Object.fromEntries(points.map((_, i) => [`i${i}`, { value: 1 }]));
  for (let i = 0; i < size; i++) yield { id: `e${String(i).padStart(7, '0')}`, inputs };
}

/** The gate's measure: add up the same marks in typed arrays, and sort once. */
export function bareSum({ ids, marks }: Packed): number[] {
  const sums = new Float64Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    let sum = 0;
    for (let column = 0; column < ITEMS; column++) sum += marks[row * ITEMS + column]!;
    sums[row] = sum;
  }
  return ids.map((_, row) => row).sort((a, b) => sums[b]! - sums[a]!);
}
