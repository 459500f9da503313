// The fields of a form, and what was entered in them.

import type { Label } from '../app/label.ts';

export interface FieldOf {
  name: string;
  label: Label;
  /** `lines`: one item a line; `many`: any of the options. */
  kind?: 'text' | 'password' | 'prose' | 'number' | 'date' | 'lines' | 'one' | 'many' | 'yes' | 'files';
  options?: readonly { value: string; label: string }[];
  optional?: boolean;
  hint?: Label;
  initial?: string | number | readonly string[] | boolean | undefined;
}
/** What was entered, by name: text, numbers, lists of texts, files, or whether a box is ticked. */
// biome-ignore lint/suspicious/noExplicitAny: what a field gives is said by its kind, next to where it is read
export type Values = Record<string, any>;
