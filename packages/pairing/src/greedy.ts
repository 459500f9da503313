/** First the heaviest pair, then the heaviest that still fits: nobody has a reason to swap, and half the optimum at least. */
import { byWeight } from './arcs.ts';
import type { Graph } from './graph.ts';

/** chosen[e] = 1 for the pairs taken. */
export function greedy(g: Graph, order: Uint32Array = byWeight(g.weight)): Uint8Array {
  const chosen = new Uint8Array(g.weight.length);
  const free = g.places.slice();
  for (const e of order) {
    if (g.weight[e] === 0) break;
    const u = g.first[e]!;
    const v = g.second[e]!;
    if (free[u]! > 0 && free[v]! > 0) {
      chosen[e] = 1;
      free[u]!--;
      free[v]!--;
    }
  }
  return chosen;
}
