/**
 * The profiles made ready for comparison: studios in the order of their ids, every word a number, and for each term, trade and
 * stage the list of studios that have it. The order in which the profiles came does not matter.
 */
import { type Grouped, grouped } from './grouped.ts';
import { invert, type Lists, lists } from './lists.ts';
import { idf } from './log2.ts';
import type { Studio } from './studio.ts';
import { isHan, termsOf } from './terms.ts';
import type { Weights } from './weights.ts';

/** Profiles indexed for comparison: studios in the order of their ids, every word a number. */
export interface Corpus {
  readonly weights: Weights;
  readonly studios: readonly Studio[];
  /** position of a studio by id */
  readonly at: ReadonlyMap<string, number>;
  readonly terms: readonly string[];
  /** what sharing a term is worth, in 1/256 bit; 0 for a term too common to say anything */
  readonly worth: Int32Array;
  readonly offers: Lists;
  readonly seeks: Lists;
  readonly offeredBy: Lists;
  readonly soughtBy: Lists;
  readonly topics: Lists;
  readonly employer: Int32Array;
  readonly district: Int32Array;
  readonly level: Int32Array;
  readonly trade: Int32Array;
  readonly tradeNames: readonly string[];
  readonly ofTrade: Grouped;
  /** the place in a chain as one number, 0 if unknown; and the numbers of the places before and after it, −1 if nobody is there */
  readonly place: Int32Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly ofPlace: Grouped;
  /** studios of each trade's complementary trades, as trade numbers in order */
  readonly complements: Lists;
}

/** Numbers words in the order they come; the empty or missing word is 0. */
function numbering() {
  const seen = new Map<string, number>([['', 0]]);
  const of = (word = '') => {
    const known = seen.get(word);
    if (known !== undefined) return known;
    seen.set(word, seen.size);
    return seen.size - 1;
  };
  return { of, words: () => [...seen.keys()], at: (word: string) => seen.get(word) };
}

/**
 * Indexes profiles for comparison; their order does not matter. Throws RangeError if two profiles have the same id.
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
 * corpus.studios.map((studio) => studio.id); // → ['焊接室', '编程室']
 * ```
 */
export function corpusOf(profiles: readonly Studio[], weights: Weights): Corpus {
  const studios = [...profiles].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const at = new Map(studios.map((s, i) => [s.id, i]));
  if (at.size !== studios.length) throw new RangeError('two profiles have the same id');
  const n = studios.length;
  const term = numbering();
  const topic = numbering();
  const trade = numbering();
  const names = numbering();
  const numbers = (words: readonly string[], by: { of: (word: string) => number }) =>
    [...new Set(words.map(by.of))].sort((a, b) => a - b);
  const offers = lists(studios.map((s) => numbers(termsOf(s.offers), term)));
  const seeks = lists(studios.map((s) => numbers(termsOf(s.seeks), term)));
  const topics = lists(studios.map((s) => numbers(s.topics ?? [], topic).filter((t) => t > 0)));
  const trades = Int32Array.from(studios, (s) => trade.of(s.trade));
  const tradeNames = trade.words();
  const district = Int32Array.from(studios, (s) => names.of(s.district));
  const level = Int32Array.from(studios, (s) => names.of(s.level));
  const terms = term.words();
  const complements: number[][] = tradeNames.map(() => []);
  for (const [one, other] of weights.complements) {
    const a = trade.at(one);
    const b = trade.at(other);
    if (a === undefined || b === undefined || a === 0 || b === 0 || a === b) continue;
    if (!complements[a]!.includes(b)) complements[a]!.push(b);
    if (!complements[b]!.includes(a)) complements[b]!.push(a);
  }
  return {
    weights,
    studios,
    at,
    terms,
    worth: worths(n, terms, offers, seeks, weights),
    offers,
    seeks,
    offeredBy: invert(offers, terms.length),
    soughtBy: invert(seeks, terms.length),
    topics,
    employer: Int32Array.from(studios, (s) => names.of(s.employer)),
    district,
    level,
    trade: trades,
    tradeNames,
    ofTrade: grouped(trades, district, level, tradeNames.length),
    ...placesOf(studios, district, level),
    complements: lists(complements.map((c) => c.sort((a, b) => a - b))),
  };
}

function placesOf(studios: readonly Studio[], district: Int32Array, level: Int32Array) {
  const place = numbering();
  const name = (s: Studio, step: number) =>
    s.chain === undefined || s.chain === '' || s.stage === undefined ? '' : `${s.stage + step} ${s.chain}`;
  const own = Int32Array.from(studios, (s) => place.of(name(s, 0)));
  const near = (step: number) => Int32Array.from(studios, (s) => place.at(name(s, step)) || -1);
  const ofPlace = grouped(own, district, level, place.words().length);
  return { place: own, before: near(-1), after: near(1), ofPlace };
}

function worths(n: number, terms: readonly string[], offers: Lists, seeks: Lists, weights: Weights): Int32Array {
  const having = new Int32Array(terms.length);
  const last = new Int32Array(terms.length).fill(-1);
  for (let v = 0; v < n; v++) {
    for (const side of [offers, seeks]) {
      for (let i = side.start[v]!; i < side.start[v + 1]!; i++) {
        const t = side.item[i]!;
        if (last[t] !== v) having[t]!++;
        last[t] = v;
      }
    }
  }
  const { percent, from } = weights.common;
  return Int32Array.from(terms, (term, t) => {
    const h = having[t]!;
    if (h === 0 || (n >= from && h * 100 > n * percent)) return 0;
    return idf(n, h) * (isHan(term) ? 1 : weights.word);
  });
}
