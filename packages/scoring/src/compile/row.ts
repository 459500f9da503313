// The work sheet of one entrant while it is scored: one slot per node of the sheet, reused from entrant to entrant.

import type { Fine, Real } from '../exact.ts';
import type { Trace } from '../explain/step.ts';
import type { Entrant, Inputs } from '../input.ts';
import type { Bar, Pending } from '../result.ts';
import type { Prior } from '../stage/prior.ts';

/** Codes of a node's status; ABSENT means that the criterion does not apply to the entrant's group. */
export const SCORED = 0;
export const NONE = 1;
export const PENDING = 2;
export const INVALID = 3;
export const ABSENT = 4;

/** All numbers are counts of 1/10000; NaN means that there is none. */
export interface Row {
  status: Uint8Array;
  value: Float64Array;
  /** The most that the node could have got: its applicable, assessable points. */
  max: Float64Array;
  raw: Float64Array;
  plan: Float64Array;
  events: Float64Array;
  /** Events that cost points. */
  faults: Float64Array;
}

export function newRow(size: number): Row {
  return {
    status: new Uint8Array(size),
    value: new Float64Array(size),
    max: new Float64Array(size),
    raw: new Float64Array(size).fill(Number.NaN),
    plan: new Float64Array(size).fill(Number.NaN),
    events: new Float64Array(size),
    faults: new Float64Array(size),
  };
}

/** Everything that scoring one entrant reads and leaves behind. */
export interface Sitting {
  row: Row;
  entrant: Entrant;
  /** The entrant's entries, or those of the judge who is being read. */
  inputs: Inputs;
  /** Whether to fill every slot, because figures are requested. */
  figures: boolean;
  /** Plain marks in columns, when they come packed; `from` is the start of the entrant's row. */
  marks: Float64Array | undefined;
  columns: Int32Array;
  from: number;
  /** The judge who is being read. */
  judge: string | undefined;
  /** Index into the track's groups, −1 for none. */
  group: number;
  period: string | null;
  /** Roster by panel id; a panel without one consists of the judges who gave marks. */
  rosters: Record<string, readonly string[]>;
  prior: Prior;
  /** Best raw number by slot among those who rank together, for scales that are relative to it; NaN = none. */
  best: Float64Array;
  /** The same without rounding, where it was measured so. */
  fineBest: readonly (Real | undefined)[];
  /** The numbers without rounding, where they may differ. */
  fine: Fine | undefined;
  /** Keep the exact numbers as fractions, whatever is published? */
  isExact: boolean;
  /** Was the base scaled over what applies? */
  isNormalised: boolean;
  /** Collects the explanation, if one is requested. */
  trace: Trace | undefined;
  /** One flag per veto of the sheet. */
  vetoed: Uint8Array;
  bars: Bar[];
  missing: Pending[];
  /** What stands in the place of points that are missing; undefined: nothing, the entrant is pending. */
  assume: 'full' | 'nothing' | undefined;
  base: number;
  adjustments: number;
  /** The same without rounding, where `fine` is kept. */
  exactAdjustments: Real;
  score: number;
  /** Vetoes and events that cost points. */
  faults: number;
  /** The band that the entrant may get at most, by its position from the highest; −1 = any. */
  cap: number;
  status: number;
}

/** What a criterion compiles to; `end` is the slot after its last descendant. */
export interface Node {
  id: string;
  index: number;
  end: number;
  counted: boolean;
  /** Does it, or anything below it, count events? */
  eventful: boolean;
  /** Points within which a mark is taken as it is; NaN where that cannot be. */
  plain: number;
  run: Step;
}

export type Step = (s: Sitting) => void;
