/**
 * For each of n owners the k best entries, in flat arrays. Among equal weights the next in the order of ids after the owner is best,
 * round the end to the beginning: if all had the same favourites, most would go without.
 */

export interface Top {
  /** offers an entry to an owner */
  readonly add: (owner: number, studio: number, weight: number) => void;
  /** the weight an entry must reach to be of interest to the owner: 0 until its list is full */
  readonly least: (owner: number) => number;
  readonly pairs: () => { first: Int32Array; second: Int32Array; weight: Float64Array; kth: Float64Array };
}

export function topOf(n: number, k: number): Top {
  const size = new Int32Array(n);
  // An entry is kept by its distance from the owner, so that the order among equals is the order of numbers.
  const far = new Int32Array(n * k);
  const weight = new Float64Array(n * k);
  const away = (owner: number, studio: number) => (studio > owner ? studio - owner : studio - owner + n);
  const worse = (w: number, d: number, p: number) => w < weight[p]! || (w === weight[p]! && d > far[p]!);
  const put = (p: number, d: number, w: number) => {
    far[p] = d;
    weight[p] = w;
  };

  /** Each owner's entries are a heap with the worst at the root. */
  function add(owner: number, studio: number, w: number): void {
    const d = away(owner, studio);
    const base = owner * k;
    const count = size[owner]!;
    if (count === k) {
      if (!worse(w, d, base)) sink(base, d, w);
      return;
    }
    size[owner] = count + 1;
    let p = count;
    while (p > 0) {
      const up = (p - 1) >> 1;
      if (!worse(w, d, base + up)) break;
      put(base + p, far[base + up]!, weight[base + up]!);
      p = up;
    }
    put(base + p, d, w);
  }

  function sink(base: number, d: number, w: number): void {
    let p = 0;
    for (;;) {
      let child = 2 * p + 1;
      if (child >= k) break;
      if (child + 1 < k && worse(weight[base + child + 1]!, far[base + child + 1]!, base + child)) child++;
      if (worse(w, d, base + child)) break;
      put(base + p, far[base + child]!, weight[base + child]!);
      p = child;
    }
    put(base + p, d, w);
  }

  const least = (owner: number) => (size[owner] === k ? weight[owner * k]! : 0);

  /** The pairs that stand in at least one list, each once and in order, and each owner's k-th weight (0 if its list is not full). */
  function pairs() {
    const ones = new Int32Array(n * k);
    const others = new Int32Array(n * k);
    const weights = new Float64Array(n * k);
    let m = 0;
    for (let u = 0; u < n; u++) {
      for (let p = u * k; p < u * k + size[u]!; p++) {
        const w = weight[p]!;
        const v = u + far[p]! < n ? u + far[p]! : u + far[p]! - n;
        // The one with the greater number leaves it to the other, if that has the pair in its list.
        if (u > v && (size[v]! < k || !worse(w, away(v, u), v * k))) continue;
        ones[m] = Math.min(u, v);
        others[m] = Math.max(u, v);
        weights[m++] = w;
      }
    }
    const order = sortedBy(ones, sortedBy(others, undefined, m, n), m, n);
    const first = new Int32Array(m);
    const second = new Int32Array(m);
    const sorted = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      first[i] = ones[order[i]!]!;
      second[i] = others[order[i]!]!;
      sorted[i] = weights[order[i]!]!;
    }
    return { first, second, weight: sorted, kth: Float64Array.from({ length: n }, (_, v) => least(v)) };
  }
  return { add, least, pairs };
}

/** Positions 0 … m − 1 by their key (below n), those with equal keys in the order given. */
function sortedBy(key: Int32Array, order: Int32Array | undefined, m: number, n: number): Int32Array {
  const next = new Int32Array(n + 1);
  for (let i = 0; i < m; i++) next[key[i]! + 1]!++;
  for (let v = 0; v < n; v++) next[v + 1]! += next[v]!;
  const sorted = new Int32Array(m);
  for (let i = 0; i < m; i++) {
    const at = order === undefined ? i : order[i]!;
    sorted[next[key[at]!]!++] = at;
  }
  return sorted;
}
