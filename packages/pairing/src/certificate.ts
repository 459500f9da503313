/**
 * The proof that comes with every answer. For any prices ≥ 0, the bound below is at least the weight of every pairing:
 * a place costs its price, and what a pair weighs beyond the prices of its two places is paid once more.
 */
import type { Graph } from './graph.ts';

export interface Odd {
  /** positions of the studios */
  readonly of: Int32Array;
  readonly price: number;
}

export interface Dual {
  /** the price of one place of each studio, a multiple of ½ */
  readonly price: Float64Array;
  readonly odd: readonly Odd[];
}

/** Σ kept + Σ b·price + Σ odd price·⌊places ÷ 2⌋ + Σ max(0, w − prices − odd prices that hold both). */
export function boundOf(g: Graph, dual: Dual): number {
  const { price, odd } = dual;
  let bound = 0;
  for (const pair of g.kept) bound += pair.weight;
  for (let v = 0; v < price.length; v++) if (price[v]! > 0) bound += g.places[v]! * price[v]!;
  const sets: number[][] = [];
  odd.forEach((set, s) => {
    let places = 0;
    for (const v of set.of) {
      places += g.places[v]!;
      sets[v] ??= [];
      sets[v].push(s);
    }
    bound += set.price * Math.floor(places / 2);
  });
  for (let e = 0; e < g.weight.length; e++) {
    const u = g.first[e]!;
    const v = g.second[e]!;
    let over = g.weight[e]! - price[u]! - price[v]!;
    if (over > 0 && sets[u] !== undefined && sets[v] !== undefined) {
      over -= pricesOfBoth(sets[u], sets[v], odd);
    }
    if (over > 0) bound += over;
  }
  return bound;
}

/** What the odd sets cost that hold both studios; the lists are ascending. */
function pricesOfBoth(one: readonly number[], other: readonly number[], odd: readonly Odd[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const d = one[i]! - other[j]!;
    if (d === 0) sum += odd[one[i]!]!.price;
    if (d <= 0) i++;
    if (d >= 0) j++;
  }
  return sum;
}
