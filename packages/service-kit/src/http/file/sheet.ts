// One sheet of a workbook, read as it unpacks: only cells that hold something cost anything.
import { type Kind, type Line, limits, tooLargeInside, unreadable } from './limits.ts';
import { placeOf } from './place.ts';
import { dayOf, type Styles } from './styles.ts';
import type { ReadPart } from './workbook.ts';

export const broken = () =>
  unreadable('xlsx', '不是完整的 Excel 工作簿（.xlsx）', 'it is not a complete Excel workbook (.xlsx)');

export interface Book {
  shared: readonly string[];
  styleOf: Styles;
  from1904: boolean;
}
export interface SheetParts {
  merges: string[];
  hiddenColumns: number[];
}

const isTrue = (attribute: string | undefined) => attribute === '1' || attribute === 'true';

/** @returns undefined if there is no such part */
export async function readSheet(
  read: ReadPart,
  path: string,
  book: Book,
  take: (line: Line) => void,
): Promise<SheetParts | undefined> {
  const reader = textReader();
  const merges: string[] = [];
  const hiddenColumns: number[] = [];
  let line = 0;
  let column = -1;
  let cell: Record<string, string> | undefined;
  let has = { formula: false, value: false };
  let row: Line = { line, cells: [] };
  let kinds: Kind[] = [];

  function openRow({ r, hidden }: Record<string, string>) {
    const next = r === undefined ? line + 1 : Number(r);
    if (!Number.isSafeInteger(next) || next <= line) throw broken();
    [line, column, kinds] = [next, -1, []];
    row = { line, cells: [], ...(isTrue(hidden) ? { hidden: true } : {}) };
  }
  function openCell(attributes: Record<string, string>) {
    cell = attributes;
    column = cell.r === undefined ? column + 1 : columnOf(cell.r);
    has = { formula: false, value: false };
    reader.start();
  }
  function closeCell() {
    const lacksValue = has.formula && !has.value;
    const [text, kind] = lacksValue ? (['', 'f'] as const) : readValue(cell!, reader.get(), book);
    cell = undefined;
    if (text === '' && !lacksValue) return;
    // What stands beyond the last column allowed is noticed there.
    const place = Math.min(column, limits.columns);
    while (row.cells.length < place) {
      row.cells.push('');
      kinds.push('t');
    }
    row.cells[place] = text;
    kinds[place] = kind;
  }

  const isThere = await read(path, {
    text: reader.text,
    open(name, attributes) {
      if (name === 'row') openRow(attributes());
      else if (name === 'c') openCell(attributes());
      else if (name === 'mergeCell' && merges.length < limits.rows) merges.push(attributes().ref ?? '');
      else if (name === 'col' && isTrue(attributes().hidden)) hide(hiddenColumns, attributes());
      else if (cell) {
        if (name === 'f') has.formula = true;
        if (name === 'v' || name === 'is') has.value = true;
        reader.open(name);
      }
    },
    close(name) {
      if (name === 'row') take({ ...row, kinds: kinds.join('') });
      else if (name === 'c') closeCell();
      else if (cell) reader.close(name);
    },
  });
  return isThere ? { merges, hiddenColumns } : undefined;
}

function hide(columns: number[], { min, max }: Record<string, string>) {
  for (let column = Number(min); column <= Math.min(Number(max), limits.columns); column += 1) columns.push(column - 1);
}

function columnOf(reference: string): number {
  const place = placeOf(reference);
  if (!place) throw broken();
  return place.column;
}

/** Texts in `t` and values in `v`, without the readings (`rPh`) that accompany them. */
export function textReader() {
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

function readValue(
  { t = 'n', s }: Record<string, string>,
  text: string,
  { shared, styleOf, from1904 }: Book,
): [string, Kind] {
  switch (t) {
    case 's':
      return [shared[Number(text)] ?? '', 't'];
    case 'inlineStr':
    case 'str':
      return [text, 't'];
    case 'b':
      return [text === '' ? '' : String(text === '1'), 'b'];
    case 'd':
      return [text.slice(0, 10), 'd'];
    case 'n': {
      const number = Number(text);
      if (text === '' || Number.isNaN(number)) return ['', 'n'];
      const shown = styleOf(s);
      if (shown === 'date') return [dayOf(number, from1904), 'd'];
      // 0.07 × 100 is 7.000000000000001.
      if (shown === 'percent') return [String(Number((number * 100).toPrecision(15))), 'p'];
      return [String(number).padStart(shown ?? 0, '0'), 'n'];
    }
    default:
      return [text === '' ? '#' : text, 'e'];
  }
}
