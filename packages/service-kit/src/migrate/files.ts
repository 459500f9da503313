// The files of a service in a move: every content that a row knows is copied, and then read again on the other side.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { failpoint } from '../failpoint.ts';
import { filesIn, folderStore } from '../files/folder.ts';
import type { FileStore, OpenFiles } from '../files/port.ts';
import { contentsOf, FILES, type FileRow } from '../files/rows.ts';
import { verifyFiles } from '../files/verify.ts';
import type { Count } from './compare.ts';
import type { SourceJournal } from './source.ts';

export interface FilesToMove {
  /** The data folder. */
  from: string;
  storeUrl: string;
  openFiles: OpenFiles;
  /** Whether they are only compared. */
  before: boolean;
}
type Rows = Pick<SourceJournal, 'service' | 'kept'>;

/** @returns how many contents both sides hold; nothing where there are no files. @throws if one is missing or changed here */
export async function moveFiles({ service, kept }: Rows, options: FilesToMove): Promise<Count[]> {
  const { from, storeUrl, openFiles, before } = options;
  const rows = [...kept(FILES)].map(({ body }) => body as FileRow).filter(({ sweeping }) => !sweeping);
  if (rows.length === 0) return [];
  const here = folderStore(filesIn(from, service));
  const ours = await verifyFiles(rows, here);
  const faulty = [...ours.missing, ...ours.changed];
  if (faulty.length > 0)
    throw new Error(
      `${from}：附件缺失或已损坏，请先从备份恢复 / files are missing or damaged, restore them from a backup: ${service} ${faulty.join(', ')}`,
    );
  const there = await openFiles(storeUrl, service);
  try {
    if (!before) for (const row of rows) for (const { name } of contentsOf(row)) await copy(name, here, there);
    const theirs = await verifyFiles(rows, there);
    const same = theirs.missing.length + theirs.changed.length === 0;
    return [{ service, what: '附件 files', here: ours.right, there: theirs.right, same }];
  } finally {
    await there.close();
  }
}

async function copy(name: string, here: FileStore, there: FileStore) {
  if (await there.find(name)) return;
  const spooled = join(there.spool, randomUUID());
  await pipeline(await here.read(name), createWriteStream(spooled, { flags: 'wx', mode: 0o600 }));
  await there.put(name, spooled);
  failpoint('move-files');
}
