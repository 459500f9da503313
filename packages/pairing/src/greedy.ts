/** First the heaviest pair, then the heaviest that still fits: nobody has a reason to swap, and half the optimum at least. */
import type { Graph } from './graph.ts';

/** The pairs from the heaviest down, ties in the order of ids. */
export function byWeight(g: Graph): Uint32Array {
  const order = Uint32Array.from(g.weight, (_, e) => e);
  return order.sort((d, e) => g.weight[e]! - g.weight[d]! || d - e);
}

/** chosen[e] = 1 for the pairs taken. */
export function greedy(g: Graph, order: Uint32Array = byWeight(g)): Uint8Array {
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
