// An imported file held against the columns that its rows may have: what does not fit is named once, not once a row.
import type { z } from 'zod';
import type { Fault } from './faults.ts';
import { linesOf } from './file/read.ts';
import { tableFormats } from './table.ts';

export const CSV = 'text/csv';
export const XLSX = tableFormats.xlsx;

export interface FileRow {
  /** The line in the file, the header being line 1. */
  line: number;
  cells: Record<string, string>;
}
export interface ImportedFile {
  rows: number;
  faults: Fault[];
  row(index: number): FileRow;
}

export async function readImport(file: string | Buffer, schema: z.ZodObject): Promise<ImportedFile> {
  const [header = { line: 1, cells: [] }, ...lines] = await linesOf(file);
  return {
    rows: lines.length,
    faults: columnFaults(header.line, header.cells, schema),
    row(index) {
      const { line, cells } = lines[index]!;
      const titled = header.cells.flatMap((title, n) => (title === '' ? [] : [[title, cells[n] ?? '']]));
      return { line, cells: Object.fromEntries(titled) };
    },
  };
}

function columnFaults(row: number, titles: string[], schema: z.ZodObject): Fault[] {
  const known = Object.keys(schema.shape);
  const given = titles.filter((title) => title !== '');
  const fault = (column: string, zh: string, en: string): Fault => ({ row, column, zh, en });
  const unknown = [...new Set(given)].filter((title) => !known.includes(title));
  const twice = known.filter((title) => given.indexOf(title) !== given.lastIndexOf(title));
  const missing = known.filter(
    (title) => !given.includes(title) && !(schema.shape[title] as z.ZodType).safeParse(undefined).success,
  );
  const all = known.join('、');
  return [
    ...unknown.map((title) =>
      fault(title, `多出了不认识的栏；可用的栏：${all}`, `is not a known column; the columns are: ${known.join(', ')}`),
    ),
    ...twice.map((title) => fault(title, '这一栏出现了两次', 'this column appears twice')),
    ...missing.map((title) => fault(title, '缺少这一栏', 'this column is missing')),
  ];
}
