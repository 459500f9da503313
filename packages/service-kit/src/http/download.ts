// A file of any length over HTTP: written page by page, no faster than the client takes it.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { isRefusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DownloadRoute } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { has } from './etag.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

/** A page by itself: no script, in nobody's frame, in no index, and its address, which may be a secret, is told nobody. */
export const pageHeaders = (forms: "'none'" | "'self'" = "'none'") => ({
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
});
/** Small pieces are sent together. */
const PIECE = 64 * 1024;

export function downloadHandler(route: DownloadRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const found = await route.download(requestOf(request, runtime, now()));
    if (found === undefined) return sendProblem(reply, refuse('not-found', { what: request.url.split('?')[0] }));
    if (isRefusal(found)) return sendProblem(reply, found);
    const { name, type, inline, kept, chunks } = found;
    reply
      .headers(inline ? pageHeaders(inline === 'form' ? "'self'" : "'none'") : {})
      .header('content-type', type)
      .header(
        'content-disposition',
        `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .header('cache-control', kept ? 'no-cache' : 'private, no-store');
    if (route.roles === 'public' && inline) return sendPage(reply, chunks());
    // A question for the headers alone writes nothing: an export of a million rows would be read for nobody.
    const body = request.method === 'HEAD' ? [] : pieces(chunks());
    return reply
      .serializer((body: unknown) => body as string)
      .send(Readable.from(body, { objectMode: false, highWaterMark: PIECE }));
  };
}

/** A page for everybody, which is short: whoever has it already is sent nothing. */
async function sendPage(reply: FastifyReply, chunks: AsyncIterable<string | Uint8Array>) {
  const page = Buffer.concat(await Array.fromAsync(pieces(chunks)));
  const etag = `"${createHash('sha256').update(page).digest('base64url')}"`;
  reply.header('etag', etag);
  if (has(reply.request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.serializer((body: unknown) => body as string).send(page);
}

async function* pieces(chunks: AsyncIterable<string | Uint8Array>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    waiting.push(bytes);
    size += bytes.length;
    if (size < PIECE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
