// What a service's HTTP routes are: commands, queries, imports, downloads and server-sent events.
import type {
  Actor,
  BusinessDate,
  CommandRequest,
  NamedFile,
  Read,
  Refusal,
  Role,
  Scope,
  StateChange,
  StateTopicName,
  StateValue,
  Table,
} from '@jiangong/contracts';
import type { z } from 'zod';
import type { Wanted } from '../files/desk.ts';
import type { Column, Labels } from '../http/import/columns.ts';
import type { Fault, Note } from '../http/import/faults.ts';
import type { PrivateRow } from '../store/port.ts';
import type { Companion, CompanionDeclaration } from './companion.ts';

/** What a route knows of its request. `read` is bound to the actor's organisation. */
export interface Request<P = unknown, B = unknown, Q = unknown> {
  params: P;
  body: B;
  query: Q;
  actor: Actor;
  /** The client's network, which distinguishes those who need not sign in. */
  network(): string;
  read: Read;
  now: string;
  /** The business date: today in Asia/Shanghai, or what an organiser gave as `on`. */
  businessDate: BusinessDate;
  /** A fresh UUIDv7. */
  newId(): string;
  /** The id of a thing whose natural key must not be guessed from it: the same key gives the same id in this store alone. */
  hiddenId(...key: string[]): string;
  /** What a state topic that this service publishes or follows says of keys of the actor's organisation; of all, if none are given. */
  states<T extends StateTopicName>(topic: T, keys?: readonly string[]): Promise<ReadonlyMap<string, StateValue<T>>>;
  /**
   * What an event will say of uploaded files, given their ids, if the actor may name them in a record of this noun. The route
   * answers with a request that carries them ({@link WithPrivateRows.files}), which claims them before the commit.
   */
  files(ids: readonly string[], wanted: Wanted): Promise<NamedFile[] | Refusal>;
  /** The companion of the service: see {@link CompanionDeclaration}. */
  companion<T extends Companion>(companion: CompanionDeclaration<T>): T;
}

