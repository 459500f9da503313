/**
 * "Why not with that one?", answered by shadow prices: what the last place of each of the two is worth to others, against what this
 * pair would bring. Forcing the pair costs at least the difference when the bound is reached, and about that when it is nearly.
 */
import type { Answer, Instance } from './instance.ts';

/** Why a pair is not in an answer, or that it is. */
export type WhyNotReason =
  | 'chosen'
  | 'kept'
  | 'forbidden'
  | 'not-possible'
  | 'no-place'
  | 'worth-more-elsewhere'
  | 'a-tie';

/** Why a pair was not chosen; weight and prices are 10,000 = 1.00. */
export interface WhyNot {
  readonly reason: WhyNotReason;
  readonly weight: number;
  /** what a place of each is worth to others, and what odd groups that hold both add */
  readonly prices: readonly [number, number];
  readonly odd: number;
  readonly zh: string;
  readonly en: string;
}

/** 0.41 for 4,100: two decimals, rounded down. */
const points = (x: number) => (Math.floor(x / 100) / 100).toFixed(2);

/**
 * Why two studios are not paired, answered by shadow prices: what the last place of each is worth to others, compared with this
 * pair's weight. Throws RangeError for an id that is not in the instance.
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
 * whyNot(instance, pair(instance), 'a', 'b').reason; // → 'worth-more-elsewhere'
 * ```
 */
export function whyNot(instance: Instance, answer: Answer, a: string, b: string): WhyNot {
  const same = ([x, y]: readonly [string, string]) => (x === a && y === b) || (x === b && y === a);
  const capacity = (id: string) => {
    const studio = instance.studios.find((s) => s.id === id);
    if (studio === undefined) throw new RangeError(`no studio ${id}`);
    return studio.capacity;
  };
  const keptOf = (id: string) => (instance.kept ?? []).filter((pair) => pair.includes(id)).length;
  const full = [a, b].filter((id) => capacity(id) === keptOf(id));
  const listed = instance.pairs.find((p) => same([p.a, p.b]));
  const weight = listed?.weight ?? 0;
  const prices = [answer.prices[a]!, answer.prices[b]!] as const;
  const odd = answer.odd.filter((s) => s.of.includes(a) && s.of.includes(b)).reduce((sum, s) => sum + s.price, 0);
  const say = (reason: WhyNotReason, zh: string, en: string): WhyNot => ({ reason, weight, prices, odd, zh, en });

  if ((instance.kept ?? []).some(same)) return say('kept', '已保留这一对', 'the pair is kept');
  if ((instance.forbidden ?? []).some(same)) return say('forbidden', '这一对被禁止', 'the pair is forbidden');
  if (answer.pairs.some(same)) return say('chosen', '已推荐这一对', 'the pair is proposed');
  if (weight === 0)
    return say('not-possible', '两者不能结对，或结对没有收益', 'the two cannot be paired, or gain nothing');
  if (full.length > 0)
    return say('no-place', `${full.join('、')} 没有空余名额`, `no place is left at ${full.join(', ')}`);
  const price = prices[0] + prices[1] + odd;
  const sums = `${points(prices[0])} + ${points(prices[1])}${odd > 0 ? ` + ${points(odd)}` : ''}`;
  const zh = `${a} 与 ${b} 的最后一个名额对别人共值 ${points(price)}（${sums}），这一对值 ${points(weight)}`;
  const en = `the last places of ${a} and ${b} are worth ${points(price)} to others (${sums}), this pair ${points(weight)}`;
  return weight < price
    ? say('worth-more-elsewhere', zh, en)
    : say('a-tie', `${zh}：别的组合同样好`, `${en}: others do as well`);
}
