// Where the header of a list is: the row, among the first ones, that has most of the headings that are looked for.
import { type Line, limits } from './limits.ts';

/** Headings as {@link headingOf} writes them, each with the number of its column. */
export type Headings = readonly (readonly [heading: string, column: number])[];

/** A heading without what people vary: width, case, spaces, `*`, `_`, `-`, `:`. */
export const headingOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}_*:-]/gu, '')
    .toLowerCase();

/** The column that a heading stands for; a note in brackets at its end is passed over. */
export function columnFinder(headings: Headings): (title: string) => number | undefined {
  const columns = new Map(headings);
  return (title) => {
    if (title.length > 200) return undefined;
    const heading = headingOf(title);
    return columns.get(heading) ?? columns.get(heading.replace(/[([][^()[\]]*[)\]]$/, ''));
  };
}

export interface Header {
  index: number;
  /** How many of the columns it names. */
  score: number;
}

/** @returns undefined if none of the first rows names any column */
export function findHeader(lines: readonly Line[], headings: Headings): Header | undefined {
  const columnOf = columnFinder(headings);
  let best: Header | undefined;
  for (const [index, { cells }] of lines.slice(0, limits.above).entries()) {
    const score = new Set(cells.map(columnOf).filter((column) => column !== undefined)).size;
    if (score > (best?.score ?? 0)) best = { index, score };
  }
  return best;
}
