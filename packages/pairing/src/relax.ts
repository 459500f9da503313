/**
 * Makes prices better one studio at a time. With the other prices given, the bound is least when the price of a studio lies between
 * its b-th and its (b + 1)-th best offer; the middle leaves the most room on both sides, which tells the pairs worth choosing
 * from the others. The bound never rises. Prices are doubled, so that halves are integers.
 */
import type { Arcs } from './arcs.ts';

/** Up to here the best offers are kept in order by insertion; beyond, they are sorted. */
const FEW = 16;

export interface Range {
  low: number;
  high: number;
}

/** Writes into `into` the b-th (high) and the (b + 1)-th (low) best of 2w − price over the arcs of v, at least 0. */
export function rangeOf(
  arcs: Arcs,
  places: Int32Array,
  price: Float64Array,
  v: number,
  best: Float64Array,
  into: Range,
): void {
  const b = places[v]!;
  if (b > FEW) {
    manyOf(arcs, places, price, v, into);
    return;
  }
  const { start, target, weight } = arcs;
  let found = 0;
  let worst = 0;
  const end = start[v + 1]!;
  for (let a = start[v]!; a < end; a++) {
    const w = 2 * weight[a]!;
    if (w <= worst) break;
    const u = target[a]!;
    const offer = w - price[u]!;
    if (offer <= worst || places[u] === 0) continue;
    let i = found <= b ? found++ : b;
    while (i > 0 && best[i - 1]! < offer) {
      best[i] = best[i - 1]!;
      i--;
    }
    best[i] = offer;
    if (found > b) worst = best[b]!;
  }
  into.high = found >= b ? best[b - 1]! : 0;
  into.low = worst;
}

function manyOf(arcs: Arcs, places: Int32Array, price: Float64Array, v: number, into: Range): void {
  const { start, target, weight } = arcs;
  const b = places[v]!;
  const offers = new Float64Array(start[v + 1]! - start[v]!);
  for (let a = start[v]!, i = 0; a < start[v + 1]!; a++, i++) {
    const u = target[a]!;
    offers[i] = places[u] === 0 ? 0 : price[u]! - 2 * weight[a]!;
  }
  offers.sort();
  into.high = b <= offers.length ? Math.max(0, -offers[b - 1]!) : 0;
  into.low = b < offers.length ? Math.max(0, -offers[b]!) : 0;
}

/** Goes over all studios `rounds` times. */
export function relax(arcs: Arcs, places: Int32Array, price: Float64Array, rounds: number): void {
  const best = new Float64Array(FEW + 1);
  const range = { low: 0, high: 0 };
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let v = 0; v < arcs.n; v++) {
      if (places[v] === 0) continue;
      rangeOf(arcs, places, price, v, best, range);
      const middle = Math.floor((range.low + range.high) / 2);
      if (middle === price[v]) continue;
      price[v] = middle;
      moved = true;
    }
    if (!moved) return;
  }
}

/** The prices of an auction's sellers, and what the buyers gain at them, put together: the first good prices. */
export function pricesOfSale(arcs: Arcs, places: Int32Array, selling: Float64Array): Float64Array {
  const best = new Float64Array(FEW + 1);
  const range = { low: 0, high: 0 };
  const doubled = Float64Array.from(selling, (p) => 2 * p);
  return Float64Array.from(doubled, (p, v) => {
    if (places[v] === 0) return 0;
    rangeOf(arcs, places, doubled, v, best, range);
    return (range.high + p) / 2;
  });
}
