// Typed calls: the path as the interface declares it, its parameters by name, and the answer it promises.
import type { Api } from './api.ts';
import { drawKey } from './key.ts';
import { isRefused } from './refused.ts';
import { type SenderOptions, sender } from './send.ts';
import { type ServerEvent, serverEvents } from './server-events.ts';

type Operation = keyof Api;
export type PathOf<M extends string> = Operation extends infer O
  ? O extends `${M} /api${infer P}`
    ? P
    : never
  : never;
export type At<M extends string, P extends string> = `${M} /api${P}` extends Operation ? Api[`${M} /api${P}`] : never;
export type Field<T, K extends string> = T extends { [key in K]: infer V } ? V : unknown;
/** Parameters of the path and of the query, by name. */
export type Input<T> = Field<T, 'params'> & Field<T, 'query'>;
export type AnswerOf<T> = Field<T, 'answer'>;
export type BodyOf<T> = T extends { body: infer B } ? B : T extends { body?: infer B } ? B | undefined : undefined;
export type ItemOf<T> = AnswerOf<T> extends { items: (infer I)[] } ? I : never;

type InPages<P> = P extends PathOf<'GET'> ? ('limit' extends keyof Field<At<'GET', P>, 'query'> ? P : never) : never;
/** Lists that are answered page by page; a list without pages takes no `limit`. */
export type ListPath = InPages<PathOf<'GET'>>;

export interface CommandOptions {
  /** Drawn if absent; kept over retries. Give one where a command may be given again after a reload. */
  key?: string;
  /** The version that was read, or `*` for whichever there is. */
  ifMatch?: string;
  signal?: AbortSignal;
}
/** An answer with its version, which a replacing command gives back as `ifMatch`. */
export interface Versioned<T> {
  value: T;
  etag: string | undefined;
}

/** What became of an imported file's rows; the first faults are listed. */
export interface Imported {
  rows: number;
  accepted: number;
  faults: { row: number; column?: string; zh: string; en: string }[];
  faultsTotal: number;
  /** What the file would change, where it was only previewed. */
  preview?: { new: number; changed: number; same: number; faulty: number };
}

const at = (path: string, input: object): string => {
  const left = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = left.get(name);
    left.delete(name);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams([...left].map(([name, value]) => [name, String(value)]));
  return `/api${filled}${left.size > 0 ? `?${query}` : ''}`;
};

export type Client = ReturnType<typeof openClient>;

/**
 * Opens a client of an installation.
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { openClient } from '@jiangong/client';
 * const seen: string[] = [];
 * const fetch = async (url: unknown) => {
 *   seen.push(String(url));
 *   return new Response('{"items":[]}', { headers: { etag: '"1"' } });
 * };
 * const client = openClient({ url: 'http://127.0.0.1:8080', fetch: fetch as typeof globalThis.fetch });
 * assert.deepEqual(await client.all('/checks', { status: 'open' }), []);
 * assert.deepEqual(seen, ['http://127.0.0.1:8080/api/checks?status=open&limit=200']);
 * ```
 */
export function openClient(options: SenderOptions = {}) {
  const send = sender(options);

  async function read<P extends PathOf<'GET'>>(
    path: P,
    input: Input<At<'GET', P>>,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Versioned<AnswerOf<At<'GET', P>>>> {
    const { text, headers } = await send({ method: 'GET', path: at(path, input as object), signal });
    return { value: JSON.parse(text), etag: headers.get('etag') ?? undefined };
  }
  const get = async <P extends PathOf<'GET'>>(path: P, input: Input<At<'GET', P>>, more?: { signal?: AbortSignal }) =>
    (await read(path, input, more)).value;

  const command =
    <M extends 'POST' | 'PUT' | 'DELETE'>(method: M) =>
    async <P extends PathOf<M>>(
      path: P,
      input: Field<At<M, P>, 'params'>,
      body: BodyOf<At<M, P>>,
      { key = drawKey(), ifMatch, signal }: CommandOptions = {},
    ): Promise<AnswerOf<At<M, P>>> => {
      const { text } = await send({
        method,
        path: at(path, input as object),
        headers: { 'idempotency-key': key, ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' }),
        signal,
      });
      return text === '' ? (undefined as never) : JSON.parse(text);
    };

  return {
    /** A request of any kind below no prefix, retried like the others. */
    send,
    /** An answer together with its version. */
    read,
    get,
    /** Undefined while there is no such record. */
    async find<P extends PathOf<'GET'>>(path: P, input: Input<At<'GET', P>>) {
      try {
        return await get(path, input);
      } catch (error) {
        if (isRefused(error, 'not-found')) return undefined;
        throw error;
      }
    },
    /** Items of a list, page by page. */
    async *pages<P extends ListPath>(path: P, input: Input<At<'GET', P>>): AsyncGenerator<ItemOf<At<'GET', P>>> {
      for (let cursor: string | undefined; ; ) {
        const page = { limit: 200, ...(input as object), ...(cursor === undefined ? {} : { cursor }) };
        const { items, next } = (await get(path, orderly(input as object, page) as never)) as {
          items: ItemOf<At<'GET', P>>[];
          next?: string;
        };
        yield* items;
        if (next === undefined) return;
        cursor = next;
      }
    },
    /** A whole list. */
    async all<P extends ListPath>(path: P, input: Input<At<'GET', P>>): Promise<ItemOf<At<'GET', P>>[]> {
      return Array.fromAsync(this.pages(path, input));
    },
    post: command('POST'),
    put: command('PUT'),
    delete: command('DELETE'),
    /** A csv or xlsx file of rows. Good rows are kept; `faults` lists the others. A preview keeps none. */
    async importFile(
      path: string,
      file: string | Blob,
      { key = drawKey(), preview = false }: { key?: string; preview?: boolean } = {},
    ) {
      const { text } = await send({
        method: 'POST',
        path: `/api${path}${preview ? '?preview=true' : ''}`,
        body: file,
        type: typeof file === 'string' ? 'text/csv' : file.type || 'text/csv',
        headers: { 'idempotency-key': key },
      });
      return JSON.parse(text) as Imported;
    },
    /** Uploads one file to a path that keeps files; what it answers names it in later commands. */
    async uploadFile<P extends Extract<PathOf<'POST'>, `/files/${string}`>>(path: P, file: File, key = drawKey()) {
      const body = new FormData();
      body.set('file', file, file.name);
      const { text } = await send({ method: 'POST', path: `/api${path}`, body, headers: { 'idempotency-key': key } });
      return JSON.parse(text) as AnswerOf<At<'POST', P>>;
    },
    /** Server-sent events until `signal` aborts, over broken connections. */
    events<T>(path: string, signal: AbortSignal): AsyncGenerator<ServerEvent<T>> {
      return serverEvents<T>(`/api${path}`, { ...options, signal });
    },
  };
}

/** Filters first, then the page, so that addresses of one list begin alike. */
const orderly = (input: object, page: Record<string, unknown>) => ({ ...input, ...page });
