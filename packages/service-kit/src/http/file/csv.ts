// The rows of a csv file, no more of them than a file may hold.
import { CsvError, parse } from 'csv-parse/sync';
import { limits, unreadable } from './limits.ts';

export function readCsv(text: string, take: (line: number, cells: string[]) => void) {
  try {
    const options = { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true, info: true };
    // One more than is allowed besides the header, so that too many are noticed.
    const records = parse(text, { ...options, to: limits.rows + 2 }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    for (const { record, info } of records) take(info.lines, record);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines ?? 1;
    throw unreadable('CSV', `第 ${line} 行附近的引号不成对`, `the quotes near line ${line} do not match`);
  }
}
