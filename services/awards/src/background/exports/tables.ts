// Exports for people: all grants with Chinese headings and words, as csv and xlsx. Reconciliation reads both.
import { valueLabels } from '@jiangong/contracts';
import { cellsOf, hrColumns } from '../../hr-columns.ts';
import { type GrantRow, hrRowOf } from '../../views.ts';
import { csvLine, linesOf, type Target } from './target.ts';
import { workbook } from './workbook.ts';

const titles = hrColumns.map(([title]) => title);
const words: Partial<Record<string, Record<string, string>>> = {
  status: valueLabels.grant,
  level: valueLabels.level,
  recipientType: valueLabels.recipient,
};
function row({ honourCode: _, recipientId: __, former: ___, recordedAt, ...grant }: GrantRow) {
  const cells = cellsOf(hrRowOf(grant, recordedAt));
  return cells.map((cell, n) => words[hrColumns[n]![1]]?.[String(cell)] ?? cell);
}
/** A text that a spreadsheet would run as a formula is shown instead. */
const harmless = (cell: string | number | undefined) =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

export const csv: Target = {
  file: '荣誉记录.csv',
  type: 'text/csv; charset=utf-8',
  write: (pages) => linesOf(`\uFEFF${csvLine(titles)}`, pages, (grant) => csvLine(row(grant).map(harmless))),
};
export const xlsx: Target = {
  file: '荣誉记录.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: (pages) => workbook('荣誉记录', titles, rowsOf(pages)),
};
async function* rowsOf(pages: Parameters<Target['write']>[0]) {
  for await (const page of pages) yield page.map(row);
}
