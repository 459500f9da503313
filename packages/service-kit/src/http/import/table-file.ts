// An imported file held against the columns that it may have: what does not fit is named once, not once a row.
import { columnFinder } from '../file/header.ts';
import type { Line } from '../file/limits.ts';
import { addressOf } from '../file/place.ts';
import { readFile } from '../file/read.ts';
import type { Reading } from '../file/reading.ts';
import { type Column, headingsOf, OWN_TITLES } from './columns.ts';
import { cut, type Fault, type Note } from './faults.ts';

/** The lines below the header, and where each column stands. */
export interface TableFile {
  titles: readonly string[];
  /** By the column's number: where it stands in the file, from 0. */
  at: ReadonlyMap<number, number>;
  lines: Line[];
  /** Why nothing can be imported. */
  faults: Fault[];
  notes: Note[];
}

export async function tableIn(
  file: Uint8Array,
  columns: readonly Column[],
  sheet: string | undefined,
): Promise<TableFile> {
  const headings = headingsOf(columns);
  const found = await readFile(file, { headings, sheet });
  const notes = notesOf(found);
  const { header } = found;
  if (!header) return { titles: [], at: new Map(), lines: [], faults: [noHeader(columns)], notes };
  const { line, cells: titles } = found.lines[header.index]!;
  const columnOf = columnFinder(headings);
  const at = new Map<number, number>();
  const faults: Fault[] = [];
  const extra: string[] = [];
  for (const [place, title] of titles.entries()) {
    const column = columnOf(title);
    if (column === undefined) {
      if (title !== '' && !OWN_TITLES.has(title)) extra.push(cut(title));
      continue;
    }
    const first = at.get(column);
    if (first === undefined) at.set(column, place);
    else faults.push(twice(line, titles, first, place));
  }
  for (const [index, column] of columns.entries())
    if (column.required && !at.has(index)) faults.push({ row: line, ...missing(column) });
  if (extra.length > 0) notes.push(ignored(extra));
  for (const [index, place] of at)
    if (found.hiddenColumns?.includes(place)) notes.push(hidden(columns[index]!, titles[place]!));
  const isHeader = (each: Line) => [...at.values()].every((place) => each.cells[place] === titles[place]);
  const below = found.lines.slice(header.index + 1);
  const lines = below.filter((each) => !isHeader(each));
  if (lines.length < below.length) notes.push(repeated(below.length - lines.length));
  const untitled = lines.flatMap((each) => {
    const place = each.cells.findIndex((cell, n) => cell !== '' && !titles[n]);
    return place < 0 ? [] : [addressOf(place, each.line)];
  });
  if (untitled.length > 0) notes.push(notTitled(untitled));
  if (lines.length === 0 && faults.length === 0) faults.push({ row: line, ...empty });
  return { titles, at, lines, faults, notes };
}

const empty = { zh: '表头下面没有数据，文件是空的', en: 'has no rows below the header' };

function noHeader(columns: readonly Column[]): Fault {
  const [zh, en] = [0, 1].map((language) => columns.map(({ label }) => label[language as 0 | 1]));
  return {
    row: 1,
    zh: `没有找到表头；前 30 行中应有一行写着这些栏：${zh!.join('、')}`,
    en: `there is no header; one of the first 30 rows must name the columns: ${en!.join(', ')}`,
  };
}
const missing = ({ label: [zh, en] }: Column) => ({
  column: zh,
  zh: `缺少「${zh}」这一栏`,
  en: `the column “${en}” is missing`,
});
function twice(row: number, titles: readonly string[], first: number, second: number): Fault {
  const [a, b] = [first, second].map((place) => addressOf(place, row));
  const title = titles[second]!;
  return {
    row,
    column: title,
    cell: b,
    zh: `「${cut(title)}」这一栏出现了两次（${a}、${b}），请只留一栏`,
    en: `the column “${cut(title)}” appears twice (${a}, ${b}); keep one of them`,
  };
}
const ignored = (titles: readonly string[]): Note => ({
  zh: `没有用到的栏：${titles.join('、')}`,
  en: `columns that are not used: ${titles.join(', ')}`,
});
const hidden = ({ label }: Column, title: string): Note => ({
  zh: `「${title}」栏是隐藏的，其内容照常导入`,
  en: `the column “${label[1]}” is hidden, and was imported like the others`,
});
const notTitled = (addresses: readonly string[]): Note => ({
  zh: `${addresses.slice(0, 3).join('、')}${addresses.length > 3 ? ` 等 ${addresses.length} 行的格子` : ''} 上方没有表头，没有读取`,
  en: `cells without a heading are not used: ${addresses.slice(0, 3).join(', ')}${addresses.length > 3 ? ` and in ${addresses.length - 3} more rows` : ''}`,
});
const repeated = (count: number): Note => ({
  zh: `略过了 ${count} 行重复的表头`,
  en: `${count} repeated header rows were passed over`,
});

/** The page of our own templates. */
export const EXPLANATIONS = '填写说明';
export const CHOICES = '选项';

function notesOf({ encoding, sheet, otherSheets = [], likeSheets = [] }: Reading): Note[] {
  const notes: Note[] = [];
  if (encoding !== undefined && encoding !== 'utf-8')
    notes.push({
      zh: `文件按 ${encoding.toUpperCase()} 编码读取`,
      en: `the file was read as ${encoding.toUpperCase()}`,
    });
  const others = otherSheets.filter((name) => name !== EXPLANATIONS && name !== CHOICES);
  if (others.length > 0)
    notes.push({
      zh: `读取的是工作表「${sheet}」，没有读取：${others.join('、')}`,
      en: `the sheet “${sheet}” was read, and not: ${others.join(', ')}`,
    });
  if (likeSheets.length > 0)
    notes.push({
      zh: `工作表${likeSheets.map((name) => `「${name}」`).join('')}也有同样的表头，请用 sheet=表名 另行导入`,
      en: `these sheets have the same header; import them with sheet=name: ${likeSheets.join(', ')}`,
    });
  return notes;
}
