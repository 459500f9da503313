/** Studios by a key (a trade, a place in a chain), and within it by district and level, so that whole groups can be passed over. */
export interface Grouped {
  /** groups of key t: of[t] … of[t + 1] − 1 */
  readonly of: Int32Array;
  readonly district: Int32Array;
  readonly level: Int32Array;
  /** members of group g: item[start[g]] … item[start[g + 1] − 1], ascending */
  readonly start: Int32Array;
  readonly item: Int32Array;
}

/** Key 0 means unknown and is left out; keys are below `size`. */
export function grouped(key: Int32Array, district: Int32Array, level: Int32Array, size: number): Grouped {
  const item = Int32Array.from(key, (_, v) => v)
    .filter((v) => key[v] !== 0)
    .sort((u, v) => key[u]! - key[v]! || district[u]! - district[v]! || level[u]! - level[v]! || u - v);
  const of = new Int32Array(size + 1);
  const starts: number[] = [];
  item.forEach((v, i) => {
    const before = i === 0 ? -1 : item[i - 1]!;
    if (before >= 0 && key[v] === key[before] && district[v] === district[before] && level[v] === level[before]) return;
    starts.push(i);
    of[key[v]! + 1]!++;
  });
  for (let t = 0; t < size; t++) of[t + 1]! += of[t]!;
  return {
    of,
    district: Int32Array.from(starts, (i) => district[item[i]!]!),
    level: Int32Array.from(starts, (i) => level[item[i]!]!),
    start: Int32Array.from([...starts, item.length]),
    item,
  };
}
