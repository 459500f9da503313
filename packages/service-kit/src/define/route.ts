// Builders for a service's HTTP routes: commands, queries, imports and server-sent events.
import type { Actor, BusinessDate, CommandRequest, Read, Refusal, Role, Table } from '@jiangong/contracts';
import type { z } from 'zod';
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
export interface CommandRoute extends RouteBase {
  kind: 'command';
  method: 'POST' | 'PUT' | 'DELETE';
  body?: z.ZodType;
  /** The command, or a refusal that its views already know of. `privateRows` are written with it. */
  handle(
    request: Request,
  ): CommandRequest | Refusal | WithPrivateRows | Promise<CommandRequest | Refusal | WithPrivateRows>;
}
/** A command together with private, erasable rows (names, secrets) that must never be events. */
export interface WithPrivateRows {
  request: CommandRequest;
  privateRows: PrivateRow[];
}
export interface QueryRoute extends RouteBase {
  kind: 'query';
  /** `POST` for a question that takes a body: it changes nothing either. */
  method: 'GET' | 'POST';
  querystring?: z.ZodObject;
  body?: z.ZodType;
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
export interface ImportRoute extends RouteBase {
  kind: 'import';
  method: 'POST';
  /** One row: column title → cell text. Unknown columns are a fault of the file. */
  row: z.ZodObject;
  /** The command of a row, or why there is none. */
  handle(row: never, request: Request): CommandRequest | Refusal | Promise<CommandRequest | Refusal>;
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
export type Route = CommandRoute | QueryRoute | ImportRoute | EventsRoute;

/** What a route reads by its schema. */
export type Out<S> = S extends z.ZodType ? z.infer<S> : Record<string, never>;
interface CommandOptions<P, B> extends Omit<RouteBase, 'path' | 'params'> {
  params?: P;
  body?: B;
  handle(
    request: Request<Out<P>, Out<B>>,
  ): CommandRequest | Refusal | WithPrivateRows | Promise<CommandRequest | Refusal | WithPrivateRows>;
}
const command =
  (method: CommandRoute['method']) =>
  <P extends z.ZodObject | undefined = undefined, B extends z.ZodType | undefined = undefined>(
    path: string,
    options: CommandOptions<P, B>,
  ): CommandRoute =>
    ({ kind: 'command', method, path, ...options }) as unknown as CommandRoute;
/** A command. Answers 201 (the thing is new) or 200, `{id, version}`, with the version as ETag. */
export const post = command('POST');
/** A command that replaces: `If-Match` is required once the thing exists. */
export const put = command('PUT');
export const del = command('DELETE');

/** A question. Answer `undefined` for 404, or a refusal. */
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

/** A question that needs a body, such as a text to be tried: POST, and nothing happens. Answered as {@link get} is. */
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

/** A stream of server-sent events (`text/event-stream`). */
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

/** An import of a csv or xlsx file: one command per row, row n with cause `key/n`; good rows are kept, faulty ones listed. */
export function imports<R extends z.ZodObject, P extends z.ZodObject | undefined = undefined>(
  path: string,
  options: Omit<RouteBase, 'path' | 'params'> & {
    params?: P;
    row: R;
    handle(row: z.infer<R>, request: Request<Out<P>>): CommandRequest | Refusal | Promise<CommandRequest | Refusal>;
  },
): ImportRoute {
  return { kind: 'import', method: 'POST', path, ...options } as unknown as ImportRoute;
}
