// What a file may hold: counted while it is read, never taken from what the file says of itself.
// Its thread begins quickly because it loads nothing else: what it refuses are codes here, and problems where they are answered.
import type { ProblemCode, Refusal } from '@jiangong/contracts';

export const limits = {
  /** Besides the header. */
  rows: 20_000,
  columns: 100,
  cells: 400_000,
  /** Characters of all cells together. */
  characters: 8_000_000,
  /** Of the parts of a workbook that are read, once unpacked. */
  unpackedMb: 32,
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
export const unreadable = (format: 'CSV' | 'xlsx', reason: string, reasonEn: string) =>
  new Unfit('unreadable-body', { format, reason, reasonEn });

/** A row with its place in the file. */
export interface Line {
  line: number;
  cells: string[];
}

/** Takes rows as they are read. @throws Unfit when there is too much of anything */
export function counted(take: (line: Line) => void) {
  let [rows, cells, characters] = [-1, 0, 0];
  return (line: number, row: string[]) => {
    const last = row.findLastIndex((cell) => cell !== '');
    if (last < 0) return;
    rows += 1;
    cells += last + 1;
    for (const cell of row) characters += cell.length;
    if (rows > limits.rows) throw new Unfit('too-many-rows', { limit: limits.rows });
    if (last >= limits.columns) throw new Unfit('too-many-columns', { row: line, limit: limits.columns });
    if (cells > limits.cells || characters > limits.characters) throw tooLargeInside();
    take({ line, cells: row.slice(0, last + 1) });
  };
}