export interface RouteBase {
  /** Path below `/api`, with `:params`. */
  path: string;
  /** Chinese and English, for the OpenAPI page. */
  summary: readonly [zh: string, en: string];
  /** Who may; `public` needs no token and must live under `/public/`. */
  roles: readonly Role[] | 'public';
  /** With it a machine may, too. */
  scope?: Scope;
  params?: z.ZodObject;
  /** The stream (`noun/id`) it is about, where no command or row tells: another organisation's is 404. */
  within?(params: { id: string }): string;
}
/** A route that carries out one command. */
export interface CommandRoute extends RouteBase {
  kind: 'command';
  method: 'POST' | 'PUT' | 'DELETE';
  body?: z.ZodType;
  /** The body has a revision of the sender's, which is compared in place of `If-Match`. */
  revised?: true;
  /** Fields of the first answer, beside `id` and `version`. */
  shown?: z.ZodObject;
  /** The next step works once something else has followed: the answer is 202, and its `location` where to look. */
  follows?: Follows;
  /** A form of a page without scripts may give it, too: empty fields are missing, and the answer is a page. */
  form?: { page(shown: Record<string, string> | undefined): string };
  /** The command, or a refusal that its views already know of. `privateRows` are written with it. */
  handle(request: Request): Outcome | Promise<Outcome>;
}
/** Where a path below `/api` shows what follows of a command, and by what it is seen to be done. */
export interface Follows {
  at(params: Record<string, string>): string;
  done: readonly [zh: string, en: string];
}
export type Outcome = CommandRequest | Refusal | WithPrivateRows;
/** What whoever gave a command should know of its outcome, though it was carried out. */
export interface Remark {
  zh: string;
  en: string;
}
/** A command together with private, erasable rows (names, secrets) and states that must never be events, and the files it names. */
export interface WithPrivateRows {
  request: CommandRequest;
  /** For whom it is given, where a public route takes it from somebody who has not signed in. */
  by?: Actor;
  files?: readonly NamedFile[];
  privateRows?: PrivateRow[];
  /** What the command's events mean for state topics of this service; a command that changes nothing leaves them as they are. */
  states?: StateChange[];
  remarks?: Remark[];
  /** What the answer shows this once and nobody keeps, as the route's `shown` says: a repetition is answered without it. */
  shown?: Record<string, string>;
}
/** Of an import: made when the row is carried out, not for a preview, since a secret takes work to keep. */
export interface WithLaterPrivateRows {
  request: CommandRequest;
  privateRows?(): Promise<PrivateRow[]>;
  states?: StateChange[];
}
/** A route that reads and changes nothing. */
export interface QueryRoute extends RouteBase {
  kind: 'query';
  /** `POST` for a question that takes a body: it changes nothing either. */
  method: 'GET' | 'POST';
  querystring?: z.ZodObject;
  body?: z.ZodType;
  /** Instead of a body in JSON it may have a file, read by these columns; `query` is given a {@link TableBody} either way. */
  file?: { columns: readonly Column[]; most: number; keyOf(row: never): string };
  answer: z.ZodType;
  /** Whether a cursor is one of an earlier release, which was not sealed; it reaches `query` as it is. */
  cursorBefore?(cursor: string): boolean;
  /**
   * A query that has `cursor` finds the place there that it answered as `next`; what clients hold of it is sealed.
   * `authorization` is for routes of the kit that put the question to other processes, as the same person.
   */
  query(request: Request, authorization?: string): unknown;
  /** Stream of the resource (`noun/id`), whose version becomes the ETag. `actor`: of a public route nobody. */
  stream?(params: Record<string, string>, actor?: Actor): string;
  /** The answer as a table: `?format=csv` and `?format=xlsx` then work too. */
  table?(answer: never, request: Request): Table | Promise<Table>;
}
/** The rows of a question's file; what could not be read is named, and left out. */
export interface TableBody<R> {
  rows: R[];
  faults: Fault[];
  faultsTotal: number;
  notes: Note[];
}
/** A route that answers with a file of any length, written while it is read. */
export interface DownloadRoute extends RouteBase {
  kind: 'download';
  method: 'GET';
  querystring?: z.ZodObject;
  /** Media types that the file may have. */
  produces: readonly string[];
  /** The file, a refusal, or undefined for 404. */
  download(request: Request): Download | Refusal | undefined | Promise<Download | Refusal | undefined>;
}
/** A file as it is written. */
export interface Download {
  name: string;
  type: string;
  /** A page that a browser shows, with its own style and nothing else, instead of a file to be saved; or one with a form. */
  inline?: true | 'form';
  /** Whoever reads it may keep it, asking each time whether it still holds; its address is no secret. */
  kept?: true;
  /** Read no faster than the client takes it. */
  chunks(): AsyncIterable<string | Uint8Array>;
}
/** A route that carries out one command per row of a file. */
export interface ImportRoute extends RouteBase {
  kind: 'import';
  method: 'POST';
  columns: readonly Column[];
  most?: number;
  keyOf(row: never): string;
  merge?(first: never, second: never): Record<string, unknown> | undefined;
  labels?(request: Request, mentioned?: Mentioned): LabelsByColumn | Refusal | Promise<LabelsByColumn | Refusal>;
  known?(request: Request): KnownRow[] | Promise<KnownRow[]>;
  isNew?(row: never, request: Request): boolean | Promise<boolean>;
  handle(row: never, request: Request): Imported | Promise<Imported>;
}
/** By the key of a column: what its values are called. */
export type LabelsByColumn = Readonly<Record<string, Labels>>;
/** The texts that a file has in a column, each once, as far as they can be looked up by it. */
export type Mentioned = (column: string) => readonly string[];
/** Cells of a template by the keys of their columns. */
export type KnownRow = Readonly<Record<string, string | number | undefined>>;
/** The command of a row; why there is none; or undefined: what the row says is so already. */
export type Imported = CommandRequest | Refusal | WithLaterPrivateRows | undefined;
/** A route that carries out one command for each of the things that its body names. */
export interface BulkRoute extends RouteBase {
  kind: 'bulk';
  method: 'POST';
  body: z.ZodType;
  /** In the order in which they are begun; or a refusal of them all. */
  rows(request: Request): BulkRow[] | Refusal | Promise<BulkRow[] | Refusal>;
}
/** A command of a {@link BulkRoute}. */
export interface BulkRow {
  /** Tells it from the others of the request whenever that is repeated: with the request's key it is the command's cause. */
  key: string;
  /** The things it is about, as a fault names them: mostly one. */
  of: readonly string[];
  /** The command; why there is none; or undefined: it is so already. */
  command: CommandRequest | Refusal | undefined;
}
/** A request whose answer is a stream of events. */
export interface StreamRequest<P = unknown, Q = unknown> extends Request<P, unknown, Q> {
  /** Aborts when the stream ends: the source then ends at once. */
  signal: AbortSignal;
}
/** Server-sent events as they happen, until the source ends, the client goes or its token is no longer good. */
export interface EventsRoute extends RouteBase {
  kind: 'events';
  method: 'GET';
  querystring?: z.ZodObject;
  /** Values are states, known by their hash, which is the event's id: a state that the client has is not sent again. */
  states?: true;
  /** May refuse before the stream starts; otherwise each value is one `data:` line of JSON. */
  stream(request: StreamRequest): Refusal | AsyncIterable<object> | Promise<Refusal | AsyncIterable<object>>;
}
/**
 * A route of a service, as its builders declare it.
 */
export type Route = CommandRoute | QueryRoute | ImportRoute | BulkRoute | EventsRoute | DownloadRoute;

/** What a route reads by its schema. */
export type Out<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;
