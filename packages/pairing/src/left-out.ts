/** The studios that stay without any partner, each with the reason. */
import type { Graph } from './graph.ts';
import type { Answer } from './instance.ts';

/** No capacity; no possible pair; or every possible partner gains more elsewhere. */
export type LeftOutReason = 'no-place' | 'no-possible-pair' | 'lost-to-others';

/** A studio without any partner, with the reason. */
export interface LeftOut {
  readonly id: string;
  readonly reason: LeftOutReason;
  readonly zh: string;
  readonly en: string;
  /** the best pair it could have had, for a studio that lost to others */
  readonly best?: { readonly with: string; readonly weight: number };
}

/**
 * The studios without any partner, in the order of their ids, each with the reason. `answer` must be an answer to the instance
 * of `g`.
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
 * leftOut(graphOf(instance), pair(instance)).map((studio) => studio.id); // → ['a']
 * ```
 */
export function leftOut(g: Graph, answer: Answer): LeftOut[] {
  const paired = new Set(answer.pairs.flat());
  const best = new Map<number, { other: number; weight: number }>();
  for (let e = 0; e < g.weight.length; e++) {
    const weight = g.weight[e]!;
    const ends = [g.first[e]!, g.second[e]!];
    if (weight === 0 || ends.some((v) => g.places[v] === 0)) continue;
    ends.forEach((v, side) => {
      if (weight > (best.get(v)?.weight ?? 0)) best.set(v, { other: ends[1 - side]!, weight });
    });
  }
  return g.ids.flatMap((id, v) => (paired.has(id) ? [] : [reasonOf(g, id, v, best.get(v))]));
}

function reasonOf(g: Graph, id: string, v: number, best?: { other: number; weight: number }): LeftOut {
  if (g.places[v] === 0) return { id, reason: 'no-place', zh: `${id} 没有名额`, en: `${id} takes no alliance` };
  if (best === undefined)
    return {
      id,
      reason: 'no-possible-pair',
      zh: `${id} 没有可以结对的工作室：无共同术语、工种或链条，或已被排除`,
      en: `${id} has no possible partner: no shared term, trade or chain, or all are excluded`,
    };
  const other = g.ids[best.other]!;
  return {
    id,
    reason: 'lost-to-others',
    zh: `${id} 的可选伙伴（最佳为 ${other}）的名额在别处价值更高`,
    en: `the places of its possible partners (the best is ${other}) are worth more to others`,
    best: { with: other, weight: best.weight },
  };
}
