// Builders for a service's HTTP routes: commands, queries, imports and server-sent events.
import type {
  Actor,
  BusinessDate,
  CommandRequest,
  NamedFile,
  Read,
  Refusal,
  Role,
  StateChange,
  StateTopicName,
  StateValue,
  Table,
} from '@jiangong/contracts';
import { z } from 'zod';
import type { Wanted } from '../files/desk.ts';
import { limits } from '../http/file/limits.ts';
import type { Column, Labels, RowOf } from '../http/import/columns.ts';
import type { Fault, Note } from '../http/import/faults.ts';
import type { PrivateRow } from '../store/port.ts';
import type { Companion, CompanionDeclaration } from './companion.ts';

/** What a route knows of its request. `read` is bound to the actor's organisation. */
export interface Request<P = unknown, B = unknown, Q = unknown> {
  params: P;
  body: B;
  query: Q;
  actor: Actor;
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

interface RouteBase {
  /** Path below `/api`, with `:params`. */
  path: string;
  /** Chinese and English, for the OpenAPI page. */
  summary: readonly [zh: string, en: string];
  /** Who may; `public` needs no token and must live under `/public/`. */
  roles: readonly Role[] | 'public';
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
  /** The command, or a refusal that its views already know of. `privateRows` are written with it. */
  handle(request: Request): Outcome | Promise<Outcome>;
}
type Outcome = CommandRequest | Refusal | WithPrivateRows;
/** What whoever gave a command should know of its outcome, though it was carried out. */
export interface Remark {
  zh: string;
  en: string;
}
/** A command together with private, erasable rows (names, secrets) and states that must never be events, and the files it names. */
export interface WithPrivateRows {
  request: CommandRequest;
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
  /** A query that has `cursor` finds the place there that it answered as `next`; what clients hold of it is sealed. */
  query(request: Request): unknown;
  /** Stream of the resource (`noun/id`), whose version becomes the ETag. */
  stream?(params: Record<string, string>): string;
  /** The answer as a table: `?format=csv` and `?format=xlsx` then work too. */
  table?(answer: never): Table;
}
/** The rows of a question's file; what could not be read is named, and left out. */
export interface TableBody<R> {
  rows: R[];
  faults: Fault[];
  faultsTotal: number;
  notes: Note[];
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
 * A route of a service, as its builders ({@link post}, {@link get}, {@link imports} and the others) declare it.
 */
export type Route = CommandRoute | QueryRoute | ImportRoute | EventsRoute;

/** What a route reads by its schema. */
export type Out<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;
interface CommandOptions<P, B> extends Omit<RouteBase, 'path' | 'params'> {
  params?: P;
  body?: B;
  revised?: true;
  shown?: z.ZodObject;
  handle(request: Request<Out<P>, Out<B>>): Outcome | Promise<Outcome>;
}
const command =
  (method: CommandRoute['method']) =>
  <P extends z.ZodObject | undefined = undefined, B extends z.ZodType | undefined = undefined>(
    path: string,
    options: CommandOptions<P, B>,
  ): CommandRoute =>
    ({ kind: 'command', method, path, ...options }) as unknown as CommandRoute;
/**
 * A command. Answers 201 (the thing is new) or 200, `{id, version}`, with the version as ETag.
 * @example
 * ```ts
 * import { requestsOf } from '@jiangong/contracts';
 * import { z } from 'zod';
 * const route = post('/units/:id', {
 *   summary: ['登记单位', 'Register a unit'],
 *   roles: ['organiser'],
 *   params: z.object({ id: z.uuid() }),
 *   body: z.strictObject({ name: z.string() }),
 *   handle: ({ params, body }) => requestsOf('unit')(params.id, 'register', body),
 * });
 * route.method; // → 'POST'
 * ```
 */
export const post = command('POST');
/**
 * A command that replaces: `If-Match` is required once the thing exists.
 * @example
 * ```ts
 * import { requestsOf } from '@jiangong/contracts';
 * import { z } from 'zod';
 * const route = put('/units/:id', {
 *   summary: ['更正单位', 'Amend a unit'],
 *   roles: ['organiser'],
 *   params: z.object({ id: z.uuid() }),
 *   body: z.strictObject({ name: z.string() }),
 *   handle: ({ params, body }) => requestsOf('unit')(params.id, 'amend', body),
 * });
 * route.method; // → 'PUT'
 * ```
 */
export const put = command('PUT');
/**
 * A command that removes or withdraws: answered as {@link post} is.
 * @example
 * ```ts
 * import { requestsOf } from '@jiangong/contracts';
 * import { z } from 'zod';
 * const route = del('/units/:id', {
 *   summary: ['注销单位', 'Remove a unit'],
 *   roles: ['organiser'],
 *   params: z.object({ id: z.uuid() }),
 *   handle: ({ params }) => requestsOf('unit')(params.id, 'remove', {}),
 * });
 * route.method; // → 'DELETE'
 * ```
 */
export const del = command('DELETE');

/**
 * A question. Answer `undefined` for 404, or a refusal.
 * @example
 * ```ts
 * import { z } from 'zod';
 * const route = get('/today', {
 *   summary: ['业务日期', 'The business date'],
 *   roles: ['auditor'],
 *   answer: z.object({ today: z.iso.date() }),
 *   query: ({ businessDate }) => ({ today: businessDate }),
 * });
 * route.method; // → 'GET'
 * ```
 */
export function get<
  A extends z.ZodType,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    params?: P;
    querystring?: Q;
    answer: A;
    cursorBefore?(cursor: string): boolean;
    query(
      request: Request<Out<P>, unknown, Out<Q>>,
    ): z.input<A> | Refusal | undefined | Promise<z.input<A> | Refusal | undefined>;
    stream?(params: Out<P>): string;
    table?(answer: z.infer<A>): Table;
  },
): QueryRoute {
  return { kind: 'query', method: 'GET', path, ...options } as unknown as QueryRoute;
}

