// Files that nothing names are removed when they are old enough: the row first says so, then what is pending is finished, and only
// a row that still is unnamed loses its contents, and itself at last.
import { failpoint } from '../failpoint.ts';
import type { Store } from '../store/port.ts';
import type { FileStore } from './port.ts';
import { contentsOf, type FileRow, fileRow, fileRows, swapRow } from './rows.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A content without a row belongs to an upload that never ended; none takes so long. */
const UPLOAD_MS = DAY_MS;

export interface SweepDeps {
  store: Store;
  files: FileStore;
  now(): string;
  retentionDays: number;
  /** A planted bug, for the tests that must notice it. */
  flaw?: 'ignores-names' | 'ignores-drafts' | undefined;
}

/** @returns the files that were removed */
export async function sweepFiles({ store, files, now, retentionDays, flaw }: SweepDeps): Promise<string[]> {
  const nowMs = Date.parse(now());
  const since = ({ at, claim }: FileRow) => Math.max(Date.parse(at), claim ? Date.parse(claim.at) : 0);
  const isOld = (row: FileRow) => since(row) < nowMs - retentionDays * DAY_MS || flaw === 'ignores-drafts';
  const removed: string[] = [];
  const rows = await fileRows(store);
  for (const row of rows) {
    if (row.named !== undefined && flaw !== 'ignores-names') continue;
    if (!row.sweeping && (!isOld(row) || !(await swapRow(store, { ...row, sweeping: true }, row)))) continue;
    failpoint('file-sweeping');
    if (await removeUnnamed(store, files, row.file, flaw)) removed.push(row.file);
  }
  const known = new Set((await fileRows(store)).flatMap(contentsOf).map(({ name }) => name));
  for await (const { name, at } of files.all())
    if (!known.has(name) && Date.parse(at) < nowMs - UPLOAD_MS) await files.remove(name);
  await files.clean(nowMs - UPLOAD_MS);
  return removed;
}

async function removeUnnamed(store: Store, files: FileStore, id: string, flaw: SweepDeps['flaw']): Promise<boolean> {
  // A commit that names it may be durable while its process died before it wrote the row: reading what is pending does that.
  for (let last = (await store.pendingPage()).at(-1); last; last = (await store.pendingPage(last)).at(-1));
  const row = await fileRow(store, id);
  if (!row) return false;
  if (row.named !== undefined && flaw !== 'ignores-names') {
    const { sweeping: _, ...kept } = row;
    if (row.sweeping) await swapRow(store, kept, row);
    return false;
  }
  if (!row.sweeping) return false;
  for (const { name } of contentsOf(row)) await files.remove(name);
  failpoint('file-removed');
  return swapRow(store, undefined, row);
}

/** A sweep at start, and one an hour. */
export function sweeping(deps: SweepDeps, elapsed = () => performance.now()): () => Promise<void> {
  let restsUntil = Number.NEGATIVE_INFINITY;
  return async () => {
    if (elapsed() < restsUntil) return;
    restsUntil = elapsed() + HOUR_MS;
    await sweepFiles(deps);
  };
}
