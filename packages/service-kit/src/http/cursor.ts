// A cursor as clients hold it: the place a route gave, sealed with a key of the store. Only one that was given out for the same
// route, record, organisation and filters opens.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from '@jiangong/contracts';
import type { FastifyRequest } from 'fastify';
import type { QueryRoute, Route } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { Refused } from './problem.ts';

const FORM = 'c1';
const TAG_BYTES = 16;
/** Parameters that say where and how long a page is, and in which form; all others say of what. */
const PLACING = new Set(['cursor', 'since', 'around', 'limit', 'format', 'view', 'wait']);

export const takesCursor = (route: Route): route is QueryRoute =>
  route.kind === 'query' && route.querystring !== undefined && 'cursor' in route.querystring.shape;

/** The cursor of a place in what this request asks for. */
export function sealed(place: string, request: FastifyRequest, route: QueryRoute, { secret }: Runtime): string {
  return [
    FORM,
    Buffer.from(place).toString('base64url'),
    tagOf(place, request, route, secret).toString('base64url'),
  ].join('.');
}

/** Before the handler: puts the place that was sealed where the cursor was. @throws a problem for one never given out */
export const openCursor = (route: QueryRoute, runtime: Runtime) => async (request: FastifyRequest) => {
  const query = request.query as { cursor?: string };
  if (query.cursor === undefined || route.cursorBefore?.(query.cursor)) return;
  const [form, place = '', tag = ''] = query.cursor.split('.');
  const opened = Buffer.from(place, 'base64url').toString();
  const given = Buffer.from(tag, 'base64url');
  const isOurs = given.length === TAG_BYTES && timingSafeEqual(given, tagOf(opened, request, route, runtime.secret));
  if (form !== FORM || !isOurs) throw new Refused(refuse('unknown-cursor'));
  query.cursor = opened;
};

function tagOf(place: string, { url, params, actor }: FastifyRequest, route: QueryRoute, secret: string): Buffer {
  const given = new URLSearchParams(url.split('?')[1]);
  const filters = Object.keys(route.querystring!.shape)
    .filter((name) => !PLACING.has(name))
    .sort()
    .map((name) => [name, given.getAll(name)]);
  const bound = JSON.stringify(['cursor', route.path, params, actor?.org ?? '', filters, place]);
  return createHmac('sha256', secret).update(bound).digest().subarray(0, TAG_BYTES);
}
