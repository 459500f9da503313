// Merged cells: what stands above is filled down, and what reaches over several columns is marked.
import { type Line, limits, tooLargeInside } from './limits.ts';
import { placeOf } from './place.ts';

/** @param ranges such as `A3:A7`; those above `firstLine` are passed over */
export function applyMerges(lines: Line[], ranges: readonly string[], firstLine: number) {
  const byLine = new Map(lines.map((line) => [line.line, line]));
  let cells = 0;
  for (const range of ranges) {
    const [from, to] = range.split(':').map(placeOf);
    if (!from || !to || to.row < firstLine || from.column >= limits.columns) continue;
    const width = Math.min(to.column, limits.columns - 1) - from.column + 1;
    const top = byLine.get(from.row);
    const text = top?.cells[from.column] ?? '';
    if (text === '') continue;
    const kind = width > 1 ? 'm' : (top?.kinds?.[from.column] ?? 't').toUpperCase();
    const last = Math.min(to.row, lines.at(-1)!.line);
    for (let row = Math.max(from.row, firstLine); row <= last; row += 1) {
      cells += width;
      if (cells > limits.cells) throw tooLargeInside();
      const line = byLine.get(row);
      if (line) fill(line, { column: from.column, width, text, kind });
    }
  }
}

function fill(
  line: Line,
  { column, width, text, kind }: { column: number; width: number; text: string; kind: string },
) {
  const end = column + width;
  while (line.cells.length < end) line.cells.push('');
  const kinds = (line.kinds ?? '').padEnd(line.cells.length, 't');
  line.cells[column] = text;
  line.kinds = kinds.slice(0, column) + kind.repeat(width) + kinds.slice(end);
}
