// A question over HTTP: an answer with its version as ETag, a page with its next one, or a table as csv or xlsx.
import { createHash } from 'node:crypto';
import { isRefusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { QueryRoute } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { sealed, takesCursor } from './cursor.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';
import { sendFile, type TableFormat, tableFile } from './table.ts';

export function queryHandler(route: QueryRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    // The version is read before the rows: an ETag may be older than its answer, never newer.
    const version = route.stream && (await runtime.versionOf(route.stream(request.params as Record<string, string>)));
    const found = await route.query(requestOf(request, runtime, now()));
    if (found === undefined) return sendProblem(reply, refuse('not-found', { what: request.url.split('?')[0] }));
    if (isRefusal(found)) return sendProblem(reply, found);
    const answer = takesCursor(route)
      ? withCursors(found as Paged, (place) => sealed(place, request, route, runtime))
      : found;
    const next = (answer as { next?: string }).next;
    if (next !== undefined) reply.header('link', `<${nextUrl(request.url, next)}>; rel="next"`);
    const format = (request.query as { format?: 'json' | TableFormat }).format ?? 'json';
    if (!route.table || format === 'json') {
      // A record's version is for If-Match; a list, which has none, is known again by its content.
      const etag = version === undefined ? `W/"${hashOf(answer)}"` : `"${version}"`;
      if (version === undefined && request.headers['if-none-match'] === etag)
        return reply.code(304).header('etag', etag).send();
      return reply.header('etag', etag).send(answer);
    }
    const table = route.table(answer as never);
    return sendFile(reply, `${table.name}.${format}`, await tableFile(table, format));
  };
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

const hashOf = (answer: unknown) => createHash('sha1').update(JSON.stringify(answer)).digest('base64url');

function nextUrl(url: string, cursor: string): string {
  const [path, query] = url.split('?');
  const params = new URLSearchParams(query);
  params.set('cursor', cursor);
  return `${path}?${params}`;
}
