// A table as csv (UTF-8 with BOM, so that spreadsheets read Chinese) or xlsx.

import type { Table } from '@jiangong/contracts';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';

export const tableFormats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export const CSV = 'text/csv';
/** The media type of a workbook. */
export const XLSX = tableFormats.xlsx;
export type TableFormat = keyof typeof tableFormats;

/** One table as a file. */
export async function tableFile(table: Table, format: TableFormat): Promise<Buffer> {
  if (format === 'xlsx') return workbookFile([table]);
  const titles = table.columns.map(({ title }) => title);
  const rows = table.rows.map((row) => row.map((value) => (typeof value === 'string' ? harmless(value) : value)));
  return Buffer.from(stringify([titles, ...rows], { bom: true }));
}

/**
 * Tables as the sheets of one workbook, each under its name.
 *
 * @example
 * ```ts
 * const units = { name: '单位', columns: [{ title: '编码' }], rows: [['XM-07']] };
 * (await workbookFile([units])).toString('latin1', 0, 2); // → 'PK'
 * ```
 */
export async function workbookFile(tables: readonly Table[]): Promise<Buffer> {
  // Eighty modules, which most processes never need.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const names = new Set<string>();
  return writeExcelFile(tables.map((table) => ({ ...sheetOf(table), sheet: sheetName(table.name, names) }))).toBuffer();
}

function sheetOf({ columns, rows }: Table) {
  const header = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  const body = rows.map((row) =>
    row.map((value, at) => {
      const date = columns[at]?.kind === 'date' && typeof value === 'string' ? dateIn(value) : undefined;
      if (date) return { value: date, type: Date, format: 'yyyy-mm-dd' };
      if (columns[at]?.kind === 'score' && typeof value === 'number') return { value, type: Number, format: '0.00' };
      return { value: value ?? undefined };
    }),
  );
  return {
    data: [header, ...body],
    columns: columns.map(({ width }) => ({ width: width ?? 16 })),
    stickyRowsCount: 1,
  };
}
/** The module whose thread writes tables as one workbook, piece by piece. */
export const workbookJob = new URL('./workbook-job.ts', import.meta.url);

/** At midnight of UTC, as a workbook's days are counted. */
function dateIn(text: string): Date | undefined {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  const date = day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

const NAME_LENGTH = 31;
/** What a sheet may be called: so long, without these characters, and once. */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, NAME_LENGTH);
  let found = plain;
  for (let n = 2; taken.has(found); n += 1) found = `${plain.slice(0, NAME_LENGTH - 3)} ${n}`;
  taken.add(found);
  return found;
}

/** Sends a file to be saved under its name, whose ending says what it is. */
export const sendFile = (reply: FastifyReply, name: string, content: Buffer) =>
  reply
    .header('content-type', tableFormats[name.slice(name.lastIndexOf('.') + 1) as TableFormat])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .serializer((body: unknown) => body as string)
    .send(content);

/** A text that a spreadsheet would run as a formula is shown instead. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
