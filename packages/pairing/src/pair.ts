/** From an instance to an answer with its certificate, the same for any order of the input. */
import type { Dual } from './certificate.ts';
import { countPairing } from './check.ts';
import { type Graph, graphOf } from './graph.ts';
import type { Answer, Instance, Mode } from './instance.ts';
import { choose } from './modes.ts';
import { findPrices, type Progress, prepare } from './solve.ts';

/** How to pair. */
export interface PairOptions {
  /** `best` if not said otherwise */
  readonly mode?: Mode;
  /** prices of an earlier answer to a similar instance, to begin with */
  readonly from?: Answer['prices'];
}

/**
 * Pairs the studios of an instance that `readInstance` accepts; the same instance in any order gives the same answer. Method and
 * proof: docs/pairing.md (auction prices, then Edmonds' blossom algorithm).
 *
 * @example
 * ```ts
 * const instance = {
 *   studios: [
 *     { id: 'a', capacity: 1 },
 *     { id: 'b', capacity: 1 },
 *     { id: 'c', capacity: 1 },
 *   ],
 *   pairs: [
 *     { a: 'a', b: 'b', weight: 5000 },
 *     { a: 'b', b: 'c', weight: 7000 },
 *   ],
 * };
 * const { pairs, total, bound } = pair(instance);
 * pairs; // → [['b', 'c']]
 * [total, bound]; // → [7000, 7000]
 * ```
 */
export function pair(instance: Instance, options: PairOptions = {}): Answer {
  return runToEnd(pairSteps(graphOf(instance), options));
}

/**
 * `pair` as a generator for long runs: each step yields the progress, the last one returns the answer. To cancel, stop
 * iterating.
 *
 * @example
 * ```ts
 * const instance = {
 *   studios: [
 *     { id: 'a', capacity: 1 },
 *     { id: 'b', capacity: 1 },
 *     { id: 'c', capacity: 1 },
 *   ],
 *   pairs: [
 *     { a: 'a', b: 'b', weight: 5000 },
 *     { a: 'b', b: 'c', weight: 7000 },
 *   ],
 * };
 * const steps = pairSteps(graphOf(instance), { mode: 'stable' });
 * steps.next().value; // → { stage: 'sort', done: 1, of: 1 }
 * ```
 */
export function* pairSteps(g: Graph, { mode = 'best', from }: PairOptions = {}): Generator<Progress, Answer> {
  const old = from === undefined ? undefined : Float64Array.from(g.ids, (id) => 2 * (from[id] ?? 0));
  const p = prepare(g);
  yield { stage: 'sort', done: 1, of: 1 };
  const solved = yield* choose(p, mode, yield* findPrices(p, old));
  return answerOf(g, solved.chosen, solved.dual, solved.bound);
}

/**
 * Runs a generator of this package to its end and returns its result; passes on what the generator throws.
 *
 * @example
 * ```ts
 * const instance = {
 *   studios: [
 *     { id: 'a', capacity: 1 },
 *     { id: 'b', capacity: 1 },
 *     { id: 'c', capacity: 1 },
 *   ],
 *   pairs: [
 *     { a: 'a', b: 'b', weight: 5000 },
 *     { a: 'b', b: 'c', weight: 7000 },
 *   ],
 * };
 * runToEnd(pairSteps(graphOf(instance))).total; // → 7000
 * ```
 */
export function runToEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function answerOf(g: Graph, chosen: Uint8Array, dual: Dual, bound: number): Answer {
  const { total, blocking } = countPairing(g, chosen);
  if (!(total <= bound)) throw new Error('the pairing weighs more than its bound');
  const couples: [number, number][] = g.kept.map((k) => [k.first, k.second]);
  for (let e = 0; e < chosen.length; e++) if (chosen[e] === 1) couples.push([g.first[e]!, g.second[e]!]);
  couples.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    pairs: couples.map(([u, v]) => [g.ids[u]!, g.ids[v]!]),
    total,
    bound,
    prices: Object.fromEntries(g.ids.map((id, v) => [id, dual.price[v]!])),
    odd: dual.odd.map((set) => ({ of: Array.from(set.of.slice().sort(), (v) => g.ids[v]!), price: set.price })),
    blocking,
  };
}
