// The rows of an imported file, csv or xlsx, each with its place in the file.
import { isRefusal, refuse } from '@jiangong/contracts';
import { parse } from 'csv-parse/sync';
import { Refused } from './problem.ts';
import { tableFormats } from './table.ts';
import { sheetOf } from './xlsx.ts';

export const CSV = 'text/csv';
export const XLSX = tableFormats.xlsx;

export interface FileRow {
  /** The line in the file, the header being line 1. */
  line: number;
  cells: Record<string, string>;
}

export async function rowsOf(file: string | Buffer): Promise<FileRow[]> {
  if (typeof file === 'string') return csvRows(file);
  const sheet = await sheetOf(file);
  if (isRefusal(sheet)) throw new Refused(sheet);
  const [titles = [], ...rows] = sheet;
  return rows.flatMap((row, at) => {
    const cells = Object.fromEntries(
      titles.flatMap((title, n) => (title === '' ? [] : [[title, (row[n] ?? '').trim()]])),
    );
    return Object.values(cells).every((cell) => cell === '') ? [] : [{ line: at + 2, cells }];
  });
}

function csvRows(text: string): FileRow[] {
  try {
    const records = parse(text, {
      ...{ bom: true, columns: true, skip_empty_lines: true, trim: true, relax_column_count: true, info: true },
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw new Refused(refuse('unreadable-body', { format: 'CSV', reason: (error as Error).message }));
  }
}
