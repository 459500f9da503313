// Builders for a service's HTTP routes, which read their types off the schemas.
import type { Actor, Refusal, Table } from '@jiangong/contracts';
import { z } from 'zod';
import { limits } from '../http/file/limits.ts';
import type { Column, RowOf } from '../http/import/columns.ts';
import type {
  CommandRoute,
  Download,
  DownloadRoute,
  EventsRoute,
  Imported,
  ImportRoute,
  KnownRow,
  LabelsByColumn,
  Mentioned,
  Out,
  Outcome,
  QueryRoute,
  Request,
  RouteBase,
  StreamRequest,
  TableBody,
} from './route.ts';

interface CommandOptions<P, B> extends Omit<RouteBase, 'path' | 'params'> {
  params?: P;
  body?: B;
  revised?: true;
  shown?: z.ZodObject;
  follows?: CommandRoute['follows'];
  form?: CommandRoute['form'];
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
    stream?(params: Out<P>, actor: Actor): string;
    table?(answer: z.infer<A>, request: Request<Out<P>, unknown, Out<Q>>): Table | Promise<Table>;
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
 * A file that is written while the client reads it, so that a million rows take no more memory than a page of them.
 * @example
 * ```ts
 * const route = download('/numbers', {
 *   summary: ['数', 'Numbers'],
 *   roles: ['auditor'],
 *   produces: ['text/plain'],
 *   download: () => ({
 *     name: '数.txt',
 *     type: 'text/plain; charset=utf-8',
 *     async *chunks() {
 *       yield '1\n';
 *     },
 *   }),
 * });
 * route.kind; // → 'download'
 * ```
 */
export function download<P extends z.ZodObject | undefined = undefined, Q extends z.ZodObject | undefined = undefined>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    params?: P;
    querystring?: Q;
    produces: readonly string[];
    download(
      request: Request<Out<P>, unknown, Out<Q>>,
    ): Download | Refusal | undefined | Promise<Download | Refusal | undefined>;
  },
): DownloadRoute {
  return { kind: 'download', method: 'GET', path, ...options } as unknown as DownloadRoute;
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
