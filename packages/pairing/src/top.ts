/**
 * For each of n owners the k best entries seen so far, in one flat array of small heaps. Among equal weights the next in the order
 * of ids after the owner is best, round the end to the beginning: if all had the same favourites, most would go without.
 */

export function topOf(n: number, k: number) {
  const size = new Int32Array(n);
  const id = new Int32Array(n * k);
  const weight = new Float64Array(n * k);

  // An entry is kept by its distance from the owner, so that the order among equals is the order of numbers.
  const away = (owner: number, other: number) => (other > owner ? other - owner : other - owner + n);
  const back = (owner: number, distance: number) => (owner + distance < n ? owner + distance : owner + distance - n);

  /** true if entry (w, i) is worse than what stands at p */
  const worse = (w: number, i: number, p: number) => w < weight[p]! || (w === weight[p]! && i > id[p]!);

  function add(owner: number, studio: number, w: number): void {
    const other = away(owner, studio);
    const base = owner * k;
    const count = size[owner]!;
    if (count < k) {
      let p = count; // sift up: the root is the worst
      while (p > 0) {
        const parent = (p - 1) >> 1;
        if (!worse(w, other, base + parent)) break;
        weight[base + p] = weight[base + parent]!;
        id[base + p] = id[base + parent]!;
        p = parent;
      }
      weight[base + p] = w;
      id[base + p] = other;
      size[owner] = count + 1;
      return;
    }
    if (k === 0 || worse(w, other, base)) return;
    let p = 0;
    for (;;) {
      let child = 2 * p + 1;
      if (child >= k) break;
      if (child + 1 < k && worse(weight[base + child + 1]!, id[base + child + 1]!, base + child)) child++;
      if (worse(w, other, base + child)) break;
      weight[base + p] = weight[base + child]!;
      id[base + p] = id[base + child]!;
      p = child;
    }
    weight[base + p] = w;
    id[base + p] = other;
  }

  /** The pairs that stand in at least one list, each once, and each owner's k-th weight (0 if its list is not full). */
  function pairs() {
    const holds = (owner: number, other: number, w: number) =>
      size[owner]! > 0 && (size[owner]! < k || !worse(w, away(owner, other), owner * k));
    const first: number[] = [];
    const second: number[] = [];
    const weights: number[] = [];
    const rows: { v: number; w: number }[][] = Array.from({ length: n }, () => []);
    for (let u = 0; u < n; u++) {
      for (let p = u * k; p < u * k + size[u]!; p++) {
        const v = back(u, id[p]!);
        const w = weight[p]!;
        if (u < v) rows[u]!.push({ v, w });
        else if (!holds(v, u, w)) rows[v]!.push({ v: u, w });
      }
    }
    for (let u = 0; u < n; u++) {
      for (const { v, w } of rows[u]!.sort((a, b) => a.v - b.v)) {
        first.push(u);
        second.push(v);
        weights.push(w);
      }
    }
    return {
      first: Int32Array.from(first),
      second: Int32Array.from(second),
      weight: Float64Array.from(weights),
      kth: Float64Array.from({ length: n }, (_, v) => (k > 0 && size[v] === k ? weight[v * k]! : 0)),
    };
  }
  return { add, pairs };
}
