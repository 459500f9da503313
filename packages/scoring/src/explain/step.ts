// What an explanation is made of: steps, each with those below it.
import type { Entry } from '../input.ts';
import type { Text } from '../schema/text.ts';
import type { Op } from './ops.ts';

export type Argument = number | string | boolean | null;
export interface Source {
  /** The entry without its source: what was entered. */
  value: Entry;
  by?: string;
  at?: string;
  evidence?: string[];
}

/**
 * One step of an explanation, with the steps below it in `of`. Numbers are points, or the unit of the measure, with at most four
 * decimals; `at` is a JSON pointer (RFC 6901) into the scheme.
 */
export interface Explain {
  at: string;
  clause?: string;
  id: string;
  label: Text;
  op: Op;
  args: Record<string, Argument>;
  /** null when there is none. */
  value: number | null;
  max: number | null;
  status: 'scored' | 'not-assessable' | 'not-applicable' | 'pending' | 'invalid';
  /** While pending: what stands so far. */
  running?: number;
  inputs?: Source[];
  /** The step as a line of text, everything in it called by its label. */
  words?: { zh: string; en: string };
  of?: Explain[];
}

/** A stack of lists: steps closed at the same level become the children of the step that is closed next. */
export type Trace = Explain[][];
