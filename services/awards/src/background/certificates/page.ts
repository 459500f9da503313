// One certificate on one page, as its layout says.
import { type Document, drawCode, drawText, MM } from '@jiangong/documents';
import { type Content, filled, type Look } from './look.ts';

export function drawPage(doc: Document, look: Look, { words, link }: Content, seal: Buffer | undefined): void {
  doc.addPage({ size: look.paper, layout: look.orientation, margin: 0 });
  if (look.border) drawBorder(doc);
  for (const { text, x, y, width, size, bold, align } of look.texts)
    drawText(doc, filled(text, words), { left: x * MM, top: y * MM, width: width * MM, size, bold, align });
  if (seal && look.seal)
    doc.image(seal, look.seal.x * MM, look.seal.y * MM, {
      fit: Array(2).fill(look.seal.size * MM) as [number, number],
    });
  const { x, y, size } = look.qr;
  drawCode(doc, link, { left: x * MM, top: y * MM, size: size * MM });
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
