/** Many short lists of numbers in two flat arrays (compressed sparse rows). */
export interface Lists {
  /** list v is item[start[v]] … item[start[v + 1] − 1] */
  readonly start: Int32Array;
  readonly item: Int32Array;
}

export function lists(rows: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(rows.length + 1);
  for (let v = 0; v < rows.length; v++) start[v + 1] = start[v]! + rows[v]!.length;
  const item = new Int32Array(start[rows.length]!);
  for (let v = 0; v < rows.length; v++) item.set(rows[v]!, start[v]!);
  return { start, item };
}

/** For each of `size` items the lists that hold it, ascending. */
export function invert(from: Lists, size: number): Lists {
  const start = new Int32Array(size + 1);
  for (const t of from.item) start[t + 1]!++;
  for (let t = 0; t < size; t++) start[t + 1]! += start[t]!;
  const next = start.slice(0, size);
  const item = new Int32Array(from.item.length);
  for (let v = 0; v + 1 < from.start.length; v++) {
    for (let i = from.start[v]!; i < from.start[v + 1]!; i++) item[next[from.item[i]!]!++] = v;
  }
  return { start, item };
}

/** How many items two ascending lists share. */
export function shared(of: Lists, u: number, v: number): number {
  let i = of.start[u]!;
  let j = of.start[v]!;
  const endI = of.start[u + 1]!;
  const endJ = of.start[v + 1]!;
  let count = 0;
  while (i < endI && j < endJ) {
    const d = of.item[i]! - of.item[j]!;
    if (d === 0) count++;
    if (d <= 0) i++;
    if (d >= 0) j++;
  }
  return count;
}
