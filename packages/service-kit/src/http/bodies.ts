// What a request carries: JSON that is no deeper than anything here is, or a file where a route takes one.
import { refuse } from '@jiangong/contracts';
import type { FastifyInstance } from 'fastify';
import { CSV, XLSX } from './import-file.ts';
import { Refused, unsupported } from './problem.ts';

export const FILES = `${CSV}, ${XLSX}`;

/** Rules, digests and schemas walk down a value by calling themselves, which a hostile one could make them do too often. */
const DEPTH = 64;
const tooDeep = refuse('unreadable-body', {
  format: 'JSON',
  reason: `嵌套超过 ${DEPTH} 层`,
  reasonEn: `it is nested more than ${DEPTH} levels deep`,
});
const isDeeper = (value: unknown, depth: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1)));

/** The text is kept with the value: a reused idempotency key is recognised by it. */
export function readBodies(app: FastifyInstance) {
  app.removeContentTypeParser('application/json');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body;
    if (body === '') return done(null, undefined);
    parseJson(request, body as string, (error, value) => {
      if (!error && isDeeper(value, DEPTH)) done(new Refused(tooDeep));
      else done(error, value);
    });
  });
  app.removeContentTypeParser('text/plain');
  for (const [type, parseAs] of [
    [CSV, 'string'],
    [XLSX, 'buffer'],
  ] as const)
    app.addContentTypeParser(type, { parseAs }, (request, body, done) => {
      request.rawBody = body;
      if (request.routeOptions.config.accepts === FILES) done(null, body);
      else done(new Refused(unsupported(type, undefined)));
    });
}
