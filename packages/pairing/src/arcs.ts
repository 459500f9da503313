/** Every pair seen from both its studios: studio u's arcs stand together, the heaviest first, ties in the order of ids. */
import type { Graph } from './graph.ts';

export interface Arcs {
  readonly n: number;
  /** arcs of u: start[u] … start[u + 1] − 1 */
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
  /** the pair an arc belongs to, and the arc of the same pair seen from the other side */
  readonly pair: Int32Array;
  readonly twin: Int32Array;
}

/** The pairs from the heaviest down, ties in the order of ids. */
export function byWeight(weight: Float64Array): Uint32Array {
  const m = weight.length;
  let most = 0;
  for (const w of weight) if (w > most) most = w;
  const order = new Uint32Array(m);
  if ((most + 1) * m >= Number.MAX_SAFE_INTEGER) {
    for (let e = 0; e < m; e++) order[e] = e;
    return order.sort((d, e) => weight[e]! - weight[d]! || d - e);
  }
  // One number that sorts like (−weight, position): sorting plain numbers is several times as fast.
  const keys = new Float64Array(m);
  for (let e = 0; e < m; e++) keys[e] = (most - weight[e]!) * m + e;
  keys.sort();
  for (let i = 0; i < m; i++) order[i] = keys[i]! % m;
  return order;
}

export function arcsOf(g: Graph, order: Uint32Array): Arcs {
  const n = g.ids.length;
  const m = g.weight.length;
  const start = new Int32Array(n + 1);
  for (let e = 0; e < m; e++) {
    start[g.first[e]! + 1]!++;
    start[g.second[e]! + 1]!++;
  }
  for (let v = 0; v < n; v++) start[v + 1]! += start[v]!;
  const next = start.slice(0, n);
  const target = new Int32Array(2 * m);
  const weight = new Float64Array(2 * m);
  const pair = new Int32Array(2 * m);
  const twin = new Int32Array(2 * m);
  for (let i = 0; i < m; i++) {
    const e = order[i]!;
    const u = g.first[e]!;
    const v = g.second[e]!;
    const a = next[u]!++;
    const b = next[v]!++;
    target[a] = v;
    target[b] = u;
    weight[a] = weight[b] = g.weight[e]!;
    pair[a] = pair[b] = e;
    twin[a] = b;
    twin[b] = a;
  }
  return { n, start, target, weight, pair, twin };
}

/** The places that can be used at all, and one more if there are more, which then is worth nothing. */
export function usablePlaces(g: Graph, arcs: Arcs): Int32Array {
  return Int32Array.from(g.places, (b, v) => Math.min(b, arcs.start[v + 1]! - arcs.start[v]! + 1));
}
