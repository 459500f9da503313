/**
 * The K best partners of every studio, exactly: no pair outside both lists scores more than half the sum of the two K-th scores.
 * Ties go to the smaller id, so the lists do not depend on the order of the profiles.
 */
import type { Corpus } from './corpus.ts';
import type { Instance } from './instance.ts';
import { besides, bonusOf, linkOf, saturate } from './score.ts';
import { topOf } from './top.ts';

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

/**
 * Candidates of a corpus. Pairs in `without` (forbidden, or partners in the past) are as if they did not exist, so that they
 * take no place in the lists.
 */
export function candidatesOf(c: Corpus, k: number, without: Iterable<readonly [string, string]> = []): Candidates {
  const n = c.studios.length;
  const barred = new Set<number>();
  for (const [a, b] of without) {
    const u = c.at.get(a);
    const v = c.at.get(b);
    if (u !== undefined && v !== undefined) barred.add(Math.min(u, v) * n + Math.max(u, v));
  }
  const top = topOf(n, k);
  const need = new Int32Array(n);
  const offer = new Int32Array(n);
  const touched = new Int32Array(n);
  const seen = new Uint8Array(n);
  for (let u = 0; u < n; u++) {
    let count = 0;
    const touch = (v: number) => {
      if (v <= u || seen[v] === 1) return;
      seen[v] = 1;
      touched[count++] = v;
    };
    const gather = (mine: Corpus['seeks'], theirs: Corpus['seeks'], sum: Int32Array) => {
      for (let i = mine.start[u]!; i < mine.start[u + 1]!; i++) {
        const t = mine.item[i]!;
        const worth = c.worth[t]!;
        if (worth === 0) continue;
        for (let j = theirs.start[t]!; j < theirs.start[t + 1]!; j++) {
          const v = theirs.item[j]!;
          touch(v);
          sum[v]! += worth;
        }
      }
    };
    gather(c.seeks, c.offeredBy, need);
    gather(c.offers, c.soughtBy, offer);
    for (let v = u + 1; v < n; v++) if (linkOf(c, u, v) !== undefined) touch(v);
    for (let i = 0; i < count; i++) {
      const v = touched[i]!;
      seen[v] = 0;
      const barredPair =
        (c.employer[u] !== 0 && c.employer[u] === c.employer[v]) || (barred.size > 0 && barred.has(u * n + v));
      if (!barredPair) {
        const more = besides(c, u, v);
        const weight =
          saturate(c, need[v]!) +
          saturate(c, offer[v]!) +
          bonusOf(c, linkOf(c, u, v)) +
          more.district +
          more.level +
          more.topics;
        top.add(u, v, weight);
        top.add(v, u, weight);
      }
    }
    need.fill(0);
    offer.fill(0);
  }
  return { studios: c.studios.map(({ id, capacity }) => ({ id, capacity })), k, ...top.pairs() };
}

/** The candidates as an instance that can be written to a file. */
export function instanceOf(
  c: Candidates,
  by: { kept?: Instance['kept']; forbidden?: Instance['forbidden'] } = {},
): Instance {
  const id = (v: number) => c.studios[v]!.id;
  const pairs = Array.from(c.first, (u, e) => ({ a: id(u), b: id(c.second[e]!), weight: c.weight[e]! }));
  return { studios: c.studios, pairs, kept: by.kept ?? [], forbidden: by.forbidden ?? [] };
}