/**
 * A question that needs a body, such as a text to be tried: POST, and nothing happens. Answered as {@link get} is.
 * @example
 * ```ts
 * import { z } from 'zod';
 * const route = query('/names/length', {
 *   summary: ['数字数', 'Count the characters of a name'],
 *   roles: ['organiser'],
 *   body: z.strictObject({ name: z.string() }),
 *   answer: z.object({ length: z.int() }),
 *   query: ({ body }) => ({ length: [...body.name].length }),
 * });
 * [route.kind, route.method]; // → ['query', 'POST']
 * ```
 */
export function query<A extends z.ZodType, B extends z.ZodType, P extends z.ZodObject | undefined = undefined>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    params?: P;
    body: B;
    answer: A;
    query(
      request: Request<Out<P>, z.infer<B>>,
    ): z.input<A> | Refusal | undefined | Promise<z.input<A> | Refusal | undefined>;
  },
): QueryRoute {
  return { kind: 'query', method: 'POST', path, ...options } as unknown as QueryRoute;
}

/**
 * A question about the rows of a table: POST a csv or xlsx file, read as an import's is, or JSON `{rows: […]}`; nothing happens.
 * @example
 * ```ts
 * import { z } from 'zod';
 * const route = queryTable('/units/known', {
 *   summary: ['核对单位', 'Compare units'],
 *   roles: ['organiser'],
 *   columns: [{ key: 'code', label: ['编码', 'code'], kind: 'code', required: true }],
 *   row: z.strictObject({ code: z.string() }),
 *   keyOf: ({ code }) => code,
 *   answer: z.object({ rows: z.int() }),
 *   query: ({ body }) => ({ rows: body.rows.length }),
 * });
 * [route.kind, route.method]; // → ['query', 'POST']
 * ```
 */
export function queryTable<
  const C extends readonly Column[],
  A extends z.ZodType,
  Q extends z.ZodObject | undefined = undefined,
