// A table as csv (UTF-8 with BOM, so that spreadsheets read Chinese) or xlsx.

import type { Table } from '@jiangong/contracts';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply } from 'fastify';
import writeExcelFile from 'write-excel-file/node';

export const tableFormats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export const CSV = 'text/csv';
export const XLSX = tableFormats.xlsx;
export type TableFormat = keyof typeof tableFormats;

export async function tableFile(table: Table, format: TableFormat): Promise<Buffer> {
  const titles = table.columns.map(({ title }) => title);
  if (format === 'csv') {
    const rows = table.rows.map((row) => row.map((value) => (typeof value === 'string' ? harmless(value) : value)));
    return Buffer.from(stringify([titles, ...rows], { bom: true }));
  }
  const header = titles.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = table.rows.map((row) => row.map((value) => ({ value: value ?? undefined })));
  const columns = table.columns.map(({ width }) => ({ width: width ?? 16 }));
  return writeExcelFile([header, ...body], { columns, sheet: table.name.slice(0, 31), stickyRowsCount: 1 }).toBuffer();
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
