/**
 * A pairing with several places each, unfolded into a matching with one partner each. A studio with c places becomes c copies; a pair
 * between two studios of several places gets two vertices more, joined by an edge of the same weight: copy – a = b – copy. Taking
 * the outer two edges means the pair is chosen, the inner one that it is not, so that no pair is ever chosen twice.
 */
import type { Net } from './blossom/state.ts';
import type { Graph } from './graph.ts';

export interface Unfolded {
  readonly net: Net;
  /** doubled prices, valid for the net */
  readonly price: Float64Array;
  /** the edges that stand for the given pairing, then those that may join them */
  readonly first: Int32Array;
  /** where the copies of each studio begin; those of v end where those of v + 1 begin */
  readonly copies: Int32Array;
  /** true if each of a studio's pairs has a copy of its own */
  readonly roomy: (v: number) => boolean;
  /** what became of each of the pairs: 1 chosen */
  readonly read: (mate: Int32Array) => Uint8Array;
}

/**
 * Unfolds some `pairs` of a graph. `places` are those left for them, `chosen` is the pairing to begin with, prices are doubled.
 * Undefined if the net would have more than `mostEdges` edges.
 */
export function unfold(
  g: Graph,
  pairs: Int32Array,
  places: Int32Array,
  chosen: Uint8Array,
  price: Float64Array,
  mostEdges: number,
): Unfolded | undefined {
  const n = places.length;
  const degree = new Int32Array(n);
  for (const e of pairs) {
    degree[g.first[e]!]!++;
    degree[g.second[e]!]!++;
  }
  const copies = new Int32Array(n + 1);
  for (let v = 0; v < n; v++) copies[v + 1] = copies[v]! + Math.min(places[v]!, degree[v]!);
  // A studio with a place for each of its pairs gives each a copy of its own.
  const roomy = (v: number) => degree[v]! <= places[v]!;
  const width = (v: number) => (roomy(v) ? 1 : places[v]!);
  let edges = 0;
  let inner = 0;
  for (const e of pairs) {
    const a = width(g.first[e]!);
    const b = width(g.second[e]!);
    edges += a === 1 || b === 1 ? a * b : a + b + 1;
    inner += a === 1 || b === 1 ? 0 : 2;
    if (edges > mostEdges) return undefined;
  }

  const vertices = copies[n]! + inner;
  const end = new Int32Array(2 * edges);
  const weight = new Float64Array(edges);
  const prices = new Float64Array(vertices);
  for (let v = 0; v < n; v++) prices.fill(price[v]!, copies[v]!, copies[v + 1]!);
  const handed = new Int32Array(n);
  const used = new Int32Array(n);
  const first: number[] = [];
  const unchosen: number[] = [];
  const begins = new Int32Array(pairs.length + 1);
  let k = 0;
  let vertex = copies[n]!;
  const join = (x: number, y: number, w: number) => {
    end[2 * k] = x;
    end[2 * k + 1] = y;
    weight[k] = w;
    return k++;
  };

  for (let i = 0; i < pairs.length; i++) {
    const e = pairs[i]!;
    const [u, v] = [g.first[e]!, g.second[e]!];
    const w = 2 * g.weight[e]!;
    const a = copies[u]! + (roomy(u) ? handed[u]!++ : 0);
    const b = copies[v]! + (roomy(v) ? handed[v]!++ : 0);
    const [wide, far] = [width(u), width(v)];
    const yes = chosen[e] === 1;
    const mine = yes && !roomy(u) ? copies[u]! + used[u]!++ : a;
    const theirs = yes && !roomy(v) ? copies[v]! + used[v]!++ : b;
    begins[i] = k;
    if (wide === 1 || far === 1) {
      const payer = wide === 1 ? a : b; // the single copy pays what is lacking
      for (let x = a; x < a + wide; x++) {
        for (let y = b; y < b + far; y++) {
          prices[payer] = Math.max(prices[payer]!, w - prices[payer === x ? y : x]!);
          const edge = join(x, y, w);
          if (yes && x === mine && y === theirs) first.push(edge);
        }
      }
      continue;
    }
    const [one, other] = [vertex++, vertex++];
    const gains = w >= price[u]! + price[v]!;
    const between = Math.floor((Math.max(0, w - price[u]!) + Math.min(w, price[v]!)) / 2);
    prices[one] = gains ? w - price[u]! : between;
    prices[other] = gains ? w - price[v]! : w - between;
    for (let x = a; x < a + wide; x++) {
      const edge = join(x, one, w);
      if (yes && x === mine) first.push(edge);
    }
    for (let y = b; y < b + far; y++) {
      const edge = join(other, y, w);
      if (yes && y === theirs) first.push(edge);
    }
    unchosen.push(join(one, other, w));
  }
  begins[pairs.length] = k;

  // The pair is chosen if as many of its outer edges are taken as choosing it means.
  const read = (mate: Int32Array) => {
    const yes = new Uint8Array(pairs.length);
    for (let i = 0; i < pairs.length; i++) {
      const last = begins[i + 1]! - 1;
      if (last < begins[i]!) continue;
      const single = end[2 * last]! < copies[n]!;
      let taken = 0;
      for (let edge = begins[i]!; edge < (single ? last + 1 : last); edge++) {
        if (mate[end[2 * edge]!] === 2 * edge + 1) taken++;
      }
      yes[i] = taken === (single ? 1 : 2) ? 1 : 0;
    }
    return yes;
  };
  return {
    net: netOf(vertices, end, weight),
    price: prices,
    first: Int32Array.from(first.concat(unchosen)),
    copies,
    roomy,
    read,
  };
}

function netOf(n: number, end: Int32Array, weight: Float64Array): Net {
  const start = new Int32Array(n + 1);
  for (const v of end) start[v + 1]!++;
  for (let v = 0; v < n; v++) start[v + 1]! += start[v]!;
  const next = start.slice(0, n);
  const far = new Int32Array(end.length);
  for (let p = 0; p < end.length; p++) far[next[end[p]!]!++] = p ^ 1;
  return { n, end, weight, start, far };
}
