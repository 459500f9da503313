/**
 * The K best partners of every studio, exactly: no pair outside both lists scores more than half the sum of the two K-th scores.
 * Ties go to the smaller id, so the lists do not depend on the order of the profiles.
 */
import type { Corpus } from './corpus.ts';
import type { Instance } from './instance.ts';
import type { Lists } from './lists.ts';
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

export interface CandidateOptions {
  /** pairs that do not exist (forbidden, or partners in the past): they take no place in the lists */
  readonly without?: Iterable<readonly [string, string]>;
  /**
   * Alliances of one leading studio with several members (1 + N): the leaders, and how many members each takes. Only pairs of a leader
   * and another studio exist then, and all others join one alliance, or none if they have no capacity.
   */
  readonly leaders?: ReadonlyMap<string, number>;
}

/** Candidates of a corpus: the k best of each studio. */
export function candidatesOf(c: Corpus, k: number, options: CandidateOptions = {}): Candidates {
  const steps = candidateSteps(c, k, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same step by step; each step yields how many studios are done. */
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
  const reach = reachOf(c);
  for (let u = 0; u < n; u++) {
    if (u % 1024 === 0) yield { stage: 'candidates', done: u, of: n };
    const count = reach.from(u);
    for (let i = 0; i < count; i++) {
      const v = reach.found[i]!;
      const need = saturate(c, reach.need[v]!);
      const offer = saturate(c, reach.offer[v]!);
      reach.need[v] = 0;
      reach.offer[v] = 0;
      reach.seen[v] = 0;
      if (c.employer[u] === c.employer[v] && c.employer[u] !== 0) continue;
      if (barred.size > 0 && barred.has(u * n + v)) continue;
      if (leads !== undefined && leads[u] === leads[v]) continue;
      const weight = need + offer + bonusOf(c, linkOf(c, u, v)) + besides(c, u, v);
      top.add(u, v, weight);
      top.add(v, u, weight);
    }
  }
  const studios = c.studios.map(({ id, capacity }) => ({
    id,
    capacity: leaders === undefined ? capacity : (leaders.get(id) ?? Math.min(capacity, 1)),
  }));
  return { studios, k, ...top.pairs() };
}

/**
 * Finds the studios after u that share a term or a link with it, and sums up the terms. Asked for u = 0, 1, 2 … in turn, so that
 * each list of studios is read only beyond u and every pair is met once.
 */
function reachOf(c: Corpus) {
  const n = c.studios.length;
  const need = new Int32Array(n);
  const offer = new Int32Array(n);
  const seen = new Uint8Array(n);
  const found = new Int32Array(n);
  let count = 0;

  const cursors = (of: Lists) => ({ ...of, next: of.start.slice(0, -1) });
  const offeredBy = cursors(c.offeredBy);
  const soughtBy = cursors(c.soughtBy);
  const ofTrade = cursors(c.ofTrade);
  const ofPlace = cursors(c.ofPlace);

  /** where list t begins beyond u */
  function beyond(of: ReturnType<typeof cursors>, t: number, u: number): number {
    let j = of.next[t]!;
    const end = of.start[t + 1]!;
    while (j < end && of.item[j]! <= u) j++;
    of.next[t] = j;
    return j;
  }

  function gather(mine: Lists, theirs: ReturnType<typeof cursors>, sum: Int32Array, u: number): void {
    for (let i = mine.start[u]!; i < mine.start[u + 1]!; i++) {
      const t = mine.item[i]!;
      const worth = c.worth[t]!;
      if (worth === 0) continue;
      const { item } = theirs;
      const end = theirs.start[t + 1]!;
      for (let j = beyond(theirs, t, u); j < end; j++) {
        const v = item[j]!;
        sum[v]! += worth;
        if (seen[v] === 0) {
          seen[v] = 1;
          found[count++] = v;
        }
      }
    }
  }

  function linked(of: ReturnType<typeof cursors>, t: number, u: number): void {
    const end = of.start[t + 1]!;
    for (let j = beyond(of, t, u); j < end; j++) {
      const v = of.item[j]!;
      if (seen[v] === 0) {
        seen[v] = 1;
        found[count++] = v;
      }
    }
  }

  function from(u: number): number {
    count = 0;
    gather(c.seeks, offeredBy, need, u);
    gather(c.offers, soughtBy, offer, u);
    const trade = c.trade[u]!;
    if (trade > 0) linked(ofTrade, trade, u);
    if (c.before[u]! > 0) linked(ofPlace, c.before[u]!, u);
    if (c.after[u]! > 0) linked(ofPlace, c.after[u]!, u);
    const { start, item } = c.complements;
    for (let i = start[trade]!; i < start[trade + 1]!; i++) linked(ofTrade, item[i]!, u);
    return count;
  }
  return { need, offer, seen, found, from };
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
