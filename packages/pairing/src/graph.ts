/**
 * A checked instance in flat arrays: studios in the order of their ids, kept pairs taken out with the places they use,
 * forbidden pairs gone. Whatever the order of the input, the graph is the same.
 */
import type { Candidates } from './candidates.ts';
import type { Instance } from './instance.ts';

/** A checked instance in flat arrays; capacities are places, weights integers (10,000 = 1.00). */
export interface Graph {
  readonly ids: readonly string[];
  /** places of each studio that kept pairs leave free */
  readonly places: Float64Array;
  /** allowed pairs that are not kept, first < second, in that order */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
  readonly kept: readonly { readonly first: number; readonly second: number; readonly weight: number }[];
}

type Couple = readonly [string, string];

/**
 * The graph of an instance that `readInstance` accepts; what it does not accept gives no meaningful graph.
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
 * graphOf(instance).ids; // → ['a', 'b', 'c']
 * ```
 */
export function graphOf(instance: Instance): Graph {
  const studios = [...instance.studios].sort((a, b) => (a.id < b.id ? -1 : 1));
  const at = new Map(studios.map((s, v) => [s.id, v]));
  const n = studios.length;
  const keys = Float64Array.from(instance.pairs, ({ a, b }) => key(n, at.get(a)!, at.get(b)!));
  const order = Uint32Array.from(keys, (_, e) => e).sort((d, e) => keys[d]! - keys[e]!);
  const weight = Float64Array.from(order, (e) => instance.pairs[e]!.weight);
  const first = Int32Array.from(order, (e) => Math.floor(keys[e]! / n));
  const second = Int32Array.from(order, (e) => keys[e]! % n);
  return settle(studios, at, { first, second, weight }, instance.kept ?? [], instance.forbidden ?? []);
}

/**
 * The graph of candidates, without the detour over an instance. `kept` and `forbidden` name pairs by id.
 *
 * @example
 * ```ts
 * const base = { district: '丰台', level: '市级', topics: [], capacity: 1 };
 * const corpus = corpusOf(
 *   [
 *     { ...base, id: '焊接室', employer: '甲', trade: '焊接', offers: ['高强钢焊接'], seeks: ['机器人编程'] },
 *     { ...base, id: '编程室', employer: '乙', trade: '自动化', offers: ['机器人编程'], seeks: ['高强钢焊接'] },
 *   ],
 *   defaultWeights,
 * );
 * graphOfCandidates(candidatesOf(corpus, 20)).ids; // → ['焊接室', '编程室']
 * ```
 */
export function graphOfCandidates(
  c: Candidates,
  kept: readonly Couple[] = [],
  forbidden: readonly Couple[] = [],
): Graph {
  const named = kept.length + forbidden.length > 0;
  return settle(c.studios, named ? new Map(c.studios.map((s, v) => [s.id, v])) : new Map(), c, kept, forbidden);
}

const key = (n: number, u: number, v: number) => Math.min(u, v) * n + Math.max(u, v);

function settle(
  studios: Instance['studios'],
  at: ReadonlyMap<string, number>,
  all: { first: Int32Array; second: Int32Array; weight: Float64Array },
  keptPairs: readonly Couple[],
  forbidden: readonly Couple[],
): Graph {
  const n = studios.length;
  const ids = studios.map((s) => s.id);
  const places = Float64Array.from(studios, (s) => s.capacity);
  if (keptPairs.length + forbidden.length === 0)
    return { ids, places, first: all.first, second: all.second, weight: all.weight, kept: [] };
  const keyOf = ([a, b]: Couple) => key(n, at.get(a)!, at.get(b)!);
  const keptKeys = new Set(keptPairs.map(keyOf));
  const gone = new Set([...keptKeys, ...forbidden.map(keyOf)]);
  const kept: { first: number; second: number; weight: number }[] = [];
  const stay: number[] = [];
  for (let e = 0; e < all.first.length; e++) {
    const u = all.first[e]!;
    const v = all.second[e]!;
    const k = u * n + v;
    if (!gone.has(k)) stay.push(e);
    else if (keptKeys.has(k)) {
      kept.push({ first: u, second: v, weight: all.weight[e]! });
      places[u]!--;
      places[v]!--;
    }
  }
  return {
    ids,
    places,
    first: Int32Array.from(stay, (e) => all.first[e]!),
    second: Int32Array.from(stay, (e) => all.second[e]!),
    weight: Float64Array.from(stay, (e) => all.weight[e]!),
    kept,
  };
}
