// For tests: documents read back by another implementation, and the codes scanned from them.
import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import { extractText, getDocumentProxy } from 'unpdf';

/** What a reader copies from each page, without the line breaks of its layout. */
export async function textsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, ''));
}

/** What a telephone reads from the code on each page, whose squares are the only rectangles that are filled. */
export function linksOf(pdf: Buffer): string[] {
  const links: string[] = [];
  for (const match of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = pdf.indexOf('endstream', start);
    let content: string;
    try {
      content = inflateSync(pdf.subarray(start, end)).toString('latin1');
    } catch {
      continue;
    }
    const squares = [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)]
      .map(([, ...numbers]) => numbers.map(Number) as [number, number, number, number])
      .filter(([, , , height]) => height < 10);
    if (squares.length > 100) links.push(scanned(squares));
  }
  return links;
}
const MODULE = 4;
const QUIET = 4 * MODULE;
function scanned(squares: [x: number, y: number, width: number, height: number][]): string {
  const unit = squares[0]![3];
  const [left, top] = [0, 1].map((axis) => Math.min(...squares.map((square) => square[axis]!))) as [number, number];
  const right = Math.max(...squares.map(([x, , width]) => x + width));
  const size = Math.round((right - left) / unit) * MODULE + 2 * QUIET;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [x, y, width] of squares)
    for (let row = 0; row < MODULE; row++)
      for (let column = 0; column < Math.round(width / unit) * MODULE; column++) {
        const at =
          (QUIET + Math.round((y - top) / unit) * MODULE + row) * size +
          QUIET +
          Math.round((x - left) / unit) * MODULE +
          column;
        data.fill(0, at * 4, at * 4 + 3);
      }
  return decodeQR({ width: size, height: size, data });
}
