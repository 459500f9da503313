/**
 * The state of an exact maximum-weight matching (one partner each, general graph) by Edmonds' blossoms: who is matched, the
 * prices that prove it, the nested odd sets, and the labels of the search tree that is being grown.
 *
 * Weights are doubled and all prices are integers; every vertex of a tree has the parity of its root, so that half the slack of
 * an edge between two outer vertices is an integer too and no fraction ever arises.
 */

export interface Net {
  /** number of vertices */
  readonly n: number;
  /** edge k joins end[2k] and end[2k + 1]; 2k and 2k + 1 are called its ends, p ^ 1 the end opposite to p */
  readonly end: Int32Array;
  /** doubled weight of edge k */
  readonly weight: Float64Array;
  /** far ends of the edges of v: far[start[v]] … far[start[v + 1] − 1] */
  readonly start: Int32Array;
  readonly far: Int32Array;
}

export const FREE = 0;
export const OUTER = 1; // reached by a path of even length: its price falls
export const INNER = 2; // reached by a path of odd length: its price rises

export interface State extends Net {
  /** the far end of the edge v is matched by, −1 if v is alone */
  readonly mate: Int32Array;
  /** price of v as of the time its label was given */
  readonly price: Float64Array;
  /** vertices and blossoms (numbered from n) share the arrays below */
  readonly parent: Int32Array;
  readonly base: Int32Array;
  /** price of a blossom as of the time its label was given */
  readonly oddPrice: Float64Array;
  readonly label: Uint8Array;
  /** the end through which a top was reached: end[via] is the vertex it was reached from */
  readonly via: Int32Array;
  /** when the price of a blossom was written last */
  readonly written: Float64Array;
  /**
   * The vertices of one top form a group, a ring through `next` and `back`. Where tops merge, the smaller groups move into the
   * largest, and where a top opens the smaller parts move out, so that nobody moves often.
   */
  readonly group: Int32Array;
  readonly next: Int32Array;
  readonly back: Int32Array;
  /** some vertex of the group, how many there are, and the top they make up */
  readonly some: Int32Array;
  readonly size: Int32Array;
  readonly topOfGroup: Int32Array;
  readonly groupOfTop: Int32Array;
  readonly unusedGroups: number[];
  /** number of vertices in a blossom */
  readonly leaves: Int32Array;
  /** when the prices of a group's vertices were written last */
  readonly since: Float64Array;
  /** children of blossom b in the order of its odd cycle; ends[i] lies in child i and leads to child i + 1 */
  readonly children: number[][];
  readonly ends: number[][];
  readonly unused: number[];
  /** the position of a child in its parent's cycle, and of the child that holds a blossom's base */
  readonly at: Int32Array;
  readonly baseAt: Int32Array;
  /** the tops labelled in this search */
  readonly labelled: number[];
  now: number;
  readonly heap: { time: Float64Array; what: Int32Array; size: number };
  /** how many events were handled in all searches: the measure of work */
  events: number;
}

export function newState(net: Net, price: Float64Array): State {
  const { n } = net;
  const all = n + (n >> 1) + 1;
  const own = (v: number) => (v < n ? v : -1);
  return {
    ...net,
    mate: new Int32Array(n).fill(-1),
    price,
    parent: new Int32Array(all).fill(-1),
    base: Int32Array.from({ length: all }, (_, v) => own(v)),
    oddPrice: new Float64Array(all),
    label: new Uint8Array(all),
    via: new Int32Array(all).fill(-1),
    written: new Float64Array(all),
    group: Int32Array.from({ length: n }, (_, v) => v),
    next: Int32Array.from({ length: n }, (_, v) => v),
    back: Int32Array.from({ length: n }, (_, v) => v),
    some: Int32Array.from({ length: all }, (_, v) => own(v)),
    size: new Int32Array(all).fill(1),
    topOfGroup: Int32Array.from({ length: all }, (_, v) => v),
    groupOfTop: Int32Array.from({ length: all }, (_, v) => v),
    unusedGroups: Array.from({ length: all - n }, (_, i) => all - 1 - i),
    leaves: new Int32Array(all).fill(1),
    since: new Float64Array(all),
    at: new Int32Array(all),
    baseAt: new Int32Array(all),
    children: [],
    ends: [],
    unused: Array.from({ length: all - n }, (_, i) => all - 1 - i),
    labelled: [],
    now: 0,
    heap: { time: new Float64Array(256), what: new Int32Array(256), size: 0 },
    events: 0,
  };
}

/** Calls back with every vertex inside top or blossom b; nests can be deep, so without recursion. */
export function eachLeaf(s: State, b: number, call: (v: number) => void): void {
  const todo = b < s.n ? [] : [b];
  if (b < s.n) call(b);
  while (todo.length > 0) {
    for (const child of s.children[todo.pop()!]!) {
      if (child < s.n) call(child);
      else todo.push(child);
    }
  }
}

/** The outermost blossom of a vertex, or the vertex itself. */
export const topOf = (s: State, v: number) => s.topOfGroup[s.group[v]!]!;

/** The price of v at this moment. */
export function priceOf(s: State, v: number): number {
  const group = s.group[v]!;
  const label = s.label[s.topOfGroup[group]!];
  if (label === FREE) return s.price[v]!;
  const passed = s.now - s.since[group]!;
  return label === OUTER ? s.price[v]! - passed : s.price[v]! + passed;
}

/** What an edge lacks to be tight at this moment. */
export const slackOf = (s: State, k: number) =>
  priceOf(s, s.end[2 * k]!) + priceOf(s, s.end[2 * k + 1]!) - s.weight[k]!;

/** The price of a top-level blossom at this moment. */
export function oddPriceOf(s: State, b: number): number {
  const label = s.label[b];
  if (label === FREE) return s.oddPrice[b]!;
  const passed = 2 * (s.now - s.written[b]!);
  return label === OUTER ? s.oddPrice[b]! + passed : s.oddPrice[b]! - passed;
}

/** Writes the price of a top-level blossom as of now. */
export function writeOdd(s: State, b: number): void {
  s.oddPrice[b] = oddPriceOf(s, b);
  s.written[b] = s.now;
}
