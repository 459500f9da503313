// The records of a csv or tsv text. A quote that does not close spoils its own line: the next line is read as if it were right.
import { type Line, limits } from './limits.ts';

export const separators = { comma: ',', tab: '\t', semicolon: ';' } as const;
export type Separator = keyof typeof separators;

export function* recordsOf(text: string, separator: Separator): Generator<Line> {
  const read = readerOf(text, separators[separator]);
  for (let [at, line] = [0, 1]; at < text.length; ) {
    const { cells, kinds, end, lines } = read(at);
    yield { line, cells, ...(kinds === undefined ? {} : { kinds }) };
    at = end;
    line += lines;
  }
}

interface Read {
  cells: string[];
  kinds?: string;
  /** Where the next record begins, and how many lines further that is. */
  end: number;
  lines: number;
}

function readerOf(text: string, separator: string) {
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  const blank = separator === '\t' ? / */y : /[ \t]*/y;
  const lineEnd = /\r\n|\r|\n|$/g;
  const matched = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text)![0];
  };
  /** After the end of the line, if one ends at `at`. */
  const nextLine = (at: number) => (text.startsWith('\r\n', at) ? at + 2 : at + 1);

  return function read(start: number): Read {
    const cells: string[] = [];
    let lines = 0;
    for (let at = start; ; at += 1) {
      const open = at + matched(blank, at).length;
      const isQuoted = text[open] === '"';
      const cell = isQuoted ? quoted(text, open) : plainCell(matched(plain, at));
      if (cell === undefined) return spoilt(start, cells.length);
      at = isQuoted ? cell.end! + matched(blank, cell.end!).length : at + cell.length!;
      if (isQuoted) lines += cell.text.match(/\r\n|\r|\n/g)?.length ?? 0;
      cells.push(asText(cell.text));
      if (text[at] === separator) continue;
      if (at >= text.length || text[at] === '\r' || text[at] === '\n')
        return { cells, end: nextLine(at), lines: lines + 1 };
      return spoilt(start, cells.length - 1);
    }
  };

  /** Its first line as it stands, with the cell whose quotes are wrong. */
  function spoilt(start: number, column: number): Read {
    lineEnd.lastIndex = start;
    const end = lineEnd.exec(text)!.index;
    const cells = text
      .slice(start, Math.min(end, start + limits.cell))
      .split(separator)
      .map((cell) => cell.trim());
    return { cells, kinds: `${'t'.repeat(column)}q`, end: nextLine(end), lines: 1 };
  }
}

interface Cell {
  text: string;
  end?: number;
  length?: number;
}
/** @returns undefined if a quote stands inside it; `="00123"` is how a spreadsheet is made to keep a text */
function plainCell(text: string): Cell | undefined {
  if (text.includes('"') && !/^\s*="[^"]*"\s*$/.test(text)) return undefined;
  return { text, length: text.length };
}
/** @returns undefined if it does not end */
function quoted(text: string, open: number): Cell | undefined {
  for (let from = open + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0 || close - open > 2 * limits.cell) return undefined;
    if (text[close + 1] !== '"') return { text: text.slice(open + 1, close).replaceAll('""', '"'), end: close + 1 };
    from = close + 2;
  }
}

/** Without what keeps a spreadsheet from computing it: `="00123"`, and the apostrophe that our own files have. */
const asText = (cell: string): string =>
  cell
    .trim()
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[=+\-@])/, '');
