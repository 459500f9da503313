// What a file may hold: counted while it is read, never taken from what the file says of itself.
// Its thread begins quickly because it loads nothing else: what it refuses are codes here, and problems where they are answered.
import type { ProblemCode, Refusal } from '@jiangong/contracts';

export const limits = {
  /** Below the header. */
  rows: 20_000,
  /** Rows that hold anything, among which the header is looked for. */
  above: 30,
  columns: 100,
  cells: 400_000,
  /** Characters of all cells together. */
  characters: 8_000_000,
  /** Of one cell, as in a spreadsheet. */
  cell: 32_767,
  /** Of the parts of a workbook that are read, once unpacked. */
  unpackedMb: 32,
  /** Sheets in which a header is looked for. */
  sheets: 20,
} as const;

/** Passes from the thread that reads to the one that answers. */
export class Unfit extends Error {
  readonly refusal: Refusal;
  constructor(refused: ProblemCode, params: Record<string, unknown>) {
    super(refused);
    this.refusal = { refused, params };
  }
}
export const tooLargeInside = () => new Unfit('file-too-large-inside', { limit: limits.unpackedMb });
export const tooManyRows = () => new Unfit('too-many-rows', { limit: limits.rows });
export const unreadable = (format: string, reason: string, reasonEn: string) =>
  new Unfit('unreadable-body', { format, reason, reasonEn });

/**
 * What a cell is, by a letter: `t` text, `n` number, `p` percent (its text is the number before the sign), `d` date, `b` true or
 * false, `e` error, `f` formula without a value, `q` wrong quotes, `m` merged with cells of other columns. A capital: merged with
 * cells of other rows, and filled down.
 */
export type Kind = 't' | 'n' | 'p' | 'd' | 'b' | 'e' | 'f' | 'q' | 'm';

/** A row with its place in the file. */
export interface Line {
  line: number;
  cells: string[];
  /** A {@link Kind} for each cell; absent where all are text. */
  kinds?: string;
  /** Hidden by hand or by a filter. */
  hidden?: true;
}

/** Takes rows as they are read. @throws Unfit when there is too much of anything */
export function counted(take: (line: Line) => void) {
  let [rows, cells, characters] = [-1, 0, 0];
  return (row: Line) => {
    const last = row.cells.findLastIndex((cell, n) => cell !== '' || row.kinds?.[n] === 'f');
    if (last < 0) return;
    rows += 1;
    cells += last + 1;
    for (const cell of row.cells) characters += cell.length;
    if (rows > limits.rows + limits.above) throw tooManyRows();
    if (last >= limits.columns) throw new Unfit('too-many-columns', { row: row.line, limit: limits.columns });
    if (cells > limits.cells || characters > limits.characters) throw tooLargeInside();
    row.cells.length = last + 1;
    if (row.kinds && /^t*$/.test(row.kinds)) delete row.kinds;
    take(row);
  };
}
