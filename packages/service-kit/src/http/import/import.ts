// An import: one command per row, row n with cause `key/n`. Good rows are kept; faulty ones are listed by row, column and cell.
import { setImmediate as turn } from 'node:timers/promises';
import { isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Foreseen } from '../../command/preview.ts';
import type { ImportRoute } from '../../define/route.ts';
import type { Runtime } from '../../run/runtime.ts';
import { askedOnce } from '../../store/read.ts';
import { contextOf } from '../command.ts';
import { gate } from '../gate.ts';
import { Refused, sendProblem, unsupported } from '../problem.ts';
import { requestOf } from '../request.ts';
import { sendFile } from '../table.ts';
import { type ImportAnswer, type ImportQuery, PREVIEWED } from './answer.ts';
import { type FaultList, faultList, faultsOf } from './faults.ts';
import { faultyRows } from './faulty-rows.ts';
import { type ImportedFile, type ImportRow, readImport } from './rows.ts';

/** Commands under way at once, so that they share durable transactions; other requests are served in between. */
const AT_ONCE = 64;
/** Files that a process holds in memory at once. */
const room = gate(4, 16);

interface Outcome {
  answer: ImportAnswer;
  file: ImportedFile;
  faults: FaultList;
}

export function importHandler(route: ImportRoute, runtime: Runtime, now: () => string) {
  async function importOf(request: FastifyRequest): Promise<Outcome> {
    const input = requestOf(request, runtime, now());
    const context = contextOf(request, runtime, input.now, input.businessDate);
    const { preview: previewed, sheet, hidden } = request.query as ImportQuery;
    const { body, headers, routeOptions } = request;
    if (!Buffer.isBuffer(body)) throw new Refused(unsupported(headers['content-type'], routeOptions.config.accepts));
    const file = await readImport(body, route, {
      sheet,
      hidden: hidden === 'true',
      async labelsOf(mentioned) {
        const labels = await route.labels?.(input, mentioned);
        if (isRefusal(labels)) throw new Refused(labels);
        return labels;
      },
    });
    const faults = faultList();
    const preview = previewed === 'true' ? runtime.preview(input.actor.org) : undefined;
    const foreseen: [line: number, Foreseen][] = [];
    let accepted = 0;

    /** @returns the command of a row, ready to be given */
    async function prepared({ row, index, parts }: ImportRow, read: typeof input.read) {
      const request = { ...input, read };
      const imported = await route.handle(row as never, request);
      const {
        request: command,
        privateRows,
        states,
      } = imported && 'request' in imported
        ? imported
        : { request: imported, privateRows: undefined, states: undefined };
      const isNew = preview && !isRefusal(command) ? await route.isNew?.(row as never, request) : undefined;
      const kept = {
        ...(!preview && privateRows ? { privateRows: await privateRows() } : {}),
        ...(!preview && states ? { states } : {}),
      };
      const rowContext = { ...context, cause: `${context.cause}/${index + 1}`, ...kept };
      return async (): Promise<Refusal | undefined> => {
        const act = preview ?? runtime;
        const result = command === undefined ? 'same' : await act.handle(command, rowContext);
        if (isRefusal(result)) return result;
        if (preview) foreseen.push([parts[0]!.line, wordOf(result as Foreseen, isNew)]);
        else accepted += 1;
        return undefined;
      };
    }
    /** @returns the rows that are refused, where another try may go better: they may refer to rows that come with them */
    async function wave(rows: readonly ImportRow[]): Promise<[ImportRow, Refusal][]> {
      const refused: [ImportRow, Refusal][] = [];
      for (let start = 0; start < rows.length; start += AT_ONCE) {
        const chunk = rows.slice(start, start + AT_ONCE);
        // What the rows of a chunk ask alike, such as for their competition, is read once; a preview changes what is read.
        const read = preview?.read ?? askedOnce(input.read);
        const commands = await Promise.all(chunk.map((row) => prepared(row, read)));
        // Begun in the order of the file: rows about one thing follow each other.
        const results = await Promise.all(commands.map((command) => command()));
        for (const [place, refusal] of results.entries()) if (refusal) refused.push([chunk[place]!, refusal]);
        await turn();
      }
      return refused;
    }

    faults.add(...file.faults);
    let refused = await wave(file.rows);
    // Where nothing was accepted, nothing is other than it was.
    if (accepted + foreseen.length > 0) refused = await wave(refused.map(([row]) => row));
    for (const [{ parts }, refusal] of refused)
      for (const { line, places } of parts) faults.add(...faultsOf(line, refusal, places));
    const answer = {
      rows: file.count,
      accepted,
      ...(preview ? { preview: summaryOf(foreseen, faults) } : {}),
      notes: file.notes,
      ...faults.list(),
    };
    return { answer, file, faults };
  }

  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { body } = request;
    if (!body || (Buffer.isBuffer(body) && body.length === 0))
      return sendProblem(
        reply,
        refuse('unreadable-body', { format: 'CSV / xlsx', reason: '文件为空', reasonEn: 'it is empty' }),
      );
    const { answer, file, faults } = await room(() => importOf(request));
    if ((request.query as ImportQuery).faults !== 'xlsx') return reply.code(200).send(answer);
    return sendFile(reply, '未导入的行.xlsx', await faultyRows(route.columns, file, faults.reasons()));
  };
}

const wordOf = (foreseen: Foreseen, isNew: boolean | undefined): Foreseen =>
  foreseen === 'same' || isNew === undefined ? foreseen : isNew ? 'new' : 'changed';

function summaryOf(foreseen: [line: number, Foreseen][], faults: FaultList) {
  const count = (word: Foreseen) => foreseen.filter(([, each]) => each === word).length;
  const rows = foreseen.sort(([a], [b]) => a - b).slice(0, PREVIEWED);
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    faulty: faults.reasons().size,
    lines: rows.map(([row, outcome]) => ({ row, outcome })),
  };
}
