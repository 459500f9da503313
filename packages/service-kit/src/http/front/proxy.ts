// Sends requests below `/api` on to a copy of the service that answers for them. Every command leaves here with an
// idempotency key, so one that was not answered is given to the next copy without being done twice.
import { Readable } from 'node:stream';
import { refuse, serviceOfPath } from '@jiangong/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { STREAMS_PER_PROCESS } from '../open-streams.ts';
import { sendProblem } from '../problem.ts';
import type { Fronted } from './copies.ts';

/** Of one connection between two processes; they are none of the client's business. */
const OWN_TO_A_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding'];
/** A stream of events holds its connection, so there are as many more as a copy may hold streams. */
const client = {
  connections: 64 + STREAMS_PER_PROCESS,
  connect: { timeout: 2000 },
  headersTimeout: 60_000,
  bodyTimeout: 0,
};

export async function proxyTo(app: FastifyInstance, fronted: Fronted) {
  const endless = new Set<{ destroy(): void }>();
  app.addHook('preClose', async () => {
    for (const stream of endless) stream.destroy();
    for (const copies of fronted.values()) copies.close();
  });
  // Loaded where requests are sent on: a hundred modules.
  const { default: replyFrom } = await import('@fastify/reply-from');
  await app.register(async (scope) => {
    await scope.register(replyFrom, { disableRequestLogging: true, disableCache: true, undici: client });
    scope.removeAllContentTypeParsers();
    // Uploads pass through as they arrive; a copy that fails meanwhile is not replaced, since the bytes are gone.
    scope.addContentTypeParser('multipart/form-data', (_, body, done) => done(null, body));
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    scope.all('/api/*', { schema: { hide: true } }, (request, reply) => {
      const service = serviceOfPath(request.url.split('?')[0]!.slice('/api'.length));
      const copies = service && fronted.get(service);
      if (!copies) return reply.callNotFound();
      send(request, reply, copies.inTurn(), copies.failed);
      return reply;
    });
  });

  function send(request: FastifyRequest, reply: FastifyReply, copies: string[], failed: (url: string) => void) {
    const [url, ...others] = copies;
    // A name that stands for no copy yet.
    if (url === undefined) return void sendProblem(reply, refuse('busy'));
    const body = Buffer.isBuffer(request.body) ? request.body : undefined;
    const isStream = request.body instanceof Readable;
    reply.from(url + request.url, {
      ...(body ? { body, contentType: request.headers['content-type'] ?? 'application/octet-stream' } : {}),
      retryDelay: () => null,
      rewriteRequestHeaders: (_, headers) =>
        request.method === 'GET' ? headers : { 'idempotency-key': request.id, ...headers },
      rewriteHeaders: (headers) =>
        Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_TO_A_CONNECTION.includes(name))),
      onError(_, { error }) {
        failed(url);
        if (others.length > 0 && !isStream) return send(request, reply, others, failed);
        request.log.warn({ err: error, url }, 'no copy answered');
        sendProblem(reply, refuse('busy'));
      },
      onResponse(_, __, answer) {
        const { stream } = answer as unknown as { stream: NodeJS.ReadableStream & { destroy(): void; resume(): void } };
        // A copy that is about to stop says so; another one does it.
        if (reply.statusCode === 503 && others.length > 0 && !isStream) {
          stream.resume();
          for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name);
          return send(request, reply, others, failed);
        }
        if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) {
          endless.add(stream);
          stream.once('close', () => endless.delete(stream));
        }
        reply.send(stream);
      },
    });
  }
}
