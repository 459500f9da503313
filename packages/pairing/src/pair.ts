/** From an instance to an answer with its certificate, the same for any order of the input. */
import { boundOf, type Dual } from './certificate.ts';
import { countPairing } from './check.ts';
import { type Graph, graphOf } from './graph.ts';
import { greedy } from './greedy.ts';
import type { Answer, Instance, Mode } from './instance.ts';

/** How far a run is: `done` of `of` steps of a stage; `of` may be an estimate. */
export interface Progress {
  readonly stage: 'greedy' | 'auction' | 'repair' | 'proof';
  readonly done: number;
  readonly of: number;
}

export interface PairOptions {
  readonly mode?: Mode;
}

/** Pairs the studios of an instance that `readInstance` accepts. */
export function pair(instance: Instance, options: PairOptions = {}): Answer {
  return runToEnd(pairSteps(graphOf(instance), options));
}

/**
 * The same step by step, for long runs: each step yields how far it is, the last one returns the answer. To cancel, stop asking.
 */
export function* pairSteps(g: Graph, _options: PairOptions = {}): Generator<Progress, Answer> {
  yield { stage: 'greedy', done: 0, of: 1 };
  const chosen = greedy(g);
  return answerOf(g, chosen, { price: firstPrices(g, chosen), odd: [] });
}

export function runToEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** A place of a full studio is worth half the best pair it takes part in; crude, and valid like any other price. */
function firstPrices(g: Graph, chosen: Uint8Array): Float64Array {
  const price = new Float64Array(g.ids.length);
  for (let e = 0; e < chosen.length; e++) {
    if (chosen[e] === 0) continue;
    for (const v of [g.first[e]!, g.second[e]!]) price[v] = Math.max(price[v]!, g.weight[e]! / 2);
  }
  return price;
}

export function answerOf(g: Graph, chosen: Uint8Array, dual: Dual): Answer {
  const { total, blocking } = countPairing(g, chosen);
  const couples: [number, number][] = g.kept.map((k) => [k.first, k.second]);
  chosen.forEach((yes, e) => {
    if (yes === 1) couples.push([g.first[e]!, g.second[e]!]);
  });
  couples.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    pairs: couples.map(([u, v]) => [g.ids[u]!, g.ids[v]!]),
    total,
    bound: boundOf(g, dual),
    prices: Object.fromEntries(g.ids.map((id, v) => [id, dual.price[v]!])),
    odd: dual.odd.map((set) => ({ of: set.of.map((v) => g.ids[v]!), price: set.price })),
    blocking,
  };
}
