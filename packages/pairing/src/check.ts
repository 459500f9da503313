/** The last gate: counts what a pairing weighs and who would rather swap, and throws if it breaks a rule, which is our bug. */
import type { Graph } from './graph.ts';

export interface Counted {
  readonly total: number;
  readonly blocking: number;
  /** places of each studio that stay free */
  readonly free: Float64Array;
}

export function countPairing(g: Graph, chosen: Uint8Array): Counted {
  const free = g.places.slice();
  const weakest = new Float64Array(free.length).fill(Number.POSITIVE_INFINITY);
  let total = 0;
  for (const pair of g.kept) total += pair.weight;
  for (let e = 0; e < chosen.length; e++) {
    if (chosen[e] === 0) continue;
    const w = g.weight[e]!;
    if (w === 0) throw new Error('a pair of weight 0 was chosen');
    total += w;
    for (const v of [g.first[e]!, g.second[e]!]) {
      if (--free[v]! < 0) throw new Error(`${g.ids[v]} was given more pairs than it has places`);
      if (w < weakest[v]!) weakest[v] = w;
    }
  }
  let blocking = 0;
  for (let e = 0; e < chosen.length; e++) {
    const w = g.weight[e]!;
    if (chosen[e] === 1 || w === 0) continue;
    const u = g.first[e]!;
    const v = g.second[e]!;
    // A studio without any place at all has neither a free place nor a pair, so it blocks nothing.
    if ((free[u]! > 0 || weakest[u]! < w) && (free[v]! > 0 || weakest[v]! < w)) blocking++;
  }
  return { total, blocking, free };
}
