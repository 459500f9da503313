// The rows of an imported file, each read by its columns: what it says, or what is wrong with it. Rows of one key become one.
import { setImmediate as turn } from 'node:timers/promises';
import { refuse } from '@jiangong/contracts';
import type { LabelsByColumn, Mentioned } from '../../define/route.ts';
import { type Kind, type Line, limits } from '../file/limits.ts';
import { addressOf } from '../file/place.ts';
import { Refused } from '../problem.ts';
import { cellOf } from './cell.ts';
import { plain } from './characters.ts';
import type { Column } from './columns.ts';
import { type Fault, NOTES_LISTED, type Note, type Places } from './faults.ts';
import { type TableFile, tableIn } from './table-file.ts';

/** A row as {@link ImportRoute.handle} is given it. */
export type Row = Readonly<Record<string, unknown>>;
export interface ImportRow {
  /** Its number below the header, from 0. */
  index: number;
  row: Row;
  /** The lines that it was made of, mostly one. */
  parts: readonly { line: number; places: Places }[];
}
export interface ImportRules {
  columns: readonly Column[];
  most?: number;
  keyOf(row: never): string;
  merge?(first: never, second: never): Row | undefined;
}
export interface ImportedFile {
  /** Rows of the file that hold anything, good or faulty. */
  count: number;
  rows: ImportRow[];
  faults: Fault[];
  notes: Note[];
  titles: readonly string[];
  cellsOf(line: number): readonly string[];
}
export interface ReadOptions {
  sheet?: string | undefined;
  /** Whether rows that are hidden or filtered out are imported too. */
  hidden?: boolean | undefined;
  /** Labels that depend on the request, of what the file mentions. */
  labelsOf?(mentioned: Mentioned): Promise<LabelsByColumn | undefined>;
}

/** Rows read before others are served. */
const AT_ONCE = 250;

export async function readImport(file: Uint8Array, rules: ImportRules, options: ReadOptions): Promise<ImportedFile> {
  const table = await tableIn(file, rules.columns, options.sheet);
  const { lines, titles, notes } = table;
  const { most = limits.rows } = rules;
  if (lines.length > most) throw new Refused(refuse('too-many-rows', { limit: most }));
  const labels = (await options.labelsOf?.(mentionedIn(table, rules.columns))) ?? {};
  const faults = [...table.faults];
  const rows: ImportRow[] = [];
  const blank: number[] = [];
  const remarks = remarkList();
  if (faults.length === 0)
    for (const [index, line] of lines.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await turn();
      if (line.hidden && !options.hidden) faults.push(hidden(line.line));
      else if (isBlank(line, table, rules.columns)) blank.push(line.line);
      else {
        const read = rowOf(line, table, rules.columns, labels);
        if (read.faults.length > 0) faults.push(...read.faults);
        else rows.push({ index, row: read.row, parts: [{ line: line.line, places: read.places }] });
        for (const remark of read.remarks) remarks.add(remark);
      }
    }
  const united = unitedBy(rows, rules);
  notes.push(...remarks.list(), ...united.notes);
  if (blank.length > 0) notes.push(notFilledIn(blank));
  const byLine = new Map(lines.map(({ line, cells }) => [line, cells]));
  return {
    count: lines.length,
    rows: united.rows,
    faults: [...faults, ...united.faults],
    notes: notes.slice(0, NOTES_LISTED),
    titles,
    cellsOf: (line) => byLine.get(line) ?? [],
  };
}

const mentionedIn =
  ({ lines, at }: TableFile, columns: readonly Column[]): Mentioned =>
  (key) => {
    const place = at.get(columns.findIndex((column) => column.key === key));
    if (place === undefined) return [];
    return [...new Set(lines.flatMap(({ cells }) => (cells[place] ? [plain(cells[place])] : [])))];
  };

interface RowRead {
  row: Row;
  places: Places;
  faults: Fault[];
  remarks: Remark[];
}
interface Remark extends Note {
  column: string;
  cell: string;
}

