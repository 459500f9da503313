// The letter of a decision: whose it is and under which number, whom it honours in a numbered list, who signs it and when.

import type { Decided, Grant } from '@jiangong/contracts';
import { type Block, gap, MM, missingIn, paragraph, pdfOf, sheet, table } from '@jiangong/documents';

export interface Letter {
  title: string;
  document: Decided['document'];
  grants: readonly Grant[];
  paper: 'A4' | 'A3';
  /** An image, so wide in millimetres. */
  seal?: { image: Buffer; size: number } | undefined;
}

function dateOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
/** Numbered through all honours. */
const rowsOf = (grants: readonly Grant[]) =>
  grants.map(({ recipient, honour }, at) => [String(at + 1), recipient.name ?? '（信息已删除）', honour.name]);
const opening = ({ title, document, grants }: Letter) =>
  `经推荐、评审和公示，${document.grantedBy}决定对“${title}”中的下列 ${grants.length} 个对象予以表彰（名单附后）。`;

/** The characters that would be printed as blanks. */
export function unprintableIn(letter: Letter) {
  const { number, signatory } = letter.document;
  return missingIn(new Set([number, signatory, opening(letter), ...rowsOf(letter.grants).flat()]));
}

export function letterPdf(letter: Letter): AsyncGenerator<Uint8Array> {
  const { document, grants, paper, seal } = letter;
  const scale = paper === 'A3' ? 1.4 : 1;
  const content = (width: number): Block[] => {
    const text = (value: string, size: number, look: { bold?: boolean; align?: 'left' | 'center' | 'right' } = {}) =>
      paragraph(value, width, { size: size * scale, ...look });
    return [
      text(`${document.grantedBy}文件`, 24, { bold: true, align: 'center' }),
      text(document.number, 13, { align: 'center' }),
      gap(16 * scale),
      text('表彰决定', 20, { bold: true, align: 'center' }),
      gap(12 * scale),
      text(opening(letter), 13),
      gap(10 * scale),
      ...table(
        [
          { title: '序号', share: 1, align: 'center' },
          { title: '表彰对象', share: 5 },
          { title: '荣誉', share: 5 },
        ],
        rowsOf(grants),
        width,
        { size: 11 * scale },
      ),
      gap(24 * scale),
      signed(width, [document.signatory, dateOf(document.date)], 13 * scale, seal),
    ];
  };
  return pdfOf('表彰决定', [sheet({ paper, footer: document.number, content })]);
}

/** Signature and date are never parted, and the seal lies over both. */
function signed(width: number, lines: readonly string[], size: number, seal: Letter['seal']): Block {
  const blocks = lines.map((line) => paragraph(line, width, { size, align: 'right' }));
  const wide = seal ? seal.size * MM : 0;
  const height = Math.max(
    wide,
    blocks.reduce((sum, block) => sum + block.height, 0),
  );
  return {
    height,
    draw(doc, left, top) {
      let at = top;
      for (const block of blocks) {
        block.draw(doc, left, at);
        at += block.height;
      }
      if (seal) doc.image(seal.image, left + width - wide, top, { width: wide });
    },
  };
}
