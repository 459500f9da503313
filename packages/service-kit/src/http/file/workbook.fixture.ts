// For tests: workbooks made by hand, honest or not.
import { crc32, deflateRawSync } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import { addressOf } from './place.ts';

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

/** A cell: a text, a number, or an element as it is written. */
type Written = string | number | { xml: (at: string) => string } | undefined;
/** A number in a style of {@link shownStyles}. */
export const shown = (value: number, style: keyof typeof styleNumbers): Written => ({
  xml: (at) => `<c r="${at}" s="${styleNumbers[style]}"><v>${value}</v></c>`,
});
export const raw = (attributes: string, content: string): Written => ({
  xml: (at) => `<c r="${at}" ${attributes}>${content}</c>`,
});
const styleNumbers = { date: 1, percent: 2, padded: 3 } as const;
const shownStyles =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs>' +
  '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>';

export interface SheetSpec {
  name?: string;
  rows: readonly (readonly Written[])[];
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  merges?: readonly string[];
  isHidden?: boolean;
}
/** A workbook of several sheets, as people have them. */
export function bookOf(...sheets: SheetSpec[]): Buffer {
  const written = (cell: Written, at: string) => {
    if (cell === undefined || cell === '') return '';
    if (typeof cell === 'object') return cell.xml(at);
    return typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : cellOf(at, escaped(cell));
  };
  const parts = sheets.map(({ rows, hiddenRows = [], hiddenColumns = [], merges = [] }) => {
    const cols = hiddenColumns.map((n) => `<col min="${n + 1}" max="${n + 1}" hidden="1"/>`).join('');
    const lines = rows.map(
      (cells, n) =>
        `<row r="${n + 1}"${hiddenRows.includes(n + 1) ? ' hidden="1"' : ''}>${cells
          .map((cell, c) => written(cell, addressOf(c, n + 1)))
          .join('')}</row>`,
    );
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet>${cols && `<cols>${cols}</cols>`}<sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  });
  const list = sheets.map(
    ({ name, isHidden }, n) =>
      `<sheet name="${name ?? `表${n + 1}`}" sheetId="${n + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`,
  );
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  const links = sheets.map(
    (_, n) => `<Relationship Id="rId${n + 1}" Type="${type}" Target="worksheets/s${n + 1}.xml"/>`,
  );
  return zipOf({
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/styles.xml': shownStyles,
    ...Object.fromEntries(parts.map((part, n) => [`xl/worksheets/s${n + 1}.xml`, part])),
  });
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The files of a zip, by path. */
async function filesOf(zip: Buffer): Promise<Record<string, Buffer>> {
  const opened = await fromBufferPromise(zip, { lazyEntries: true });
  const files: Record<string, Buffer> = {};
  for await (const entry of opened.eachEntry())
    files[entry.fileName] = Buffer.concat(
      (await Array.fromAsync(await opened.openReadStreamPromise(entry))) as Buffer[],
    );
  return files;
}

/** A workbook with cells of its first sheet typed over, as a spreadsheet would save it. */
export async function typedInto(workbook: Buffer, cells: Readonly<Record<string, string | number>>): Promise<Buffer> {
  const files = await filesOf(workbook);
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = files[path]!.toString().replace(
    /<row r="(\d+)"[^>]*?(?:\/>|>(.*?)<\/row>)/g,
    (row, line, inner = '') => {
      const typed = Object.entries(cells).filter(([at]) => /\d+$/.exec(at)![0] === line);
      if (typed.length === 0) return row;
      const all = new Map<string, string>(
        [...inner.matchAll(/<c r="([A-Z]+)\d+".*?(?:\/>|<\/c>)/g)].map((found) => [found[1], found[0]]),
      );
      for (const [at, value] of typed) {
        const written = typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : cellOf(at, escaped(value));
        all.set(/^[A-Z]+/.exec(at)![0], written);
      }
      const sorted = [...all].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([, cell]) => cell);
      return `<row r="${line}">${sorted.join('')}</row>`;
    },
  );
  return zipOf({ ...files, [path]: sheet });
}
