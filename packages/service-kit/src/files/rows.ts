// The row of a file: whose it is, what it is, and what names it. It decides between a command that names the file and the sweep
// that removes it: both swap it, and whoever comes second sees what the first has written.
import type { Actor, FileAnswer, NamedFile } from '@jiangong/contracts';
import type { PrivateRow, Store } from '../store/port.ts';
import { contentName } from './port.ts';

export const FILES = 'files';

export interface FileRow extends NamedFile {
  /** The noun whose records may name it. */
  noun: string;
  org: string;
  /** Who uploaded it: until a record names it, it is theirs alone. */
  by: string;
  at: string;
  thumbnail?: { sha256: string; size: number };
  /** The command that is about to name it. */
  claim?: { cause: string; stream: string; at: string };
  /** The record that names it, written with its event: it stays from then on. */
  named?: string;
  /** Removal has begun; nothing can name it any more. */
  sweeping?: true;
}

export const fileRow = async (store: Pick<Store, 'privateRow'>, id: string) =>
  (await store.privateRow(FILES, id)) as FileRow | undefined;
export const fileRows = async (store: Pick<Store, 'privateRows'>) =>
  (await store.privateRows(FILES)).map(({ body }) => body as FileRow);
export const swapRow = (store: Pick<Store, 'swap'>, row: FileRow | undefined, was: FileRow) =>
  store.swap({ table: FILES, key: was.file, body: row }, was);

/** What an event says of a file. */
export const namedOf = ({ file, name, type, size, sha256, originalSha256 }: NamedFile): NamedFile => ({
  file,
  name,
  type,
  size,
  sha256,
  originalSha256,
});
export const answerOf = (row: FileRow): FileAnswer => {
  const { file, ...about } = namedOf(row);
  return { id: file, ...about, uploadedAt: row.at, thumbnail: row.thumbnail !== undefined };
};

/** The contents that a file has: itself, and its thumbnail. */
export const contentsOf = ({ file, sha256, size, thumbnail }: FileRow) =>
  [{ sha256, size }, ...(thumbnail ? [thumbnail] : [])].map((content) => ({
    ...content,
    name: contentName(content.sha256, file),
  }));

/** Whether somebody may name a file in a record: its uploader, or whoever may change the record that has it already. */
export const mayName = (row: FileRow, actor: Actor, noun: string, record: string | undefined): boolean => {
  if (row.noun !== noun || row.sweeping) return false;
  if (row.named !== undefined && row.named === record) return true;
  return row.org === actor.org && row.by === actor.sub;
};

/** Written with the commit whose event names them. */
export const namedRows = (rows: readonly FileRow[], stream: string): PrivateRow[] =>
  rows.map(({ claim: _, ...row }) => ({ table: FILES, key: row.file, body: { ...row, named: stream } }));
