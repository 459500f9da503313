// An import: one command per row, row n with cause `key/n`. Good rows are kept; faulty ones are told by row and column.
import { describe, isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ImportRoute } from '../route.ts';
import type { Runtime } from '../runtime.ts';
import { askedBy } from './command.ts';
import { rowsOf } from './import-file.ts';
import { malformed, sendProblem } from './problem.ts';
import { requestOf } from './request.ts';

export const importAnswer = z.object({
  rows: z.int(),
  accepted: z.int(),
  /** `row` is the line in the file, the header being line 1. */
  faults: z.array(z.object({ row: z.int(), column: z.string().optional(), zh: z.string(), en: z.string() })),
});
type Fault = z.infer<typeof importAnswer>['faults'][number];

/** Commands under way at once, so that they share durable transactions. */
const AT_ONCE = 64;

export function importHandler(route: ImportRoute, runtime: Runtime, now: () => string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const told = requestOf(request, runtime, now());
    const asked = askedBy(request, runtime, told.now, told.on);
    if (request.body === undefined)
      return sendProblem(reply, refuse('unreadable-body', { format: 'CSV / xlsx', reason: '∅' }));
    const rows = await rowsOf(request.body as string | Buffer);
    const faults: Fault[] = [];

    /** @returns whether another try may go better: a row may refer to one that comes with it */
    async function one(index: number, lastTry: boolean): Promise<boolean> {
      const { line: row, cells } = rows[index]!;
      const read = route.row.safeParse(cells);
      if (!read.success) {
        faults.push(...faultsOf(row, malformed('row', read.error.issues)));
        return false;
      }
      const ask = await route.run(read.data as never, told);
      const cause = `${asked.cause}/${index + 1}`;
      const result = await runtime.handle(ask, { ...asked, cause });
      if (isRefusal(result) && lastTry) faults.push(...faultsOf(row, result));
      return isRefusal(result);
    }
    async function wave(indexes: number[], lastTry: boolean): Promise<number[]> {
      const refused: number[] = [];
      for (let start = 0; start < indexes.length; start += AT_ONCE) {
        const chunk = indexes.slice(start, start + AT_ONCE);
        const again = await Promise.all(chunk.map((index) => one(index, lastTry)));
        refused.push(...chunk.filter((_, place) => again[place]));
      }
      return refused;
    }
    await wave(await wave([...rows.keys()], false), true);
    faults.sort((a, b) => a.row - b.row);
    const faulty = new Set(faults.map(({ row }) => row)).size;
    return reply.code(200).send({ rows: rows.length, accepted: rows.length - faulty, faults });
  };
}

function faultsOf(row: number, refusal: Refusal): Fault[] {
  const { detail, detailEn, errors } = describe(refusal);
  if (!errors) return [{ row, zh: detail, en: detailEn }];
  return errors.map(({ at, zh, en }) => {
    const column = at.split('/')[2];
    return column ? { row, column, zh, en } : { row, zh, en };
  });
}
