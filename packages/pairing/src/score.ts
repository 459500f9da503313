/**
 * The score of a pair: an integer, the exact sum of its named parts. A pair exists only if the two share a term (need meeting
 * offer), a trade, a neighbouring stage or complementary trades; district, level and topics add to such a pair and make none.
 */
import type { Corpus } from './corpus.ts';
import { shared } from './lists.ts';

/** linked: neighbours in one chain; same-type: one trade; cross-type: different trades that combine. */
export type Form = 'linked' | 'same-type' | 'cross-type';

/** The parts of a score, integers (10,000 = 1.00). */
export interface Parts {
  /** what the first needs and the second offers, and the other way round */
  readonly need: number;
  readonly offer: number;
  readonly form: number;
  readonly district: number;
  readonly level: number;
  readonly topics: number;
}

/** The score of a pair: `weight` is the exact sum of its parts (10,000 = 1.00). */
export interface Score {
  readonly weight: number;
  readonly parts: Parts;
  readonly form: Form;
}

/** most · x ÷ (x + half), rounded down: the first shared term counts most. */
export function saturate(corpus: Corpus, x: number): number {
  const { most, half } = corpus.weights.need;
  return x === 0 ? 0 : Math.floor((most * x) / (x + half));
}

/** The trade or stage link of two studios, the best one where several hold; undefined without any. */
export function linkOf(c: Corpus, u: number, v: number): Form | undefined {
  const { linked, sameType, crossType } = c.weights.form;
  let best: Form | undefined;
  let worth = -1;
  if (c.before[u] === c.place[v] || c.after[u] === c.place[v]) {
    best = 'linked';
    worth = linked;
  }
  if (c.trade[u] !== 0 && c.trade[u] === c.trade[v] && sameType > worth) {
    best = 'same-type';
    worth = sameType;
  }
  if (crossType > worth && complementary(c, u, v)) best = 'cross-type';
  return best;
}

function complementary(c: Corpus, u: number, v: number): boolean {
  const { start, item } = c.complements;
  const t = c.trade[u]!;
  for (let i = start[t]!; i < start[t + 1]!; i++) if (item[i] === c.trade[v]) return true;
  return false;
}

export function bonusOf(c: Corpus, link: Form | undefined): number {
  const { linked, sameType, crossType } = c.weights.form;
  return link === 'linked' ? linked : link === 'same-type' ? sameType : link === 'cross-type' ? crossType : 0;
}

/** The summed worth of what u seeks and v offers. */
export function overlap(c: Corpus, u: number, v: number): number {
  let sum = 0;
  for (const t of sharedTerms(c, u, v)) sum += c.worth[t]!;
  return sum;
}

/** The terms that u seeks and v offers and that say something. */
export function sharedTerms(c: Corpus, u: number, v: number): number[] {
  const offered = new Set(c.offers.item.subarray(c.offers.start[v]!, c.offers.start[v + 1]!));
  const sought = c.seeks.item.subarray(c.seeks.start[u]!, c.seeks.start[u + 1]!);
  return Array.from(sought).filter((t) => offered.has(t) && c.worth[t]! > 0);
}

/** True if both are known and the same. */
const same = (of: Int32Array, u: number, v: number) => of[u] === of[v] && of[u] !== 0;

/** What shared topics add. */
export const topicsPart = (c: Corpus, u: number, v: number) =>
  c.topics.item.length === 0 ? 0 : Math.min(c.weights.topics.most, c.weights.topics.each * shared(c.topics, u, v));

/**
 * The score of two studios by id; undefined if they cannot be paired (nothing shared, the same employer, or the same studio).
 * Throws RangeError for an id that is not in the corpus.
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
 * const { weight, parts, form } = scorePair(corpus, '焊接室', '编程室')!;
 * weight === Object.values(parts).reduce((sum, points) => sum + points, 0); // → true
 * form; // → 'cross-type'
 * ```
 */
export function scorePair(corpus: Corpus, first: string, second: string): Score | undefined {
  const u = corpus.at.get(first);
  const v = corpus.at.get(second);
  if (u === undefined || v === undefined) throw new RangeError(`no studio ${u === undefined ? first : second}`);
  if (u === v || (corpus.employer[u] !== 0 && corpus.employer[u] === corpus.employer[v])) return undefined;
  const need = overlap(corpus, u, v);
  const offer = overlap(corpus, v, u);
  const link = linkOf(corpus, u, v);
  if (need === 0 && offer === 0 && link === undefined) return undefined;
  const parts = {
    need: saturate(corpus, need),
    offer: saturate(corpus, offer),
    form: bonusOf(corpus, link),
    district: same(corpus.district, u, v) ? corpus.weights.district : 0,
    level: same(corpus.level, u, v) ? corpus.weights.level : 0,
    topics: topicsPart(corpus, u, v),
  };
  const weight = parts.need + parts.offer + parts.form + parts.district + parts.level + parts.topics;
  return { weight, parts, form: link ?? 'cross-type' };
}
