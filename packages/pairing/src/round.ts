/** From prices to a pairing: first the pairs that gain most over the prices of their places, then whatever still fits. */
import { byWeight } from './arcs.ts';
import type { Graph } from './graph.ts';

/** chosen[e] = 1 for the pairs taken; `order` is the pairs from the heaviest down, prices are doubled. */
export function round(g: Graph, places: Int32Array, price: Float64Array, order: Uint32Array): Uint8Array {
  const m = g.weight.length;
  const chosen = new Uint8Array(m);
  const free = places.slice();
  const take = (e: number) => {
    const u = g.first[e]!;
    const v = g.second[e]!;
    if (chosen[e] === 1 || free[u] === 0 || free[v] === 0) return;
    chosen[e] = 1;
    free[u]!--;
    free[v]!--;
  };
  const gaining: number[] = [];
  for (let e = 0; e < m; e++) {
    if (g.weight[e]! > 0 && 2 * g.weight[e]! >= price[g.first[e]!]! + price[g.second[e]!]!) gaining.push(e);
  }
  const gain = Float64Array.from(gaining, (e) => 2 * g.weight[e]! - price[g.first[e]!]! - price[g.second[e]!]!);
  for (const i of byWeight(gain)) take(gaining[i]!);
  for (const e of order) {
    if (g.weight[e] === 0) break;
    take(e);
  }
  return chosen;
}