function rowOf(line: Line, { at, titles }: TableFile, columns: readonly Column[], labels: LabelsByColumn): RowRead {
  const row: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const remarks: Remark[] = [];
  const places: Places = (field) => {
    const index = columns.findIndex(({ key }) => key === field);
    if (index < 0) return {};
    const place = at.get(index);
    if (place === undefined) return { column: columns[index]!.label[0] };
    return { column: titles[place]!, cell: addressOf(place, line.line) };
  };
  for (const [index, column] of columns.entries()) {
    const place = at.get(index);
    const letter = line.kinds?.[place ?? -1] ?? 't';
    const kind = letter.toLowerCase() as Kind;
    const cell = { text: (place !== undefined && line.cells[place]) || '', kind, isMerged: kind !== letter };
    const read = cellOf(column, cell, labels[column.key]);
    const [zh, en] = [`「${column.label[0]}」`, `“${column.label[1]}” `];
    const fault = (words: Note) =>
      faults.push({ row: line.line, ...places(column.key), zh: zh + words.zh, en: en + words.en });
    if (read === undefined) {
      if (column.required) fault({ zh: '没有填写', en: 'is missing' });
      if (column.kind === 'list') row[column.key] = [];
    } else if ('zh' in read) fault(read);
    else {
      row[column.key] = read.value;
      if (read.remark) remarks.push({ column: column.label[0], cell: addressOf(place!, line.line), ...read.remark });
    }
  }
  return { row, places, faults, remarks };
}

/** Whether it has nothing but what the template filled in. */
function isBlank(line: Line, { at }: TableFile, columns: readonly Column[]): boolean {
  if (!columns.some(({ given }) => given)) return false;
  return [...at].every(([index, place]) => columns[index]!.given || !line.cells[place]);
}

const hidden = (row: number): Fault => ({
  row,
  zh: '这一行是隐藏的或被筛选掉的，没有导入；要导入请取消隐藏，或加上 hidden=true',
  en: 'the row is hidden or filtered out and was not imported; show it, or add hidden=true',
});
const listed = (lines: readonly number[]) => `${lines.slice(0, 10).join('、')}${lines.length > 10 ? '…' : ''}`;
const notFilledIn = (lines: readonly number[]): Note => ({
  zh: `${lines.length} 行没有填写，略过（第 ${listed(lines)} 行）`,
  en: `${lines.length} rows were not filled in and passed over (${listed(lines).replaceAll('、', ', ')})`,
});

/** Remarks on cells: once for each column, with the first cell and how many there are. */
function remarkList() {
  const first = new Map<string, Remark & { count: number }>();
  return {
    add(remark: Remark) {
      const known = first.get(remark.column);
      if (known) known.count += 1;
      else first.set(remark.column, { ...remark, count: 1 });
    },
    list: (): Note[] =>
      [...first.values()].map(({ column, cell, zh, en, count }) => ({
        zh: `「${column}」栏的 ${cell} ${zh}${count > 1 ? `（这样的共 ${count} 格）` : ''}`,
        en: `${cell} ${en}${count > 1 ? ` (${count} such cells)` : ''}`,
      })),
  };
}

/** Rows of one key: merged by the import's rule, once if they are alike, or else in conflict, which each of them is told. */
function unitedBy(rows: readonly ImportRow[], { keyOf, merge }: ImportRules) {
  const byKey = Map.groupBy(rows, ({ row }) => keyOf(row as never));
  const faults: Fault[] = [];
  const notes: Note[] = [];
  const kept: ImportRow[] = [];
  for (const group of byKey.values()) {
    const [first, ...others] = group;
    const merged = others.reduce<Row | undefined>((row, other) => row && one(row, other.row, merge), first!.row);
    const parts = group.flatMap(({ parts }) => parts);
    const lines = parts.map(({ line }) => line);
    if (merged === undefined)
      for (const line of lines) faults.push({ row: line, ...conflict(lines.filter((each) => each !== line)) });
    else kept.push({ ...first!, row: merged, parts });
    if (merged !== undefined && others.length > 0) notes.push(merge ? added(lines) : alike(lines));
  }
  return { rows: kept, faults, notes };
}
function one(first: Row, second: Row, merge: ImportRules['merge']): Row | undefined {
  if (merge) return merge(first as never, second as never);
  return JSON.stringify(first) === JSON.stringify(second) ? first : undefined;
}
const conflict = (others: readonly number[]) => ({
  zh: `与第 ${listed(others)} 行说的是同一项，内容却不同，都没有导入；请只留对的一行`,
  en: `says something else about the same thing than row ${listed(others).replaceAll('、', ', ')}; neither was imported, keep the right one`,
});
const added = (lines: readonly number[]): Note => ({
  zh: `第 ${listed(lines)} 行说的是同一项，已合为一项`,
  en: `rows ${listed(lines).replaceAll('、', ', ')} are about the same thing and were merged`,
});
const alike = (lines: readonly number[]): Note => ({
  zh: `第 ${listed(lines)} 行完全相同，只导入一次`,
  en: `rows ${listed(lines).replaceAll('、', ', ')} are alike and were imported once`,
});
