/** Whatever prices a matching starts from, it ends optimal and its prices and odd sets add up to exactly its weight. */
import { expect, test } from 'vitest';
import { random } from '../../bench/sample.ts';
import { runToEnd } from '../pair.ts';
import { match } from './matching.ts';
import { eachLeaf, type Net } from './state.ts';

type Edge = [u: number, v: number, w: number];

function netOf(n: number, edges: Edge[]): Net {
  const rows: number[][] = Array.from({ length: n }, () => []);
  edges.forEach(([u, v], k) => {
    rows[u]!.push(2 * k + 1);
    rows[v]!.push(2 * k);
  });
  const start = new Int32Array(n + 1);
  rows.forEach((row, v) => {
    start[v + 1] = start[v]! + row.length;
  });
  const end = Int32Array.from(edges.flatMap((e) => e.slice(0, 2)));
  return { n, end, weight: Float64Array.from(edges, (e) => 2 * e[2]), start, far: Int32Array.from(rows.flat()) };
}

/** The best total over all subsets of vertices, one vertex after the other. */
function byEnumeration(n: number, edges: Edge[]): number {
  const weight = new Map(edges.map(([u, v, w]) => [u * n + v, w]));
  const best = new Float64Array(1 << n);
  for (let set = 1; set < 1 << n; set++) {
    const v = 31 - Math.clz32(set);
    const rest = set ^ (1 << v);
    best[set] = best[rest]!;
    for (let u = 0; u < v; u++) {
      const w = weight.get(u * n + v);
      if (w !== undefined && (rest >> u) & 1) best[set] = Math.max(best[set]!, w + best[rest ^ (1 << u)]!);
    }
  }
  return best[(1 << n) - 1]!;
}

test('weight = optimum = prices + odd sets, from random valid prices', { timeout: 120_000 }, () => {
  let oddSets = 0;
  for (let seed = 0; seed < 5000; seed++) {
    const next = random(seed);
    const n = 2 + Math.floor(next() * 9);
    const density = next();
    const most = [1, 3, 10, 100][Math.floor(next() * 4)]!;
    const edges: Edge[] = [];
    for (let u = 0; u < n; u++)
      for (let v = u + 1; v < n; v++) if (next() < density) edges.push([u, v, 1 + Math.floor(next() * most)]);
    const price = Float64Array.from({ length: n }, () => (seed % 4 === 0 ? most : Math.floor(next() * most * 2)));
    for (const [u, v, w] of edges) {
      const lack = Math.max(0, 2 * w - price[u]! - price[v]!);
      const mine = Math.floor(next() * (lack + 1));
      price[u]! += mine;
      price[v]! += lack - mine;
    }
    const net = netOf(n, edges);
    const s = runToEnd(match(net, price, edges.keys(), 1e9));
    let weight = 0;
    let proof = 0;
    for (let v = 0; v < n; v++) {
      const p = s.mate[v]!;
      if (p >= 0) weight += net.weight[p >> 1]! / 4;
      if (s.price[v]! < 0) throw new Error(`seed ${seed}: a price below 0`);
      proof += s.price[v]! / 2;
    }
    const sets: { of: Set<number>; price: number }[] = [];
    for (let b = n; b < s.base.length; b++) {
      if ((s.children[b]?.length ?? 0) === 0 || s.oddPrice[b] === 0) continue;
      const of = new Set<number>();
      eachLeaf(s, b, (v) => of.add(v));
      sets.push({ of, price: s.oddPrice[b]! });
      proof += (s.oddPrice[b]! / 2) * Math.floor(of.size / 2);
      oddSets++;
    }
    for (const [u, v, w] of edges) {
      const inside = sets.filter((set) => set.of.has(u) && set.of.has(v)).reduce((sum, set) => sum + set.price, 0);
      if (2 * w > s.price[u]! + s.price[v]! + inside) throw new Error(`seed ${seed}: prices do not cover an edge`);
    }
    if (weight !== proof || weight !== byEnumeration(n, edges))
      throw new Error(`seed ${seed}: ${weight}, proof ${proof}`);
  }
  expect(oddSets).toBeGreaterThan(500);
});
