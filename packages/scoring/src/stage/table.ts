// The numbers of many entrants in columns: typed arrays that grow, so that a hundred thousand fit in little memory.
import type { Bar, Pending } from '../result.ts';

/** Scored entrants in the order they came; numbers are counts of 1/10000, NaN = none. */
export interface Table {
  size: number;
  ids: string[];
  /** Did the ids come in increasing order? Then row numbers stand for them. */
  sorted: boolean;
  /** Index into the track's groups, −1 for none. */
  group: Int16Array;
  status: Uint8Array;
  score: Float64Array;
  place: Int32Array;
  /** Row-major: rank keys, already rounded to published precision and turned so that larger is better. */
  keys: Float64Array;
  /** Row-major: figures, if requested. */
  figures: Float64Array;
  /** Row-major flags: does the entrant meet the honour's requirements on its sheet? */
  meets: Uint8Array;
  /** Row-major: keys of honours that have an order of their own. */
  own: Float64Array;
  /** Only the few that have some. */
  caps: Map<number, number>;
  bars: Map<number, Bar[]>;
  alerts: Map<number, string[]>;
  pending: Pending[];
}

export interface Widths {
  keys: number;
  figures: number;
  meets: number;
  own: number;
}

export function newTable(capacity: number, widths: Widths): Table {
  return {
    size: 0,
    ids: [],
    sorted: true,
    group: new Int16Array(capacity),
    status: new Uint8Array(capacity),
    score: new Float64Array(capacity),
    place: new Int32Array(capacity),
    keys: new Float64Array(capacity * widths.keys),
    figures: new Float64Array(capacity * widths.figures),
    meets: new Uint8Array(capacity * widths.meets),
    own: new Float64Array(capacity * widths.own),
    caps: new Map(),
    bars: new Map(),
    alerts: new Map(),
    pending: [],
  };
}

/** Doubles the columns when the next row would not fit. */
export function makeRoom(table: Table, widths: Widths): void {
  if (table.size < table.status.length) return;
  const grown = newTable(Math.max(64, table.status.length * 2), widths);
  for (const column of ['group', 'status', 'score', 'place', 'keys', 'figures', 'meets', 'own'] as const) {
    grown[column].set(table[column]);
    Object.assign(table, { [column]: grown[column] });
  }
}
