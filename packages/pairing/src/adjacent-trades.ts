/**
 * What a pair gains in addition to its terms and topics (form, district, level), fast for one studio against many: there are only 16 cases,
 * and for each the sum of terms is known that a pair needs to be of interest.
 */
import type { Corpus } from './corpus.ts';

export interface AdjacentTrades {
  /** prepares for studio u */
  readonly from: (u: number) => void;
  /** from now on its list takes only weights of at least `least` */
  readonly raise: (least: number) => void;
  /** which of the 16 cases v is */
  readonly kindOf: (v: number) => number;
  readonly points: Float64Array;
  /** by case: terms of both directions that add up to less cannot bring v into the list of u */
  readonly enough: Float64Array;
  /** the most a pair can have without any shared term */
  readonly most: number;
}

export function adjacentTradesOf(c: Corpus): AdjacentTrades {
  const { form, district, level, topics, need } = c.weights;
  const n = c.studios.length;
  // The properties of a studio side by side: one look into memory instead of four.
  const own = new Int32Array(4 * n);
  for (let v = 0; v < n; v++) own.set([c.trade[v]!, c.place[v]!, c.district[v]!, c.level[v]!], 4 * v);
  const byForm = [0, form.linked, form.sameType, form.crossType];
  const points = Float64Array.from(
    { length: 16 },
    (_, i) => byForm[i >> 2]! + (i & 2 ? district : 0) + (i & 1 ? level : 0),
  );
  // Which link counts where several hold: 1 for linked, 2 for the same trade, 4 for complementary trades.
  const best = Int32Array.from({ length: 8 }, (_, holds) => {
    const links = [1, 2, 3].filter((link) => holds & (1 << (link - 1)));
    return 4 * links.reduce((one, link) => (one === 0 || byForm[link]! > byForm[one]! ? link : one), 0);
  });
  const shared = c.topics.item.length > 0 ? topics.most : 0;
  const terms = new Float64Array(16);
  const none: Int32Array = new Int32Array(0);
  let combining = none;
  let [trade, before, after, area, rank] = [0, 0, 0, 0, 0];

  function kindOf(v: number): number {
    const at = 4 * v;
    const itsPlace = own[at + 1]!;
    let holds = itsPlace === before || itsPlace === after ? 1 : 0;
    if (own[at] === trade) holds += 2;
    if (combining !== none && combining.includes(own[at]!)) holds += 4;
    let i = best[holds]!;
    if (own[at + 2] === area) i += 2;
    if (own[at + 3] === rank) i += 1;
    return i;
  }

  /** Two equal directions are worth most: 2 · most · ½x ÷ (½x + half). */
  function termsFor(lack: number): number {
    if (lack <= 0) return 0;
    if (lack >= 2 * need.most) return Number.POSITIVE_INFINITY;
    return Math.floor((2 * need.half * lack) / (2 * need.most - lack));
  }

  function from(u: number): void {
    trade = c.trade[u]! || -1; // what is not known is like nothing else
    before = c.before[u]!;
    after = c.after[u]!;
    area = c.district[u]! || -1;
    rank = c.level[u]! || -1;
    const { start, item } = c.complements;
    combining = trade < 0 || start[trade] === start[trade + 1] ? none : item.subarray(start[trade]!, start[trade + 1]!);
    terms.fill(0);
  }

  function raise(least: number): void {
    for (let i = 0; i < 16; i++) terms[i] = termsFor(least - shared - points[i]!);
  }

  return { from, raise, kindOf, points, enough: terms, most: Math.max(...points) + shared };
}
