// Weak 1224 ranking: within each group by the rank keys; equal keys share a place, and are listed by entrant id.

import { SCORED } from '../compile/row.ts';
import type { CompiledStage } from '../compile/stage.ts';
import type { Table } from './table.ts';

/** Row numbers in the order of the result, by ranking group; fills in the places. */
export interface Ranking {
  group: number;
  /** How many entrants are listed. */
  size: number;
  placed: number[];
  unplaced: number[];
}

export function rankAll(stage: CompiledStage, table: Table): Ranking[] {
  const whole = stage.context.stage.rankWithin === 'track';
  const parts = new Map<number, Ranking>();
  for (let i = 0; i < table.size; i++) {
    const group = whole ? -1 : table.group[i]!;
    const part: Ranking = parts.get(group) ?? { group, size: 0, placed: [], unplaced: [] };
    if (part.size === 0) parts.set(group, part);
    part.size++;
    const placeable = table.status[i] === SCORED && !table.bars.has(i);
    (placeable ? part.placed : part.unplaced).push(i);
  }
  const ranked = [...parts.values()].sort((a, b) => a.group - b.group);
  for (const part of ranked) rankPart(table, stage.rankBy.length, part);
  return ranked;
}

function rankPart(table: Table, width: number, part: Ranking): void {
  const { ids, keys } = table;
  const byId = (a: number, b: number) => (table.sorted ? a - b : ids[a]! < ids[b]! ? -1 : ids[a] === ids[b] ? 0 : 1);
  const compare = (a: number, b: number) => {
    for (let k = 0; k < width; k++) {
      const x = keys[a * width + k]!;
      const y = keys[b * width + k]!;
      if (x !== y) return x > y ? -1 : 1;
    }
    return 0;
  };
  part.unplaced.sort(byId);
  const ordered = sortByFirstKey(part.placed, (i) => keys[i * width]!);
  if (ordered) {
    part.placed = ordered;
    // Equal keys stay in the order of their rows, which is that of the ids when these came sorted.
    if (width > 1 || !table.sorted)
      sortTies(
        ordered,
        (i) => keys[i * width]!,
        (a, b) => compare(a, b) || byId(a, b),
      );
  } else part.placed.sort((a, b) => compare(a, b) || byId(a, b));
  let place = 0;
  for (let n = 0; n < part.placed.length; n++) {
    const i = part.placed[n]!;
    if (n === 0 || compare(part.placed[n - 1]!, i) !== 0) place = n + 1;
    table.place[i] = place;
  }
}

/**
 * Highest first key first. Key and position are packed into one number, so that the native numeric sort does the work;
 * undefined when they do not fit (a key without a number, or beyond the safe integers).
 */
function sortByFirstKey(rows: readonly number[], key: (i: number) => number): number[] | undefined {
  const n = rows.length;
  const packed = new Float64Array(n);
  const most = Math.floor(Number.MAX_SAFE_INTEGER / n) - 1;
  for (let p = 0; p < n; p++) {
    const k = key(rows[p]!);
    if (!(k > -most && k < most)) return undefined;
    packed[p] = -k * n + p;
  }
  packed.sort();
  return Array.from(packed, (x) => rows[((x % n) + n) % n]!);
}

/** Sorts every run of equal first keys by the rest. */
function sortTies(rows: number[], key: (i: number) => number, compare: (a: number, b: number) => number): void {
  let from = 0;
  for (let p = 1; p <= rows.length; p++) {
    if (p < rows.length && key(rows[p]!) === key(rows[from]!)) continue;
    if (p - from > 1) {
      const run = rows.slice(from, p).sort(compare);
      for (let r = 0; r < run.length; r++) rows[from + r] = run[r]!;
    }
    from = p;
  }
}
