// One certificate on one page, as its layout says.
import type PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { linesOf } from './lines.ts';
import { type Content, filled, type Look } from './look.ts';

/** Points of a millimetre. */
const MM = 72 / 25.4;
const LINE_HEIGHT = 1.6;
type Document = InstanceType<typeof PDFDocument>;
export function drawPage(doc: Document, look: Look, { words, link }: Content, seal: Buffer | undefined): void {
  doc.addPage({ size: look.paper, layout: look.orientation, margin: 0 });
  if (look.border) drawBorder(doc);
  for (const { text, x, y, width, size, bold, align } of look.texts) {
    let top = y * MM;
    for (const { runs, width: used } of linesOf(filled(text, words), bold ? 700 : 400, size, width * MM)) {
      let left = x * MM + { left: 0, center: 0.5, right: 1 }[align] * (width * MM - used);
      for (const { face, text } of runs) {
        // An opened font is taken as it is, though its types say no.
        doc.font(face.font as never, face.name).fontSize(size);
        doc.text(text, left, top, { lineBreak: false });
        left += doc.widthOfString(text);
      }
      top += size * LINE_HEIGHT;
    }
  }
  if (seal && look.seal)
    doc.image(seal, look.seal.x * MM, look.seal.y * MM, {
      fit: Array(2).fill(look.seal.size * MM) as [number, number],
    });
  drawCode(doc, link, look.qr);
}

function drawBorder(doc: Document) {
  const { width, height } = doc.page;
  for (const [inset, line] of [
    [10 * MM, 2],
    [12 * MM, 0.6],
  ] as const)
    doc
      .lineWidth(line)
      .rect(inset, inset, width - 2 * inset, height - 2 * inset)
      .stroke('#a61e1e');
}

/** One path for the whole code: neighbours in a row are one rectangle. */
function drawCode(doc: Document, link: string, { x, y, size }: Look['qr']) {
  const { data, size: count } = encode(link, { border: 0 });
  const unit = (size * MM) / count;
  for (const [row, cells] of data.entries())
    for (let from = 0; from < count; from++) {
      if (!cells[from]) continue;
      const start = from;
      while (cells[from + 1]) from++;
      doc.rect(x * MM + start * unit, y * MM + row * unit, (from - start + 1) * unit, unit);
    }
  doc.fill('black');
}
