// An import: one command per row, row n with cause `key/n`. Good rows are kept; faulty ones are listed by row and column.
import { setImmediate as turn } from 'node:timers/promises';
import { isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ImportRoute } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { askedOnce } from '../store/read.ts';
import { contextOf } from './command.ts';
import { faultList, faultsOf } from './faults.ts';
import { gate } from './gate.ts';
import { readImport } from './import-file.ts';
import { malformed, Refused, sendProblem, unsupported } from './problem.ts';
import { requestOf } from './request.ts';

export const importAnswer = z.object({
  rows: z.int(),
  accepted: z.int(),
  /** The first of them; `row` is the line in the file, the header being line 1. */
  faults: z.array(z.object({ row: z.int(), column: z.string().optional(), zh: z.string(), en: z.string() })),
  faultsTotal: z.int(),
});

/** Commands under way at once, so that they share durable transactions; other requests are served in between. */
const AT_ONCE = 64;
/** Files that a process holds in memory at once. */
const room = gate(4, 16);

export function importHandler(route: ImportRoute, runtime: Runtime, now: () => string) {
  async function importOf(request: FastifyRequest) {
    const input = requestOf(request, runtime, now());
    const context = contextOf(request, runtime, input.now, input.businessDate);
    const { body, headers, routeOptions } = request;
    if (typeof body !== 'string' && !Buffer.isBuffer(body))
      throw new Refused(unsupported(headers['content-type'], routeOptions.config.accepts));
    const file = await readImport(body, route.row);
    const faults = faultList();
    let accepted = 0;

    /** @returns why a row is refused, where another try may go better: it may refer to a row that comes with it */
    async function one(index: number, read: typeof input.read): Promise<Refusal | undefined> {
      const { line, cells } = file.row(index);
      const row = route.row.safeParse(cells);
      if (!row.success) {
        faults.add(...faultsOf(line, malformed('row', route.row, cells, row.error.issues)));
        return undefined;
      }
      const command = await route.handle(row.data as never, { ...input, read });
      const result = await runtime.handle(command, { ...context, cause: `${context.cause}/${index + 1}` });
      if (isRefusal(result)) return result;
      accepted += 1;
      return undefined;
    }
    async function wave(indexes: number[]): Promise<[number, Refusal][]> {
      const refused: [number, Refusal][] = [];
      for (let start = 0; start < indexes.length; start += AT_ONCE) {
        const chunk = indexes.slice(start, start + AT_ONCE);
        // What the rows of a chunk ask alike, such as for their competition, is read once.
        const read = askedOnce(input.read);
        const results = await Promise.all(chunk.map((index) => one(index, read)));
        for (const [place, refusal] of results.entries()) if (refusal) refused.push([chunk[place]!, refusal]);
        await turn();
      }
      return refused;
    }

    faults.add(...file.faults);
    if (file.faults.length === 0) {
      let refused = await wave([...Array(file.rows).keys()]);
      // Where nothing was accepted, nothing is other than it was.
      if (accepted > 0) refused = await wave(refused.map(([index]) => index));
      for (const [index, refusal] of refused) faults.add(...faultsOf(file.row(index).line, refusal));
    }
    return { rows: file.rows, accepted, ...faults.list() };
  }

  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (!request.body)
      return sendProblem(
        reply,
        refuse('unreadable-body', { format: 'CSV / xlsx', reason: '文件为空', reasonEn: 'it is empty' }),
      );
    return reply.code(200).send(await room(() => importOf(request)));
  };
}
