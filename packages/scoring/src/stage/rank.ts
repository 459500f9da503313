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
  const byId = (a: number, b: number) => (ids[a]! < ids[b]! ? -1 : ids[a] === ids[b] ? 0 : 1);
  const compare = (a: number, b: number) => {
    for (let k = 0; k < width; k++) {
      const x = keys[a * width + k]!;
      const y = keys[b * width + k]!;
      if (x !== y) return x > y ? -1 : 1;
    }
    return 0;
  };
  part.unplaced.sort(byId);
  part.placed.sort((a, b) => compare(a, b) || byId(a, b));
  let place = 0;
  for (let n = 0; n < part.placed.length; n++) {
    const i = part.placed[n]!;
    if (n === 0 || compare(part.placed[n - 1]!, i) !== 0) place = n + 1;
    table.place[i] = place;
  }
}
