// What is drawn on a page: lines of text, and a QR code.
import type PDFDocument from 'pdfkit';
import { encode, renderSVG } from 'uqr';
import { ascent } from './fonts.ts';
import { type Line, linesOf } from './lines.ts';

/** A document while it is drawn, in points from the top left of its page. */
export type Document = InstanceType<typeof PDFDocument>;
/** Points of a millimetre. */
export const MM = 72 / 25.4;
/** Of a text's size: from one line to the next. */
export const LINE_HEIGHT = 1.6;

/** Where a text stands and what it looks like; `top` is that of its first line. */
export interface Placed {
  left: number;
  top: number;
  width: number;
  size: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  colour?: string;
}

/**
 * Draws a text in as many lines as it takes.
 *
 * @returns where the next one begins
 * @example
 * ```ts
 * for await (const _ of pdfOf('通知', [(doc) => {
 *   doc.addPage({ size: 'A4', margin: 0 });
 *   drawText(doc, '第二季度检查考核结果', { left: 20 * MM, top: 20 * MM, width: 170 * MM, size: 18, bold: true });
 * }]));
 * ```
 */
export const drawText = (doc: Document, text: string, placed: Placed): number =>
  drawLines(doc, linesOf(text, placed.bold ? 700 : 400, placed.size, placed.width), placed);

/** Draws lines that were broken before. */
export function drawLines(doc: Document, lines: readonly Line[], { left, top, width, size, ...look }: Placed): number {
  const { align = 'left', colour = 'black' } = look;
  doc.fillColor(colour);
  for (const { runs, width: used } of lines) {
    let x = left + { left: 0, center: 0.5, right: 1 }[align] * (width - used);
    for (const { face, text } of runs) {
      // An opened font is taken as it is, though its types say no.
      doc.font(face.font as never, face.name).fontSize(size);
      doc.text(text, x, top + ascent() * size, { lineBreak: false, baseline: 'alphabetic' });
      x += doc.widthOfString(text);
    }
    top += size * LINE_HEIGHT;
  }
  return top;
}

/**
 * Draws a link as a QR code of so many points. One path for the whole code: neighbours in a row are one rectangle.
 *
 * @example
 * ```ts
 * for await (const _ of pdfOf('查验', [(doc) => {
 *   doc.addPage({ size: 'A4', margin: 0 });
 *   drawCode(doc, 'https://honours.example.cn/', { left: 20 * MM, top: 20 * MM, size: 25 * MM });
 * }]));
 * ```
 */
export function drawCode(doc: Document, link: string, place: { left: number; top: number; size: number }): void {
  const { data, size: count } = encode(link, { border: 0 });
  const unit = place.size / count;
  for (const [row, cells] of data.entries())
    for (let from = 0; from < count; from++) {
      if (!cells[from]) continue;
      const start = from;
      while (cells[from + 1]) from++;
      doc.rect(place.left + start * unit, place.top + row * unit, (from - start + 1) * unit, unit);
    }
  doc.fill('black');
}

/**
 * A link as a QR code by itself, for a page or a poster.
 *
 * @example
 * ```ts
 * codeSvg('https://honours.example.cn/').startsWith('<svg'); // → true
 * ```
 */
export const codeSvg = (link: string): string => renderSVG(link, { border: 2 });
