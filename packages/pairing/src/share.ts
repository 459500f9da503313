/** How a pairing treats each studio, and what a mode costs against the others: numbers that union officers can compare. */
import { countPairing } from './check.ts';
import { type Graph, graphOf } from './graph.ts';
import type { Instance, Mode } from './instance.ts';
import { choose } from './modes.ts';
import { findPrices, type Prepared, type Progress, prepare } from './solve.ts';

/** What one mode costs, in numbers that union officers can compare. Weights: 10,000 = 1.00. */
export interface ModeCost {
  readonly mode: Mode;
  readonly total: number;
  /** no mode can reach more */
  readonly bound: number;
  /** the share of its own best possible sum that the studio at the lowest 1 % gets, in 1/10,000 */
  readonly worstOff: number;
  /** studios with a place and a possible pair that stay without a partner */
  readonly alone: number;
  /** pairs that both sides would rather have */
  readonly blocking: number;
}

/**
 * The three modes compared, in the order stable, balanced, best; a generator that yields the progress.
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
 * const costs = runToEnd(compareModes(instance));
 * costs.map((cost) => [cost.mode, cost.total]); // → [['stable', 7000], ['balanced', 7000], ['best', 7000]]
 * ```
 */
export function* compareModes(instance: Instance | Graph): Generator<Progress, readonly ModeCost[]> {
  const p = prepare('places' in instance ? instance : graphOf(instance));
  const price = yield* findPrices(p);
  const costs: ModeCost[] = [];
  for (const mode of ['stable', 'balanced', 'best'] as const) {
    const { chosen, bound } = yield* choose(p, mode, price);
    costs.push({ mode, bound, ...treatment(p, chosen) });
  }
  return costs;
}

/** What a pairing means for the studios; kept pairs count on neither side of a share. */
export function treatment(p: Prepared, chosen: Uint8Array): Omit<ModeCost, 'mode' | 'bound'> {
  const { g, arcs } = p;
  const { total, blocking } = countPairing(g, chosen);
  const own = new Float64Array(arcs.n);
  const partners = new Int32Array(arcs.n);
  for (const pair of g.kept) for (const v of [pair.first, pair.second]) partners[v]!++;
  for (let e = 0; e < chosen.length; e++) {
    if (chosen[e] === 0) continue;
    for (const v of [g.first[e]!, g.second[e]!]) {
      own[v]! += g.weight[e]!;
      partners[v]!++;
    }
  }
  const shares: number[] = [];
  let alone = 0;
  for (let v = 0; v < arcs.n; v++) {
    let best = 0;
    const end = Math.min(arcs.start[v + 1]!, arcs.start[v]! + g.places[v]!);
    for (let a = arcs.start[v]!; a < end; a++) best += arcs.weight[a]!;
    if (best === 0) continue;
    shares.push(Math.floor((own[v]! * 10_000) / best));
    if (partners[v] === 0) alone++;
  }
  shares.sort((a, b) => a - b);
  return { total, worstOff: shares[Math.floor(shares.length / 100)] ?? 10_000, alone, blocking };
}
