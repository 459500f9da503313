/**
 * The proof for all pairs, not only for candidates. A pair in neither list scores at most half the sum of the two K-th scores; where
 * no price is below half the K-th score, such a pair is covered by the prices and costs nothing more.
 */
import type { Candidates } from './candidates.ts';
import { boundOf } from './certificate.ts';
import { graphOfCandidates } from './graph.ts';
import type { Answer, Instance } from './instance.ts';

/** No pairing among all pairs of the studios weighs more, those that are no candidates included. */
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
