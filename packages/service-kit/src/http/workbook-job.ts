// The job of a thread that writes tables as one workbook.
import type { Table } from '@jiangong/contracts';
import { workbookFile } from './table.ts';

const PIECE = 256 * 1024;
export default async function* write(tables: readonly Table[]): AsyncGenerator<Uint8Array> {
  const file = await workbookFile(tables);
  for (let at = 0; at < file.length; at += PIECE) yield file.subarray(at, at + PIECE);
}
