/** The pieces of work that the rows measure. */
import { boundOf } from '../src/certificate.ts';
import {
  type CandidateOptions,
  type Candidates,
  candidatesOf,
  corpusOf,
  defaultWeights,
  type Graph,
  graphOfCandidates,
  type Mode,
} from '../src/index.ts';
import { choose } from '../src/modes.ts';
import { runToEnd } from '../src/pair.ts';
import { findPrices, type Prepared, prepare, type Solved, weigh } from '../src/solve.ts';
import { sample } from './sample.ts';

export function candidates(
  count: number,
  k: number,
  seed: number,
  single = false,
  options: CandidateOptions = {},
): Candidates {
  return candidatesOf(corpusOf(sample({ count, seed, single }), defaultWeights), k, options);
}

export interface Run extends Solved {
  readonly p: Prepared;
  readonly total: number;
}

/** Everything from the graph to the proof, without writing ids. */
export function run(g: Graph, mode: Mode = 'best'): Run {
  const p = prepare(g);
  const solved = runToEnd(choose(p, mode, runToEnd(findPrices(p))));
  return { ...solved, p, total: weigh(g, solved.chosen) };
}

export const graph = (c: Candidates) => graphOfCandidates(c);

/** The bound over all pairs from flat arrays, as `boundOverAll` computes it from an answer. */
export function overall(c: Candidates, solved: Solved, g: Graph): number {
  const price = solved.dual.price.map((y, v) => Math.max(y, c.kth[v]! / 2));
  return boundOf(g, { price, odd: solved.dual.odd });
}

/** First come, first served: in the order of ids everybody takes the best partners that still have a place. */
export function firstCome(p: Prepared): number {
  const { arcs, g } = p;
  const free = g.places.slice();
  const taken = new Uint8Array(g.weight.length);
  let total = 0;
  for (let u = 0; u < arcs.n; u++) {
    for (let a = arcs.start[u]!; a < arcs.start[u + 1]! && free[u]! > 0; a++) {
      const v = arcs.target[a]!;
      if (free[v] === 0 || taken[arcs.pair[a]!] === 1 || arcs.weight[a] === 0) continue;
      taken[arcs.pair[a]!] = 1;
      free[u]!--;
      free[v]!--;
      total += arcs.weight[a]!;
    }
  }
  return total;
}
