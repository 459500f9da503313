// Where the bytes of files are kept. Which files there are, whose they are and what names them is in the rows of the store
// (rows.ts); an engine knows contents alone, by a name that says what they are.
import type { Readable } from 'node:stream';

/** Bytes, both included. */
export interface Range {
  start: number;
  end: number;
}
export interface StoredContent {
  name: string;
  size: number;
  /** When it was stored, RFC 3339. */
  at: string;
}

export interface FileStore {
  /** A folder on this machine for uploads under way; what a process that died left there is gone at the next start. */
  spool: string;
  /** Takes a spooled file over. Durable when it resolves; the same name again is the same content. */
  put(name: string, spooled: string): Promise<void>;
  /** The content, read as it is consumed. Rejects if there is none. */
  read(name: string, range?: Range): Promise<Readable>;
  /** Undefined if there is none, or only a part of one. */
  find(name: string): Promise<StoredContent | undefined>;
  /** Erases what is there, whole or not. */
  remove(name: string): Promise<void>;
  all(): AsyncIterable<StoredContent>;
  /** Erases the remains of puts that were cut off before an instant (ms). */
  clean(before: number): Promise<void>;
  /** Adds every content to a backup, at once; engines of servers have their own tools. */
  backup?(folder: string): void;
  close(): Promise<void>;
}

/** Opens the files of one service; `url` is that of its store. */
export type OpenFiles = (url: string, service: string) => Promise<FileStore>;

/**
 * The address of a content: its sha256 and the id of the file that it is. Never shared by two files, so removing one
 * file's content cannot take another's.
 */
export const contentName = (sha256: string, id: string) => `${sha256}.${id}`;
export const isContentName = (name: string) => /^[0-9a-f]{64}\.[0-9a-f-]{36}$/.test(name);
