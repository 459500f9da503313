/**
 * The proof for all pairs, not only for candidates. A pair in neither list scores at most half the sum of the two K-th scores; where
 * no price is below half the K-th score, such a pair is covered by the prices and costs nothing more.
 */
import type { Candidates } from './candidates.ts';
import { boundOf } from './certificate.ts';
import { graphOfCandidates } from './graph.ts';
import type { Answer, Instance } from './instance.ts';

/**
 * An upper bound on the weight of every pairing, also of pairs that are no candidates: a pair in neither list scores at most
 * half the sum of the two K-th scores. Weights: 10,000 = 1.00. `answer` must hold a price for each studio.
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
 * const candidates = candidatesOf(corpus, 20);
 * const answer = pair(instanceOf(candidates));
 * boundOverAll(candidates, answer) >= answer.total; // → true
 * ```
 */
export function boundOverAll(
  c: Candidates,
  answer: Pick<Answer, 'prices' | 'odd'>,
  by: { kept?: Instance['kept']; forbidden?: Instance['forbidden'] } = {},
): number {
  const g = graphOfCandidates(c, by.kept, by.forbidden);
  const price = Float64Array.from(g.ids, (id, v) => Math.max(answer.prices[id]!, c.kth[v]! / 2));
  const at = new Map(g.ids.map((id, v) => [id, v]));
  const odd = answer.odd.map((set) => ({ of: Int32Array.from(set.of, (id) => at.get(id)!), price: set.price }));
  const places = g.places.map((b) => Math.min(b, g.ids.length - 1));
  return boundOf({ ...g, places }, { price, odd });
}
