// What a service knows: its journal of commits, the rows of its views, and private rows. One engine per deployment.
import type { CloudEvent, Match } from '@jiangong/contracts';
import type { AnyView } from '../define/any.ts';

/** What was answered, so that a repetition is answered alike. */
export interface Answer {
  status: 200 | 201;
  id: string;
  /** The stream's version after the command: its ETag. */
  version: number;
}

/** The outcome of one command: all its events, under one id (stream, version), never edited. */
export interface Commit {
  stream: string;
  /** Number of its first event in the stream. */
  version: number;
  events: { type: string; version: number; data: unknown }[];
  /** What it is an outcome of: `org/sub/key` of a request, `consumer/event/ordinal` (or a target) of a reaction, `deadline/id`. Unique. */
  cause: string;
  /** Hash of the request behind `cause`, so that a key reused for another request is noticed. */
  fingerprint?: string;
  org: string;
  actor: string;
  /** Of a deputy: on whose behalf. */
  behalf?: string;
  time: string;
  correlation: string;
  causation: string;
  traceparent?: string;
  answer: Answer;
  /** What links it to the stream's commit before, see chain.ts; absent from empty commits and from those of releases that had none. */
  hash?: string;
}

/** What names a commit. */
export type CommitId = Pick<Commit, 'stream' | 'version'>;

/** Pending commits read at once: a store that owes more is gone through page by page. */
export const PENDING_PAGE = 1000;

/** A private row: parked events, positions, names and secrets. Body undefined erases it. */
export interface PrivateRow {
  table: string;
  key: string;
  body: unknown;
  /** Kept only if there is no such row yet: several copies that draw a secret agree on the first. */
  once?: true;
  /** Kept only if the row there has no `revision` so high: an older state never replaces a newer one. */
  newer?: true;
}

/** What one write carries. SQLite applies it in one transaction; another engine in this order, so that it can be resumed. */
export interface Unit {
  /** Events of other services whose rows are to be applied. */
  apply?: CloudEvent[];
  commit?: Commit;
  privateRows?: PrivateRow[];
  /** Numbers that rows had in another store: see {@link Store.numbered}. */
  numbers?: NumberedKey[];
}

/** `taken`: the version exists already. `known`: the cause has its outcome already, which is this commit. */
export type Outcome = { kind: 'written' } | { kind: 'taken' } | { kind: 'known'; commit: Commit };

/** Commits that are pending, in one store. */
export interface Backlog {
  count: number;
  /** The time of the first; undefined if nothing is pending. */
  oldest?: string;
}

/** A row of a view as it is stored. */
export interface StoredRow {
  key: string;
  org: string;
  body: object;
}
/** Which rows of a view are counted: those whose fields match, of one organisation or of all. */
export interface RowCount {
  view: string;
  org?: string;
  filter: Record<string, Match>;
}
/** A page of rows of a view, by key. */
export interface RowQuery extends RowCount {
  after?: string;
  limit: number;
}

/** A row of a numbered view and its number within its organisation. */
export interface NumberedKey {
  view: string;
  org: string;
  number: number;
  key: string;
}
/** A page of rows of a numbered view, by number. */
export interface NumberQuery {
  view: string;
  org: string;
  /** The last number read, or a key: every row whose key is greater then follows. */
  after: number | { key: string };
  limit: number;
}

/** A page of private rows: so many after a key. */
export interface KeyPage {
  after?: string | undefined;
  limit: number;
}

/** The journal, the rows and the private rows of one service. */
export interface Store {
  /** Whether other processes may write to it, too. */
  shared: boolean;
  /** Durable when it resolves. A `taken` or `known` commit leaves no trace of its unit. */
  write(unit: Unit): Promise<Outcome>;
  /** Commits of a stream after a version, in order. */
  read(stream: string, after: number): Promise<Commit[]>;
  byCause(cause: string): Promise<Commit | undefined>;
  /** All pending commits of some streams, each stream in order, however much else is pending. */
  pending(streams: string[]): Promise<Commit[]>;
  /** Pending commits of all streams, each stream in order: a page of at most {@link PENDING_PAGE} after one that a page ended with. */
  pendingPage(after?: CommitId): Promise<Commit[]>;
  /** How many commits are pending, however many, and when the first of them was written. */
  backlog(): Promise<Backlog>;
  /** Applies a commit's rows, if `write` has not. */
  apply(commit: Commit): Promise<void>;
  /**
   * Erases what {@link isForgettable} of requests that are older than thirty days: goes some way through the journal at
   * each call, and remembers how far. @returns whether it has gone through all of it
   */
  forget(now: string): Promise<boolean>;
  /** Marks commits as published. Durable no later than the next write. */
  markPublished(commits: Commit[]): Promise<void>;
  /** A lower bound of the published commits, of one noun or all: a log they were published to holds at least as many records. */
  publishedCount(noun?: string): Promise<number>;
  row(view: string, key: string): Promise<StoredRow | undefined>;
  /** Rows that match, by key. */
  rows(query: RowQuery): Promise<StoredRow[]>;
  /** How many rows match. */
  count(query: RowCount): Promise<number>;
  /**
   * Rows of a numbered view by number. Applying a row gives it the next number of its organisation, once and for ever;
   * number n is visible only after all below it, and after its row.
   */
  numbered(query: NumberQuery): Promise<{ number: number; row: StoredRow }[]>;
  privateRow(table: string, key: string): Promise<unknown>;
  /** Private rows of a table whose key starts so, by key: all of them, or a page after a key. */
  privateRows(table: string, prefix?: string, page?: KeyPage): Promise<{ key: string; body: unknown }[]>;
  /**
   * Replaces (or, by an undefined body, erases) a private row that still is what was read. Durable when it resolves.
   * @returns false if another write was faster
   */
  swap(row: Omit<PrivateRow, 'once'>, was: unknown): Promise<boolean>;
  /** All commits in the order of writing, for backups, moves and the proof that views equal their fold. */
  journal(after?: number): AsyncIterable<Commit>;
  /** Whether an error is the store's own failure, which a repetition may mend, and not the fault of what was written. */
  isFault(error: unknown): boolean;
  /** Copies the file, all at once, so that copies made in one turn belong together; engines of servers have their own tools. */
  backup?(folder: string): void;
  /** The store's fault that a journal is not what was written; {@link check} throws it from then on. */
  damaged(reason: string): Error;
  /** Throws if the store cannot be used now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store of one service, its tables and indexes ready for these views. */
export type OpenStore = (url: string, service: string, views: readonly AnyView[]) => Promise<Store>;
