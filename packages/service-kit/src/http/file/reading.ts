// What is looked for in a file, and what it turned out to be.
import type { Separator } from './csv.ts';
import type { Encoding } from './decode.ts';
import type { Header, Headings } from './header.ts';

export interface Wanted {
  headings: Headings;
  /** The sheet to read; by default the first that has most of the headings. */
  sheet?: string | undefined;
}
export interface Reading {
  format: 'csv' | 'xlsx';
  header?: Header | undefined;
  encoding?: Encoding;
  separator?: Separator;
  sheet?: string;
  /** Other sheets of the workbook, and those of them that have as good a header. */
  otherSheets?: string[];
  likeSheets?: string[];
  /** Columns that are hidden, by number from 0. */
  hiddenColumns?: number[];
}
