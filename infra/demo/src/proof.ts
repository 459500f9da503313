// A page of a few lines as PDF, in a font that every reader of Chinese has: the same bytes for the same lines.

const HEADER = '%PDF-1.4\n';
const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');

export function proofOf(name: string, lines: readonly string[]): File {
  const shown = lines.map((line) => `<${utf16(line)}> Tj T*`).join('\n');
  const content = `BT /F 16 Tf 28 TL 72 760 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ].map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`);
  const offsets = objects.map((_, at) => HEADER.length + objects.slice(0, at).join('').length);
  const body = HEADER + objects.join('');
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new File([body + trailer], name, { type: 'application/pdf' });
}
