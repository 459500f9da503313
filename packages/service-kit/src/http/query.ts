// A question over HTTP: an answer with its version as ETag, a page with its next one, or a table as csv or xlsx.
import { createHash } from 'node:crypto';
import { isRefusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryRoute, Request, TableBody } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { JSON_TYPE } from './answers.ts';
import { sealed, takesCursor } from './cursor.ts';
import { has } from './etag.ts';
import { gate } from './gate.ts';
import { faultList } from './import/faults.ts';
import { type ImportRules, type Row, readImport } from './import/rows.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';
import { sendFile, type TableFormat, tableFile } from './table.ts';

/** Files that a process holds in memory at once. */
const room = gate(2, 16);

export function queryHandler(route: QueryRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    // The version is read before the rows: an ETag may be older than its answer, never newer.
    const stream = route.stream?.(request.params as Record<string, string>, request.actor);
    const version = stream && (await runtime.versionOf(stream));
    const { format = 'json', ...query } = request.query as { format?: 'json' | TableFormat };
    const whole = requestOf(request, runtime, now());
    // In which form it is answered is no part of the question.
    const input = route.table ? { ...whole, query } : whole;
    const given = route.file ? { ...input, body: await tableBodyOf(request, route.file) } : input;
    const found = await route.query(given, request.headers.authorization);
    if (found === undefined) return sendProblem(reply, refuse('not-found', { what: request.url.split('?')[0] }));
    if (isRefusal(found)) return sendProblem(reply, found);
    const answer = takesCursor(route)
      ? withCursors(found as Paged, (place) => sealed(place, request, route, runtime))
      : found;
    const isWhole = route.table && format !== 'json' && takesCursor(route) && isUnbounded(request.url);
    const { next, cursor } = answer as Paged;
    // A file has no other place to say where to go on.
    if (cursor !== undefined) reply.header('cursor', cursor);
    if (next !== undefined && !isWhole) reply.header('link', `<${nextUrl(request.url, next)}>; rel="next"`);
    if (!route.table || format === 'json') {
      // A record's version is for If-Match; a list, which has none, is known again by its content.
      if (version !== undefined) return reply.header('etag', `"${version}"`).send(answer);
      const text = written(answer, reply);
      const etag = `W/"${hashOf(text)}"`;
      if (has(request.headers['if-none-match'], etag)) return reply.code(304).header('etag', etag).send();
      return reply.header('etag', etag).type(`${JSON_TYPE}; charset=utf-8`).send(text);
    }
    const table = await route.table((isWhole ? await allOf(route, input, found as Page) : answer) as never, input);
    return sendFile(reply, `${table.name}.${format}`, await tableFile(table, format));
  };
}

/** The rows of a question, from a file or from JSON that was validated. */
async function tableBodyOf({ body }: FastifyRequest, rules: ImportRules): Promise<TableBody<Row>> {
  if (Buffer.isBuffer(body)) {
    const file = await room(() => readImport(body, rules, {}));
    const faults = faultList();
    faults.add(...file.faults);
    return { rows: file.rows.map(({ row }) => row), notes: file.notes, ...faults.list() };
  }
  return { ...(body as { rows: Row[] }), notes: [], faults: [], faultsTotal: 0 };
}

interface Paged {
  next?: string;
  cursor?: string;
}
function withCursors({ next, cursor, ...answer }: Paged, seal: (place: string) => string): Paged {
  return {
    ...answer,
    ...(next === undefined ? {} : { next: seal(next) }),
    ...(cursor === undefined ? {} : { cursor: seal(cursor) }),
  };
}

interface Page {
  items: unknown[];
  next?: string;
}
/** Whoever says neither how many nor from where wants the whole list: a file has no next page. */
const isUnbounded = (url: string) => !/[?&](?:limit|cursor)=/.test(url);
const ROWS_AT_ONCE = 200;
async function allOf(route: QueryRoute, input: Request, first: Page): Promise<Page> {
  const items = [...first.items];
  for (let { next } = first; next !== undefined; ) {
    const query = { ...(input.query as object), cursor: next, limit: ROWS_AT_ONCE };
    const page = await route.query({ ...input, query });
    if (isRefusal(page)) break;
    items.push(...(page as Page).items);
    next = (page as Page).next;
  }
  return { ...first, items };
}

/** As it is sent: written once, for its ETag too. Where there are files of it, its schema stands under its type. */
function written(answer: unknown, reply: FastifyReply): string {
  const write = reply.getSerializationFunction('200', JSON_TYPE) ?? reply.getSerializationFunction('200');
  return write ? write(answer as Record<string, unknown>) : JSON.stringify(answer);
}
const hashOf = (text: string) => createHash('sha1').update(text).digest('base64url');

function nextUrl(url: string, cursor: string): string {
  const [path, query] = url.split('?');
  const params = new URLSearchParams(query);
  params.set('cursor', cursor);
  return `${path}?${params}`;
}
