// What a page is filled with, from its top down, and what of it goes on which page.
import { type Document, drawLines, LINE_HEIGHT, MM, type Placed } from './draw.ts';
import { printable } from './fonts.ts';
import { linesOf } from './lines.ts';

/** A paragraph, a row of a table, a drawing: so high, and drawn where there is room for it. */
export interface Block {
  height: number;
  draw(doc: Document, left: number, top: number): void;
  /** Stands above it where it begins a page: the headings of a table. */
  head?: Block;
  /** A heading: never the last of a page. */
  keep?: boolean;
}
const MARGIN = 15 * MM;
const FOOTER = { size: 8, colour: '#555555' };
const sizes = { A4: [210 * MM, 297 * MM], A3: [297 * MM, 420 * MM] } as const;

/** Blocks on as many pages of paper as they take; the number of each page stands at its foot, next to the text there. */
export interface Sheet {
  paper: keyof typeof sizes;
  landscape?: boolean;
  footer: string;
  /** @param width in points, between the margins */
  content(width: number): readonly Block[];
}

/** Which blocks stand on which page, given the height that each has room for. */
export function paged(blocks: readonly Block[], room: number): Block[][] {
  const pages: Block[][] = [[]];
  let used = 0;
  for (const [at, block] of blocks.entries()) {
    let together = block.height;
    for (let next = at; blocks[next]?.keep; next++) together += blocks[next + 1]?.height ?? 0;
    if (used > 0 && used + together > room) {
      pages.push(block.head ? [block.head] : []);
      used = block.head?.height ?? 0;
    }
    pages.at(-1)!.push(block);
    used += block.height;
  }
  return pages;
}

/**
 * Sheets as a part of a document: `pdfOf` takes them.
 *
 * @example
 * ```ts
 * const notice = sheet({
 *   paper: 'A4',
 *   footer: '公司工会',
 *   content: (width) => [
 *     paragraph('第二季度检查考核结果', width, { size: 18, bold: true, align: 'center', keep: true }),
 *     ...table([{ title: '单位', share: 3 }, { title: '得分', share: 1, align: 'right' }], [['七项目部', '95.18']], width),
 *   ],
 * });
 * let size = 0;
 * for await (const chunk of pdfOf('结果', [notice])) size += chunk.length;
 * size > 1000; // → true
 * ```
 */
export const sheet =
  ({ paper, landscape = false, footer, content }: Sheet) =>
  (doc: Document): void => {
    const [short, long] = sizes[paper];
    const [width, height] = landscape ? [long, short] : [short, long];
    const inner = width - 2 * MARGIN;
    const foot = FOOTER.size * LINE_HEIGHT;
    const pages = paged(content(inner), height - 2 * MARGIN - foot);
    for (const [at, blocks] of pages.entries()) {
      doc.addPage({ size: [width, height], margin: 0 });
      let top = MARGIN;
      for (const block of blocks) {
        block.draw(doc, MARGIN, top);
        top += block.height;
      }
      const place = { ...FOOTER, left: MARGIN, top: height - MARGIN - foot + FOOTER.size, width: inner };
      const number = `第 ${at + 1} 页，共 ${pages.length} 页`;
      drawLines(doc, linesOf(printable(footer), 400, FOOTER.size, inner * 0.75).slice(0, 1), place);
      drawLines(doc, linesOf(number, 400, FOOTER.size, inner), { ...place, align: 'right' });
    }
  };

/** What a paragraph looks like. */
export type Look = Omit<Placed, 'left' | 'top' | 'width'> & Pick<Block, 'keep'>;

/**
 * A text in as many lines as it takes.
 *
 * @example
 * ```ts
 * paragraph('岗位立功', 100, { size: 10 }).height; // → 16
 * ```
 */
export function paragraph(text: string, width: number, { keep = false, ...look }: Look): Block {
  const lines = linesOf(printable(text), look.bold ? 700 : 400, look.size, width);
  return {
    height: lines.length * look.size * LINE_HEIGHT,
    keep,
    draw: (doc, left, top) => void drawLines(doc, lines, { ...look, left, top, width }),
  };
}

/**
 * Room between blocks, in points.
 *
 * @example
 * ```ts
 * gap(6).height; // → 6
 * ```
 */
export const gap = (height: number): Block => ({ height, draw() {} });
