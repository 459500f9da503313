// Server-sent events over HTTP: each value a line, a comment now and then so that proxies keep the connection open.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal } from '@jiangong/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EventsRoute } from '../route.ts';
import type { Runtime } from '../runtime.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

const COMMENT = ': \n\n';
/** Proxies give up on connections where nothing was said for a minute, some after half of one. */
const QUIET_MS = 15_000;

export function eventsHandler(app: FastifyInstance, route: EventsRoute, runtime: Runtime, now: () => string) {
  const open = new Set<Readable>();
  // A server that stops does not wait for what never ends by itself.
  app.addHook('preClose', async () => {
    for (const told of open) told.destroy();
  });
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const values = await route.tell(requestOf(request, runtime, now()));
    if (isRefusal(values)) return sendProblem(reply, values);
    const known = route.states ? String(request.headers['last-event-id'] ?? '') : undefined;
    const told = Readable.from(kept(lines(values, known)), { objectMode: false });
    open.add(told);
    told.once('close', () => open.delete(told));
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .serializer((body: unknown) => body as string)
      .send(told);
  };
}

/** @param known the id of the last event that the client has, where values are states */
async function* lines(values: AsyncIterable<object>, known: string | undefined) {
  yield COMMENT;
  let last = known;
  for await (const value of values) {
    const data = `data: ${JSON.stringify(value)}\n\n`;
    if (last === undefined) yield data;
    else {
      const id = createHash('sha256').update(data).digest('base64url');
      if (id !== last) yield `id: ${id}\n${data}`;
      last = id;
    }
  }
}

/** A comment whenever nothing else was said for a while. */
async function* kept(lines: AsyncGenerator<string>) {
  try {
    for (let next = lines.next(); ; ) {
      const rest = new AbortController();
      const waited = sleep(QUIET_MS, 'quiet' as const, { signal: rest.signal, ref: false }).catch(
        () => 'quiet' as const,
      );
      const said = await Promise.race([next, waited]);
      rest.abort();
      if (said === 'quiet') yield COMMENT;
      else if (said.done) return;
      else {
        yield said.value;
        next = lines.next();
      }
    }
  } finally {
    // Not awaited: the source may be waiting for what comes much later.
    void lines.return(undefined);
  }
}
