/** The three ways to choose, from the same prices. */

import { boundOf, type Dual } from './certificate.ts';
import type { Graph } from './graph.ts';
import { greedy } from './greedy.ts';
import type { Mode } from './instance.ts';
import { findPrices, type Prepared, type Progress, prepare, type Solved, solve } from './solve.ts';

/** `balanced` keeps so many hundredths of the strongest greedy pairs. */
const LOCKED = 75;

/** Prices as `findPrices` gives them. */
export function* choose(p: Prepared, mode: Mode, price: Float64Array): Generator<Progress, Solved> {
  if (mode === 'best') return yield* solve(p, price);
  const dual: Dual = { price: price.map((x) => x / 2), odd: [] };
  const bound = boundOf(p.g, dual);
  const chosen = mode === 'stable' ? greedy(p.g, p.order) : yield* balanced(p);
  return { chosen, dual, bound, exact: false };
}

/** Locks the strongest of the greedy pairs and finds the best of what is left. */
function* balanced(p: Prepared): Generator<Progress, Uint8Array> {
  const { g, order } = p;
  const chosen = greedy(g, order);
  let locked = Math.floor((chosen.reduce((sum, yes) => sum + yes, 0) * LOCKED) / 100);
  const places = g.places.slice();
  for (const e of order) {
    if (chosen[e] === 0) continue;
    if (locked-- > 0) {
      places[g.first[e]!]!--;
      places[g.second[e]!]!--;
    } else chosen[e] = 2;
  }
  const rest: number[] = [];
  for (let e = 0; e < chosen.length; e++) {
    if (chosen[e] === 2) chosen[e] = 0;
    else if (chosen[e] === 1) continue;
    if (places[g.first[e]!]! > 0 && places[g.second[e]!]! > 0) rest.push(e);
  }
  const part: Graph = {
    ids: g.ids,
    places,
    first: Int32Array.from(rest, (e) => g.first[e]!),
    second: Int32Array.from(rest, (e) => g.second[e]!),
    weight: Float64Array.from(rest, (e) => g.weight[e]!),
    kept: [],
  };
  const q = prepare(part);
  const better = yield* solve(q, yield* findPrices(q));
  for (let i = 0; i < rest.length; i++) if (better.chosen[i] === 1) chosen[rest[i]!] = 1;
  return chosen;
}
