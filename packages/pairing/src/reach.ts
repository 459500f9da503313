/**
 * Finds the studios that share a term or a link with one, and sums up the terms they share: `sum[2v]` is what it seeks and v offers,
 * `sum[2v + 1]` the other way round. The caller clears the sums it has read.
 */
import type { Corpus } from './corpus.ts';
import type { Grouped } from './grouped.ts';
import type { Lists } from './lists.ts';

export interface Reach {
  readonly sum: Int32Array;
  readonly found: Int32Array;
  /** gathers the studios that share terms with u; answers how many there are in `found` */
  readonly byTerms: (u: number) => number;
  /** gathers those that share a link only and may be worth `least`, after `already` were found by terms; answers how many */
  readonly byLinks: (u: number, already: number, least: number) => number;
}

export function reachOf(c: Corpus): Reach {
  const n = c.studios.length;
  const sum = new Int32Array(2 * n);
  const found = new Int32Array(n);
  const seen = new Int32Array(n).fill(-1);

  function gather(u: number, mine: Lists, theirs: Lists, side: 0 | 1, already: number): number {
    const { worth } = c;
    const { start, item } = theirs;
    let count = already;
    for (let i = mine.start[u]!; i < mine.start[u + 1]!; i++) {
      const t = mine.item[i]!;
      const w = worth[t]!;
      if (w === 0) continue;
      const end = start[t + 1]!;
      for (let j = start[t]!; j < end; j++) {
        const at = 2 * item[j]!;
        if (sum[at] === 0 && sum[at + 1] === 0) found[count++] = item[j]!;
        sum[at + side]! += w;
      }
    }
    return count;
  }

  const byTerms = (u: number) => gather(u, c.offers, c.soughtBy, 1, gather(u, c.seeks, c.offeredBy, 0, 0));

  const { form, topics } = c.weights;
  const anyForm = Math.max(form.linked, form.sameType, form.crossType) + (c.topics.item.length > 0 ? topics.most : 0);

  function byLinks(u: number, already: number, least: number): number {
    let count = 0;
    for (let i = 0; i < already; i++) seen[found[i]!] = u;
    const district = c.district[u]!;
    const level = c.level[u]!;
    const list = (of: Grouped, t: number) => {
      for (let g = of.of[t]!; g < of.of[t + 1]!; g++) {
        let most = anyForm;
        if (of.district[g] === district) most += c.weights.district;
        if (of.level[g] === level) most += c.weights.level;
        if (most < least) continue;
        for (let j = of.start[g]!; j < of.start[g + 1]!; j++) {
          const v = of.item[j]!;
          if (seen[v] === u) continue;
          seen[v] = u;
          found[count++] = v;
        }
      }
    };
    const trade = c.trade[u]!;
    if (trade > 0) list(c.ofTrade, trade);
    if (c.before[u]! > 0) list(c.ofPlace, c.before[u]!);
    if (c.after[u]! > 0) list(c.ofPlace, c.after[u]!);
    const { start, item } = c.complements;
    for (let i = start[trade]!; i < start[trade + 1]!; i++) list(c.ofTrade, item[i]!);
    return count;
  }
  return { sum, found, byTerms, byLinks };
}
