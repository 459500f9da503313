// Between a decision and its commit, a command claims the files that its events name: in their rows, so that no sweep removes
// them from here on and no other record takes them.
import { type NamedFile, type Refusal, refuse } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import type { Store } from '../store/port.ts';
import { type FileRow, fileRow, swapRow } from './rows.ts';

/** A command that has claimed a file and not written its commit by then has died. */
const CLAIM_MS = 60_000;

export interface Naming {
  cause: string;
  stream: string;
  now: string;
}

/** @returns the rows as claimed, or why one cannot be named */
export async function claim(store: Store, files: readonly NamedFile[], by: Naming): Promise<FileRow[] | Refusal> {
  const rows: FileRow[] = [];
  for (const [index, { file }] of files.entries()) {
    const row = await claimed(store, file, by);
    if (row === undefined) return refuse('file-unavailable', { position: index + 1 });
    if ('refused' in row) return row;
    rows.push(row);
  }
  if (files.length > 0) failpoint('file-claimed');
  return rows;
}

async function claimed(store: Store, file: string, by: Naming): Promise<FileRow | Refusal | undefined> {
  for (;;) {
    const row = await fileRow(store, file);
    if (!row || row.sweeping) return undefined;
    if (row.named === by.stream) return row;
    if (row.named !== undefined) return refuse('file-in-use', { name: row.name });
    if (row.claim && row.claim.stream !== by.stream && row.claim.cause !== by.cause) {
      if (await store.byCause(row.claim.cause)) return refuse('file-in-use', { name: row.name });
      if (Date.parse(by.now) - Date.parse(row.claim.at) < CLAIM_MS) return refuse('busy');
    }
    const next: FileRow = { ...row, claim: { cause: by.cause, stream: by.stream, at: by.now } };
    if (await swapRow(store, next, row)) return next;
  }
}