>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    columns: C;
    /** A row of JSON. */
    row: z.ZodType<RowOf<C>>;
    keyOf(row: RowOf<C>): string;
    most?: number;
    querystring?: Q;
    answer: A;
    query(
      request: Request<unknown, TableBody<RowOf<C>>, Out<Q>>,
    ): z.input<A> | Refusal | undefined | Promise<z.input<A> | Refusal | undefined>;
  },
): QueryRoute {
  const { columns, row, keyOf, most = limits.rows, ...rest } = options;
  const body = z.strictObject({ rows: z.array(row).max(most) });
  return {
    kind: 'query',
    method: 'POST',
    path,
    body,
    file: { columns, keyOf, most },
    ...rest,
  } as unknown as QueryRoute;
}

/**
 * A stream of server-sent events (`text/event-stream`).
 * @example
 * ```ts
 * const route = events('/clock', {
 *   summary: ['时刻', 'The time'],
 *   roles: ['auditor'],
 *   async *stream({ now }) {
 *     yield { now };
 *   },
 * });
 * route.kind; // → 'events'
 * ```
 */
export function events<P extends z.ZodObject | undefined = undefined, Q extends z.ZodObject | undefined = undefined>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    params?: P;
    querystring?: Q;
    states?: true;
    stream(
      request: StreamRequest<Out<P>, Out<Q>>,
    ): Refusal | AsyncIterable<object> | Promise<Refusal | AsyncIterable<object>>;
  },
): EventsRoute {
  return { kind: 'events', method: 'GET', path, ...options } as unknown as EventsRoute;
}

/** What {@link imports} declares of its file, its rows and their commands. */
export interface ImportOptions<C extends readonly Column[], P> extends Omit<RouteBase, 'path' | 'params'> {
  params?: P;
  columns: C;
  /** Rows at once, where they take more work than others. */
  most?: number;
  /** What a row is about: two rows of one key are one thing. */
  keyOf(row: RowOf<C>): string;
  /** Makes one row of two of one key; undefined: they contradict each other. By default rows must be alike. */
  merge?(first: RowOf<C>, second: RowOf<C>): RowOf<C> | undefined;
  /**
   * Labels that depend on the request, by column: the tracks of a competition. They are read in cells and listed in the template.
   * `mentioned`: what the file says, so that of many thousands only those need be read; absent for the template.
   */
  labels?(
    request: Request<Out<P>>,
    mentioned?: Mentioned,
  ): LabelsByColumn | Refusal | Promise<LabelsByColumn | Refusal>;
  /** What the template is filled with. */
  known?(request: Request<Out<P>>): KnownRow[] | Promise<KnownRow[]>;
  /** For the preview: whether what the row adds is new, where it is a part of something that is there. */
  isNew?(row: RowOf<C>, request: Request<Out<P>>): boolean | Promise<boolean>;
  handle(row: RowOf<C>, request: Request<Out<P>>): Imported | Promise<Imported>;
}

/**
 * An import of a csv or xlsx file, whatever it is called: one command per row, row n with cause `key/n`; good rows are kept, faulty
 * ones listed. `?preview=true` says what would happen, `?faults=xlsx` answers the faulty rows as a file, and
 * `GET <path>/template.xlsx` is a file to fill in. Everything about the file is declared in its columns ({@link Column}).
 * @example
 * ```ts
 * import { requestsOf } from '@jiangong/contracts';
 * const unitCommand = requestsOf('unit');
 * const route = imports('/units/import', {
 *   summary: ['导入单位', 'Import units'],
 *   roles: ['organiser'],
 *   columns: [
 *     { key: 'code', label: ['编码', 'code'], aliases: ['单位编码'], kind: 'code', required: true },
 *     { key: 'kind', label: ['类别', 'kind'], kind: 'choice', labels: { branch: '分支机构' }, required: true },
 *     { key: 'people', label: ['人数', 'people'], kind: 'number' },
 *   ],
 *   keyOf: ({ code }) => code,
 *   handle: ({ code, kind, people = 0 }) => unitCommand(code, 'register', { kind, people }),
 * });
 * route.columns.map(({ key }) => key); // → ['code', 'kind', 'people']
 * ```
 */
export function imports<const C extends readonly Column[], P extends z.ZodObject | undefined = undefined>(
  path: string,
  options: ImportOptions<C, P>,
): ImportRoute {
  return { kind: 'import', method: 'POST', path, ...options } as unknown as ImportRoute;
}
