// Server-sent events over HTTP: each value a line, until the source or the stream ends.
import { createHash } from 'node:crypto';
import { isRefusal } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventsRoute } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { COMMENT, type OpenStream, type OpenStreams } from './open-streams.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

export function eventsHandler(streams: OpenStreams, route: EventsRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const stream = streams.open(request, reply);
    const { body, signal } = stream;
    try {
      const values = await route.stream({ ...requestOf(request, runtime, now()), signal });
      if (isRefusal(values)) {
        body.destroy();
        return sendProblem(reply, values);
      }
      const known = route.states ? String(request.headers['last-event-id'] ?? '') : undefined;
      void pump(values, known, stream, request);
    } catch (error) {
      body.destroy();
      throw error;
    }
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .serializer((body: unknown) => body as string)
      .send(body);
  };
}

/** One text of each value, however many watch it. */
const texts = new WeakMap<object, { data: string; id: string }>();
function textOf(value: object) {
  const known = texts.get(value);
  if (known) return known;
  const data = `data: ${JSON.stringify(value)}\n\n`;
  const text = { data, id: createHash('sha256').update(data).digest('base64url') };
  texts.set(value, text);
  return text;
}

/** @param known the id of the last event that the client has, where values are states */
async function pump(
  values: AsyncIterable<object>,
  known: string | undefined,
  { body, signal, write, end }: OpenStream,
  request: FastifyRequest,
) {
  let last = known;
  try {
    await write(COMMENT);
    for await (const value of values) {
      if (signal.aborted) return;
      const { data, id } = textOf(value);
      if (last === undefined) await write(data);
      else {
        if (id !== last) await write(`id: ${id}\n${data}`);
        last = id;
      }
    }
    end();
  } catch (error) {
    if (!signal.aborted) request.log.error({ err: error }, 'a stream of events failed');
    body.destroy();
  }
}
