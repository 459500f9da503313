/** Random instances of many shapes with kept and forbidden pairs: what the answer is checked on against an exact oracle. */
import type { Instance } from '../src/index.ts';
import { random } from './sample.ts';

export const shapes = [
  'sparse',
  'dense',
  'clique',
  'star',
  'odd-cycle',
  'chain',
  'triangles',
  'equal',
  'bipartite',
] as const;

export function randomInstance(seed: number, mostStudios: number): Instance {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  const shape = shapes[below(shapes.length)]!;
  let n = 1 + below(mostStudios);
  if (shape === 'odd-cycle' && n % 2 === 0) n++;
  const ids = Array.from({ length: n }, (_, i) => `${'sxé店'[below(4)]}${i}`);
  const most = [1, 2, 5, 100, 10_000][below(5)]!;
  const weight = () => (shape === 'equal' ? most : below(8) === 0 ? 0 : 1 + below(most));
  const density = shape === 'sparse' ? next() * 0.3 : 0.3 + next() * 0.5;
  const joined = (u: number, v: number): boolean => {
    switch (shape) {
      case 'clique':
        return true;
      case 'star':
        return u === 0 || next() < 0.05;
      case 'odd-cycle':
        return v === u + 1 || (u === 0 && v === n - 1);
      case 'chain':
        return v === u + 1;
      case 'triangles':
        return Math.floor(u / 3) === Math.floor(v / 3) || next() < 0.03;
      case 'bipartite':
        return u % 2 !== v % 2 && next() < 0.5;
      default:
        return next() < density;
    }
  };
  const pairs: { a: string; b: string; weight: number }[] = [];
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      const [a, b] = next() < 0.5 ? [ids[u]!, ids[v]!] : [ids[v]!, ids[u]!];
      if (joined(u, v)) pairs.push({ a, b, weight: weight() });
    }
  }
  const widest = [1, 1, 2, 3, 5][below(5)]!;
  const capacity = () => (below(12) === 0 ? 0 : below(40) === 0 ? n + 3 : 1 + below(widest));
  const studios = ids.map((id) => ({ id, capacity: capacity() }));
  const left = new Map(studios.map((s) => [s.id, s.capacity]));
  const kept: [string, string][] = [];
  const forbidden: [string, string][] = [];
  const some = below(3) === 0 ? 0.1 : 0;
  for (const { a, b } of pairs) {
    const x = next();
    if (x < some && left.get(a)! > 0 && left.get(b)! > 0) {
      kept.push([b, a]);
      left.set(a, left.get(a)! - 1);
      left.set(b, left.get(b)! - 1);
    } else if (x > 1 - some) forbidden.push([a, b]);
  }
  return { studios, pairs, kept, forbidden };
}

/** The same instance written in another order. */
export function shuffled(instance: Instance, seed: number): Instance {
  const next = random(seed);
  const mix = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  };
  const turn = ([a, b]: readonly [string, string]): [string, string] => (next() < 0.5 ? [a, b] : [b, a]);
  return {
    studios: mix(instance.studios),
    pairs: mix(instance.pairs.map((p) => (next() < 0.5 ? p : { a: p.b, b: p.a, weight: p.weight }))),
    kept: mix((instance.kept ?? []).map(turn)),
    forbidden: mix((instance.forbidden ?? []).map(turn)),
  };
}
