// Tables: ruled, with headings on every page, cells of several lines, and bars that show a number next to others.
import type { Block } from './blocks.ts';
import { type Document, drawLines, LINE_HEIGHT } from './draw.ts';
import { printable } from './fonts.ts';
import { type Line, linesOf } from './lines.ts';

/** A column: its part of the width next to the others' parts. */
export interface Column {
  title: string;
  share: number;
  align?: 'left' | 'center' | 'right';
}
/** A text, or a bar of a part (0 to 1) of its column. */
export type Cell = string | { bar: number };
/** How a table is set. */
export interface TableLook {
  size?: number;
  /** Rows in bold on a tint, by their index. */
  strong?: ReadonlySet<number>;
}

const PADDING = 4;
const RULE = '#999999';
const TINTS = { heading: '#f3dcdc', strong: '#fbf1f1' };
const BAR = '#a61e1e';

/**
 * The blocks of a table: its headings, which stand on each page, and its rows.
 *
 * @example
 * ```ts
 * const rows = table([{ title: '单位', share: 2 }, { title: '图示', share: 1 }], [['七项目部', { bar: 0.95 }]], 300);
 * rows.length; // → 2
 * rows[1].head === rows[0]; // → true
 * ```
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  { size = 10, strong = new Set() }: TableLook = {},
): Block[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const placed: Wide[] = [];
  let from = 0;
  for (const column of columns) {
    const wide = (column.share / whole) * width;
    placed.push({ ...column, from, wide });
    from += wide;
  }
  const titles = columns.map(({ title }) => title);
  const head = { ...row(placed, titles, { size, bold: true, tint: TINTS.heading, centred: true }), keep: true };
  return [
    head,
    ...rows.map((cells, at) => {
      const look = strong.has(at) ? { size, bold: true, tint: TINTS.strong } : { size };
      return { ...row(placed, cells, look), head };
    }),
  ];
}
interface Wide extends Column {
  from: number;
  wide: number;
}
interface RowLook {
  size: number;
  bold?: boolean;
  tint?: string;
  centred?: boolean;
}

function row(columns: readonly Wide[], cells: readonly Cell[], { size, bold = false, tint, centred }: RowLook): Block {
  const lines = cells.map((cell, at) =>
    typeof cell === 'string' ? linesOf(printable(cell), bold ? 700 : 400, size, columns[at]!.wide - 2 * PADDING) : [],
  );
  const height = Math.max(1, ...lines.map((each) => each.length)) * size * LINE_HEIGHT + PADDING;
  return {
    height,
    draw(doc, left, top) {
      const right = columns.at(-1)!;
      if (tint) doc.rect(left, top, right.from + right.wide, height).fill(tint);
      for (const [at, { from, wide, align }] of columns.entries()) {
        const inner = { left: left + from + PADDING, width: wide - 2 * PADDING };
        const cell = cells[at]!;
        if (typeof cell === 'string')
          drawCell(doc, lines[at]!, { ...inner, top, height, size, align: centred ? 'center' : align });
        else drawBar(doc, cell.bar, { ...inner, top, height });
        frame(doc, left + from, top, wide, height);
      }
    },
  };
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}
interface CellBox extends Box {
  size: number;
  align?: Column['align'] | undefined;
}
function drawCell(doc: Document, lines: readonly Line[], { height, align = 'left', ...box }: CellBox) {
  // A line's room is more below its letters than above: what is left is parted so that they stand in the middle.
  const above = (height - lines.length * box.size * LINE_HEIGHT) / 2;
  drawLines(doc, lines, { ...box, top: box.top + above + box.size * 0.1, align });
}

/** Whatever the height of its row; what is lower would be read as the squares of a code. */
const BAR_HEIGHT = 10;
function drawBar(doc: Document, part: number, { left, top, width, height }: Box) {
  const long = Math.max(0, Math.min(1, part)) * width;
  if (long > 0) doc.rect(left, top + (height - BAR_HEIGHT) / 2, long, BAR_HEIGHT).fill(BAR);
}

/** Lines, and no rectangle: a reader of the codes on a page takes those for squares. */
function frame(doc: Document, left: number, top: number, width: number, height: number) {
  const [right, bottom] = [left + width, top + height];
  doc.moveTo(left, top).lineTo(right, top).lineTo(right, bottom).lineTo(left, bottom).lineTo(left, top);
  doc.lineWidth(0.5).stroke(RULE);
}
