// For tests: workbooks made by hand, honest or not.
import { crc32, deflateRawSync } from 'node:zlib';

const field = (...numbers: [size: 2 | 4 | 8, value: number][]) =>
  Buffer.concat(
    numbers.map(([size, value]) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value));
      return bytes.subarray(0, size);
    }),
  );

interface Lies {
  /** What the zip says that each file comes to, unpacked. */
  says?: number;
  /** Sizes and places are written as a zip of more than 4 GB writes them. */
  zip64?: boolean;
}

export function zipOf(files: Record<string, string | Buffer>, { says, zip64 = false }: Lies = {}): Buffer {
  const [locals, entries]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const plain = Buffer.from(content as string);
    const [body, name, size] = [deflateRawSync(plain), Buffer.from(path), says ?? plain.length];
    const extra = zip64 ? field([2, 1], [2, 24], [8, size], [8, body.length], [8, at]) : Buffer.alloc(0);
    const [max, sizes] = [0xffffffff, field([4, crc32(plain)])];
    const about = (longer: Buffer) =>
      Buffer.concat([
        field([2, 20], [2, 0], [2, 8], [4, 0]),
        sizes,
        field([4, zip64 ? max : body.length], [4, zip64 ? max : size], [2, name.length], [2, longer.length]),
      ]);
    const local = Buffer.concat([field([4, 0x04034b50]), about(Buffer.alloc(0)), name, body]);
    const where = field([4, zip64 ? max : at]);
    entries.push(Buffer.concat([field([4, 0x02014b50], [2, 20]), about(extra), Buffer.alloc(10), where, name, extra]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const count = entries.length;
  const long = [
    field([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
    field([8, directory.length], [8, at]),
    field([4, 0x07064b50], [4, 0], [8, at + directory.length], [4, 1]),
  ];
  const [n, length, place] = zip64 ? [0xffff, 0xffffffff, 0xffffffff] : [count, directory.length, at];
  const end = field([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, length], [4, place], [2, 0]);
  return Buffer.concat([...locals, directory, ...(zip64 ? long : []), end]);
}

const relationship = (id: string, type: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${
    type === 'worksheet' ? 'worksheets/sheet1' : type
  }.xml"/>`;

/** A workbook of one sheet. */
export function workbookOf(
  sheet: string,
  {
    strings = '<sst/>',
    styles = '<styleSheet/>',
    more = {} as Record<string, string | Buffer>,
    ...lies
  } = {} as Lies & {
    strings?: string;
    styles?: string;
    more?: Record<string, string | Buffer>;
  },
): Buffer {
  const files = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relationship('rId1', 'worksheet')}${relationship('rId2', 'sharedStrings')}${relationship('rId3', 'styles')}</Relationships>`,
    'xl/sharedStrings.xml': strings,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  return zipOf(files, lies);
}
export const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
export const cellOf = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
