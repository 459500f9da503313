// The rows of the first sheet of a workbook as texts, read as it unpacks: only cells that hold something cost anything.
import { limits, tooLargeInside, Unfit, unreadable } from './limits.ts';
import { dateStyles, dayOf } from './styles.ts';
import { openWorkbook, type ReadPart } from './workbook.ts';

const broken = () =>
  unreadable('xlsx', '不是完整的 Excel 工作簿（.xlsx）', 'it is not a complete Excel workbook (.xlsx)');

export async function readXlsx(file: Buffer, take: (line: number, cells: string[]) => void) {
  try {
    const read = await openWorkbook(file);
    const { sheet, strings, styles, from1904 } = await partsOf(read);
    const shared = await sharedStrings(read, strings);
    const isDate = await dateStyles(read, styles);
    if (!(await readSheet(read, sheet, { shared, isDate, from1904 }, take))) throw broken();
  } catch (error) {
    throw error instanceof Unfit ? error : broken();
  }
}

/** Where the parts of a workbook are, which is up to whoever wrote it. */
async function partsOf(read: ReadPart) {
  const targets = new Map<string, string>();
  const typed: Record<string, string> = {};
  await read('xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '' } = attributes();
      const path = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      targets.set(Id, path);
      typed[Type.slice(Type.lastIndexOf('/') + 1)] = path;
    },
  });
  let first: string | undefined;
  let from1904 = false;
  await read('xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (name !== 'sheet' || first !== undefined) return;
      const id = Object.entries(attributes()).find(([name]) => name.endsWith(':id'))?.[1];
      first = targets.get(id ?? '');
    },
  });
  if (first === undefined) throw broken();
  const { sharedStrings: strings = 'xl/sharedStrings.xml', styles = 'xl/styles.xml' } = typed;
  return { sheet: first, strings, styles, from1904 };
}

/** Texts in `t`, without the readings (`rPh`) that accompany them. */
function textReader() {
  let [isText, isReading, text] = [false, false, ''];
  return {
    start() {
      text = '';
    },
    open(name: string) {
      if (name === 'rPh') isReading = true;
      if (name === 't' || name === 'v') isText = !isReading;
    },
    close(name: string) {
      if (name === 'rPh') isReading = false;
      if (name === 't' || name === 'v') isText = false;
    },
    text(part: string) {
      if (isText) text += part;
      if (text.length > limits.characters) throw tooLargeInside();
    },
    get: () => (text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, escaped) : text).trim(),
  };
}
const escaped = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

async function sharedStrings(read: ReadPart, path: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  const reader = textReader();
  await read(path, {
    ...reader,
    open(name) {
      if (name === 'si') reader.start();
      else reader.open(name);
    },
    close(name) {
      if (name !== 'si') return reader.close(name);
      const text = reader.get();
      strings.push(text);
      characters += text.length;
      if (strings.length > limits.cells || characters > limits.characters) throw tooLargeInside();
    },
  });
  return strings;
}

interface Book {
  shared: readonly string[];
  isDate(style: string | undefined): boolean;
  from1904: boolean;
}

function readSheet(read: ReadPart, path: string, book: Book, take: (line: number, cells: string[]) => void) {
  const reader = textReader();
  let line = 0;
  let column = 0;
  let cell: Record<string, string> | undefined;
  let row: string[] = [];
  return read(path, {
    ...reader,
    open(name, attributes) {
      if (name === 'row') {
        const { r } = attributes();
        const next = r === undefined ? line + 1 : Number(r);
        if (!Number.isSafeInteger(next) || next <= line) throw broken();
        [line, column, row] = [next, 0, []];
      } else if (name === 'c') {
        cell = attributes();
        column = cell.r === undefined ? column + 1 : columnOf(cell.r);
        reader.start();
      } else if (cell) reader.open(name);
    },
    close(name) {
      if (name === 'row') take(line, row);
      else if (name === 'c') {
        const text = textOf(cell!, reader.get(), book);
        cell = undefined;
        if (text === '') return;
        // What stands beyond the last column allowed is noticed there.
        const place = Math.min(column - 1, limits.columns);
        while (row.length < place) row.push('');
        row[place] = text;
      } else if (cell) reader.close(name);
    },
  });
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d{1,7}$)/.exec(reference)?.[0];
  if (!letters) throw broken();
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf({ t = 'n', s }: Record<string, string>, text: string, { shared, isDate, from1904 }: Book): string {
  switch (t) {
    case 's':
      return shared[Number(text)] ?? '';
    case 'inlineStr':
    case 'str':
      return text;
    case 'b':
      return text === '' ? '' : String(text === '1');
    case 'd':
      return text.slice(0, 10);
    case 'n':
      if (text === '' || Number.isNaN(Number(text))) return '';
      return isDate(s) ? dayOf(Number(text), from1904) : String(Number(text));
    default:
      // A formula that failed.
      return '';
  }
}
