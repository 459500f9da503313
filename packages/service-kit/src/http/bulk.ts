// Many commands by one request: each has its own cause, so that whatever was carried out before a kill is known when it is repeated.
import { setImmediate as turn } from 'node:timers/promises';
import { describe, isRefusal, type Refusal } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BulkRoute } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { contextOf } from './command.ts';
import { sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

/** Commands under way at once, so that they share durable transactions; other requests are served in between. */
const AT_ONCE = 64;

export const bulkAnswer = z.object({
  accepted: z.int(),
  faults: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
});

export function bulkHandler(route: BulkRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const input = requestOf(request, runtime, now());
    const context = contextOf(request, runtime, input.now, input.businessDate);
    const rows = await route.rows(input);
    if (isRefusal(rows)) return sendProblem(reply, rows);
    let accepted = 0;
    const refused: [of: readonly string[], refusal: Refusal][] = [];
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const chunk = rows.slice(start, start + AT_ONCE);
      const results = await Promise.all(
        chunk.map(({ key, command }) =>
          command === undefined ? undefined : runtime.handle(command, { ...context, cause: `${context.cause}/${key}` }),
        ),
      );
      for (const [at, result] of results.entries()) {
        const { of } = chunk[at]!;
        if (isRefusal(result)) refused.push([of, result]);
        else accepted += of.length;
      }
      await turn();
    }
    // Of things that are not there nothing is said but that: the answer is that of one.
    const [first] = refused;
    if (first && accepted === 0 && refused.every(([, { refused }]) => refused === 'not-found'))
      return sendProblem(reply, first[1]);
    const faults = refused.flatMap(([of, refusal]) => {
      const { detail: zh, detailEn: en } = describe(refusal);
      return of.map((id) => ({ id, zh, en }));
    });
    return reply.code(200).send({ accepted, faults });
  };
}
