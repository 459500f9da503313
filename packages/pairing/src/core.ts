/**
 * The exact part: pairs near their prices are left open and solved exactly; pairs far above are taken and pairs far below left out,
 * and afterwards it is checked with the new prices that this was right. What was not is opened and solved again.
 */
import { match } from './blossom/matching.ts';
import { eachLeaf, type State } from './blossom/state.ts';
import type { Graph } from './graph.ts';
import { type Unfolded, unfold } from './unfold.ts';

export interface CoreResult {
  readonly chosen: Uint8Array;
  /** no pairing weighs more */
  readonly exact: boolean;
  /** doubled prices and odd sets that the exact part ended with, for the proof */
  readonly price: Float64Array;
  readonly odd: readonly { readonly of: Int32Array; readonly price: number }[];
}

export interface CoreLimits {
  /** a pair further than this (doubled) from its prices is settled beforehand */
  readonly depth: number;
  readonly edges: number;
  readonly events: number;
}

const ROUNDS = 4;
/** With more open pairs than that there is one round, and searches stay within the depth: nearly the best at a part of the price. */
const MANY = 10_000;

export function* solveCore(
  g: Graph,
  places: Int32Array,
  given: Uint8Array,
  price: Float64Array,
  limits: CoreLimits,
): Generator<number, CoreResult | undefined> {
  const m = g.weight.length;
  const gain = (e: number) => 2 * g.weight[e]! - price[g.first[e]!]! - price[g.second[e]!]!;
  const open = new Uint8Array(m);
  for (let e = 0; e < m; e++) {
    if (g.weight[e] === 0) continue;
    open[e] = given[e] === 1 ? (gain(e) <= limits.depth ? 1 : 0) : gain(e) >= -limits.depth ? 1 : 0;
  }
  let result: CoreResult = { chosen: given, exact: false, price, odd: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const left = places.slice();
    const pairs: number[] = [];
    for (let e = 0; e < m; e++) {
      if (open[e] === 1) pairs.push(e);
      else if (given[e] === 1) {
        left[g.first[e]!]!--;
        left[g.second[e]!]!--;
      }
    }
    const some = Int32Array.from(pairs);
    const unfolded = unfold(g, some, left, given, price, limits.edges);
    if (unfolded === undefined) return round === 0 ? undefined : result;
    const many = some.length > MANY && limits.depth < Number.POSITIVE_INFINITY;
    const reach = many ? 16 * limits.depth : Number.POSITIVE_INFINITY;
    const state = yield* match(unfolded.net, unfolded.price, unfolded.first, limits.events, reach);
    const taken = unfolded.read(state.mate);
    const chosen = given.slice();
    for (let i = 0; i < some.length; i++) chosen[some[i]!] = taken[i]!;
    const { low, high } = spread(unfolded, state, price, left);
    result = { chosen, exact: false, price: low, odd: oddSets(unfolded, state, places) };
    if (!state.done) return result;
    const wrong = reopen(g, { left, open, chosen, low, high });
    if (wrong === 0) return { ...result, exact: true };
    if (many) return result;
  }
  return result;
}

/**
 * Settled pairs must lie on the right side of the new prices; those that do not are opened. Answers how many. A studio whose places
 * are all taken beforehand may raise its price first, as far as the pairs it has allow.
 */
function reopen(
  g: Graph,
  at: { left: Int32Array; open: Uint8Array; chosen: Uint8Array; low: Float64Array; high: Float64Array },
): number {
  const { left, open, chosen, low, high } = at;
  const raise = (v: number, price: number) => {
    low[v] = price;
    high[v] = price;
  };
  let wrong = 0;
  for (let e = 0; e < chosen.length; e++) {
    const w = 2 * g.weight[e]!;
    const u = g.first[e]!;
    const v = g.second[e]!;
    if (chosen[e] === 1 || w <= low[u]! + low[v]!) continue;
    if (left[u] === 0) raise(u, w - low[v]!);
    else if (left[v] === 0) raise(v, w - low[u]!);
    else if (open[e] === 0) {
      open[e] = 1;
      wrong++;
    }
  }
  for (let e = 0; e < chosen.length; e++) {
    if (open[e] === 1 || chosen[e] === 0) continue;
    if (2 * g.weight[e]! >= high[g.first[e]!]! + high[g.second[e]!]!) continue;
    open[e] = 1;
    wrong++;
  }
  return wrong;
}

/**
 * The lowest and the highest price among the copies of each studio. A studio whose open pairs all have a copy of their own asks
 * the lowest of them, and nothing if a place is left over: what a pair pays beyond that is the pair's own affair.
 */
function spread(unfolded: Unfolded, state: State, price: Float64Array, left: Int32Array) {
  const { copies, roomy } = unfolded;
  const low = price.slice();
  const high = price.slice();
  for (let v = 0; v < price.length; v++) {
    const from = copies[v]!;
    const to = copies[v + 1]!;
    if (from < to) low[v] = high[v] = state.price[from]!;
    for (let x = from + 1; x < to; x++) {
      const p = state.price[x]!;
      if (p < low[v]!) low[v] = p;
      if (p > high[v]!) high[v] = p;
    }
    if (to - from < left[v]!) low[v] = 0;
    if (roomy(v)) high[v] = low[v]!;
  }
  return { low, high };
}

/** So many members of odd sets, per studio, are written down at most; the bound is valid without the others. */
const MEMBERS = 64;

/** The odd sets of studios, all of whose copies lie in one priced blossom, the smallest first. */
function oddSets(unfolded: Unfolded, state: State, places: Int32Array) {
  const { copies } = unfolded;
  const owner = new Int32Array(copies[copies.length - 1]!);
  for (let v = 0; v + 1 < copies.length; v++) owner.fill(v, copies[v]!, copies[v + 1]!);
  const priced: number[] = [];
  for (let b = state.n; b < state.base.length; b++) {
    if ((state.children[b]?.length ?? 0) > 0 && state.oddPrice[b]! > 0) priced.push(b);
  }
  priced.sort((a, b) => state.leaves[a]! - state.leaves[b]! || a - b);
  const odd: { of: Int32Array; price: number }[] = [];
  const inside = new Int32Array(places.length);
  const seen = new Int32Array(places.length);
  let members = 0;
  for (const b of priced) {
    members += state.leaves[b]!;
    if (members > MEMBERS * places.length) break;
    let met = 0;
    eachLeaf(state, b, (x) => {
      if (x >= owner.length) return;
      const v = owner[x]!;
      if (inside[v]!++ === 0) seen[met++] = v;
    });
    let total = 0;
    let whole = 0;
    for (let i = 0; i < met; i++) {
      const v = seen[i]!;
      if (inside[v] === places[v]) {
        seen[whole++] = v;
        total += places[v]!;
      }
      inside[v] = 0;
    }
    if (whole > 2 && total % 2 === 1) odd.push({ of: seen.slice(0, whole), price: state.oddPrice[b]! });
  }
  return odd;
}
