// Plain marks of many entrants in one typed array: what a campaign of a hundred thousand holds instead of objects.
import type { CompiledStage } from '../compile/stage.ts';
import type { Entrant } from '../input.ts';
import { failInput } from '../refusal.ts';

/**
 * Marks of many entrants in one array, `ids.length × items.length`, row by row; NaN = no mark. Other kinds of entry (na, events,
 * vetoes) need entrants as objects.
 */
export interface Packed {
  ids: readonly string[];
  groups?: readonly (string | null)[];
  /** Criterion ids, in the order of the columns. */
  items: readonly string[];
  marks: Float64Array;
}

export function isPacked(entrants: Iterable<Entrant> | Packed): entrants is Packed {
  return 'marks' in entrants;
}

/** Column by slot of the sheet, −1 where marks are not packed. */
export function columnsOf(stage: CompiledStage, packed: Packed): Int32Array {
  const { ids, items, marks } = packed;
  if (marks.length !== ids.length * items.length) failInput('packed-size', '/marks', 'marks must be ids × items');
  const columns = new Int32Array(stage.context.slots.length + 1).fill(-1);
  for (const [column, id] of items.entries()) {
    const slot = stage.context.byId.get(id);
    if (slot?.criterion.measure?.kind !== 'value')
      failInput('packed-item', `/items/${column}`, `no marks are given for ${id}`);
    else columns[slot.index] = column;
  }
  return columns;
}

/** One entrant object, refilled row after row. */
export function* unpack(packed: Packed, atRow: (row: number) => void): Generator<Entrant> {
  const entrant: Entrant = { id: '', inputs: {} };
  for (let row = 0; row < packed.ids.length; row++) {
    entrant.id = packed.ids[row]!;
    entrant.group = packed.groups?.[row] ?? null;
    atRow(row);
    yield entrant;
  }
}
