/**
 * The K best partners of every studio, exactly: no pair outside both lists scores more than half the sum of the two K-th scores.
 * Ties go to the smaller id, so the lists do not depend on the order of the profiles.
 */

import { adjacentTradesOf } from './adjacent-trades.ts';
import type { Corpus } from './corpus.ts';
import type { Instance } from './instance.ts';
import { reachOf } from './reach.ts';
import { saturate, topicsPart } from './score.ts';
import { topOf } from './top.ts';

/** The best partners of every studio, as pairs in flat arrays; weights are integers, 10,000 = 1.00. */
export interface Candidates {
  /** in the order of ids */
  readonly studios: readonly { readonly id: string; readonly capacity: number }[];
  readonly k: number;
  /** the pairs in either list, first < second as positions in `studios`, in that order */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
  /** the K-th best score of each studio, 0 if its list holds all there are */
  readonly kth: Float64Array;
}

/** Which pairs count as possible. */
export interface CandidateOptions {
  /** pairs that do not exist (forbidden, or partners in the past): they take no place in the lists */
  readonly without?: Iterable<readonly [string, string]>;
  /**
   * Alliances of one leading studio with several members (1 + N): the leaders, and how many members each takes. Only pairs of a leader
   * and another studio exist then, and all others join one alliance, or none if they have no capacity.
   */
  readonly leaders?: ReadonlyMap<string, number>;
}

/**
 * The exact `k` best partners of each studio (docs/pairing.md); ties go to the smaller id. Throws RangeError unless `k` is an
 * integer of at least 1.
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
 * candidatesOf(corpus, 20).first.length; // → 1
 * ```
 */
export function candidatesOf(c: Corpus, k: number, options: CandidateOptions = {}): Candidates {
  const steps = candidateSteps(c, k, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * `candidatesOf` as a generator for long runs: each step yields how many studios are done, the last one returns the candidates.
 * To cancel, stop iterating. Throws RangeError at the first step unless `k` is an integer of at least 1.
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
 * const steps = candidateSteps(corpus, 20);
 * steps.next().value; // → { stage: 'candidates', done: 0, of: 2 }
 * ```
 */
export function* candidateSteps(
  c: Corpus,
  k: number,
  { without = [], leaders }: CandidateOptions = {},
): Generator<{ readonly stage: 'candidates'; readonly done: number; readonly of: number }, Candidates> {
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k must be an integer of at least 1');
  const n = c.studios.length;
  const barred = new Set<number>();
  for (const [a, b] of without) {
    const u = c.at.get(a);
    const v = c.at.get(b);
    if (u !== undefined && v !== undefined) barred.add(Math.min(u, v) * n + Math.max(u, v));
  }
  const leads = leaders && Uint8Array.from(c.studios, (s) => (leaders.has(s.id) ? 1 : 0));
  const top = topOf(n, k);
  const { sum, found, byTerms, byLinks } = reachOf(c);
  const adjacent = adjacentTradesOf(c);
  const { employer } = c;

  /** Offers the first `count` of those found to u; answers what its list takes from now on. */
  function offer(u: number, count: number, from: number): number {
    let least = from;
    for (let i = 0; i < count; i++) {
      const v = found[i]!;
      const need = sum[2 * v]!;
      const other = sum[2 * v + 1]!;
      sum[2 * v] = 0;
      sum[2 * v + 1] = 0;
      const kind = adjacent.kindOf(v);
      if (need + other < adjacent.enough[kind]! || u === v) continue;
      if (employer[u] === employer[v] && employer[u] !== 0) continue;
      if (barred.size > 0 && barred.has(Math.min(u, v) * n + Math.max(u, v))) continue;
      if (leads !== undefined && leads[u] === leads[v]) continue;
      top.add(u, v, saturate(c, need) + saturate(c, other) + adjacent.points[kind]! + topicsPart(c, u, v));
      if (top.least(u) === least) continue;
      least = top.least(u);
      adjacent.raise(least);
    }
    return least;
  }

  for (let u = 0; u < n; u++) {
    if (u % 1024 === 0) yield { stage: 'candidates', done: u, of: n };
    adjacent.from(u);
    const count = byTerms(u);
    const least = offer(u, count, 0);
    // A link alone brings at most its points.
    if (least <= adjacent.most) offer(u, byLinks(u, count, least), least);
  }
  const studios = c.studios.map(({ id, capacity }) => ({
    id,
    capacity: leaders === undefined ? capacity : (leaders.get(id) ?? Math.min(capacity, 1)),
  }));
  return { studios, k, ...top.pairs() };
}

/**
 * Candidates as an instance that can be written to a file, with the pairs to keep and to forbid. Checks nothing: `readInstance`
 * checks.
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
 * const instance = instanceOf(candidatesOf(corpus, 20), { forbidden: [['焊接室', '编程室']] });
 * instance.pairs.length; // → 1
 * pair(instance).pairs; // → []
 * ```
 */
export function instanceOf(
  c: Candidates,
  by: { kept?: Instance['kept']; forbidden?: Instance['forbidden'] } = {},
): Instance {
  const id = (v: number) => c.studios[v]!.id;
  const pairs = Array.from(c.first, (u, e) => ({ a: id(u), b: id(c.second[e]!), weight: c.weight[e]! }));
  return { studios: c.studios, pairs, kept: by.kept ?? [], forbidden: by.forbidden ?? [] };
}
