// Server-sent events over HTTP: each value a line, a comment now and then so that proxies keep the connection open.
import { Readable } from 'node:stream';
import { isRefusal } from '@jiangong/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Runtime } from '../runtime.ts';
import type { EventsRoute } from '../service.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

export function eventsHandler(app: FastifyInstance, route: EventsRoute, runtime: Runtime, now: () => string) {
  const open = new Set<Readable>();
  // A server that stops does not wait for what never ends by itself.
  app.addHook('preClose', async () => {
    for (const told of open) told.destroy();
  });
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const values = await route.tell(requestOf(request, runtime, now()));
    if (isRefusal(values)) return sendProblem(reply, values);
    const told = Readable.from(lines(values), { objectMode: false });
    open.add(told);
    told.once('close', () => open.delete(told));
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .serializer((body: unknown) => body as string)
      .send(told);
  };
}

async function* lines(values: AsyncIterable<object>) {
  yield ': \n\n';
  for await (const value of values) yield `data: ${JSON.stringify(value)}\n\n`;
}
