// Routes of outputs.
import {
  adoptOutput,
  amendOutput,
  id,
  isRefusal,
  logOutput,
  noteAward,
  outputAnswer,
  type Refusal,
  refuse,
  roles,
  withdrawOutput,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { readable, workable, workOf } from './access.ts';
import { sameTitle } from './duty-rules.ts';
import { outputCommand } from './output.ts';
import { rulesOf } from './output-rules-views.ts';
import { tables } from './tables.ts';
import { outputs } from './views.ts';
import { belongingTo, outside, scope, workers, working } from './work-routes.ts';

const byId = z.object({ id });
/** An output of the alliance under the same title, whatever its spaces and case. */
export async function knownAs(
  { read }: Pick<Request, 'read'>,
  alliance: string,
  title: string,
  self?: string,
): Promise<Refusal | undefined> {
  const logged = await read.everywhere().all(outputs, { alliance });
  const same = logged.some(
    (o) => o.status !== 'withdrawn' && o.output !== self && sameTitle(o.title) === sameTitle(title),
  );
  return same ? refuse('output-known', { title }) : undefined;
}

/** The files that a body gives, as events say them; undefined where it gives none, which leaves them as they are. */
async function filesOf(request: Request, ids: readonly string[] | undefined, record?: string) {
  return ids && request.files(ids, { noun: 'output', ...(record ? { record } : {}) });
}

const onOutput = working('outputs', outputs);

export const outputRoutes = [
  post('/outputs', {
    summary: ['填报创新成果', 'Log an output'],
    roles: workers,
    body: logOutput,
    async handle(request) {
      const { id, alliance: which, files: given, ...data } = request.body;
      const alliance = await workable(request, which);
      if (isRefusal(alliance)) return alliance;
      const late = outside(alliance, data.adoptedOn);
      if (late) return late;
      const known = await knownAs(request, which, data.title, id);
      if (known) return known;
      const files = await filesOf(request, given);
      if (isRefusal(files)) return files;
      const rules = await rulesOf(request.read, alliance.org);
      const logged = { ...belongingTo(alliance), ...data, ...definedOnly({ files, rules }) };
      return { request: outputCommand(id ?? request.newId(), 'log', logged), files: files ?? [] };
    },
  }),
  post('/outputs/:id/amend', {
    summary: ['修改成果', 'Amend an output'],
    roles: workers,
    params: byId,
    body: amendOutput,
    async handle(request) {
      const { id } = request.params;
      const output = await workOf(request, outputs, id, workable);
      if (isRefusal(output)) return output;
      const { files: given, ...data } = request.body;
      const alliance = await workable(request, output.alliance);
      if (isRefusal(alliance)) return alliance;
      const late = data.adoptedOn === undefined ? undefined : outside(alliance, data.adoptedOn);
      if (late) return late;
      const known = data.title === undefined ? undefined : await knownAs(request, output.alliance, data.title, id);
      if (known) return known;
      const files = await filesOf(request, given, id);
      if (isRefusal(files)) return files;
      const rules = await rulesOf(request.read, alliance.org);
      return { request: outputCommand(id, 'amend', { ...data, ...definedOnly({ files, rules }) }), files: files ?? [] };
    },
  }),
  post('/outputs/:id/submit', {
    summary: ['提交成果', 'Submit an output'],
    roles: workers,
    params: byId,
    async handle(request) {
      const output = await workOf(request, outputs, request.params.id, workable);
      if (isRefusal(output)) return output;
      return outputCommand(output.output, 'submit', { rules: await rulesOf(request.read, output.owner) });
    },
  }),
  onOutput('withdraw', ['撤回成果', 'Withdraw an output'], withdrawOutput, (id, data) =>
    outputCommand(id, 'withdraw', data),
  ),
  onOutput('note-award', ['登记成果在别处获奖', 'Note an award won elsewhere'], noteAward, (id, data) =>
    outputCommand(id, 'note-award', data),
  ),
  onOutput('adopt', ['登记成果在别处采用', 'Record where an output was taken up'], adoptOutput, (id, data) =>
    outputCommand(id, 'adopt', data),
  ),
  get('/outputs', {
    summary: ['创新成果列表', 'List outputs'],
    roles,
    querystring: z.object({
      ...paging,
      alliance: id.optional(),
      status: outputAnswer.shape.status.optional(),
      year: z.coerce.number().int().optional(),
    }),
    answer: pageOf(outputAnswer),
    async query(request) {
      const { alliance, status, year, ...page } = request.query;
      const within = await scope(request, alliance);
      if (isRefusal(within)) return within;
      return request.read
        .everywhere()
        .page(outputs, definedOnly({ ...within, status, year }), { after: page.cursor, limit: page.limit });
    },
    table: tables.outputs,
  }),
  get('/outputs/:id', {
    summary: ['查看成果', 'Read an output'],
    roles,
    params: byId,
    answer: outputAnswer,
    query: (request) => workOf(request, outputs, request.params.id, readable),
    stream: ({ id }) => `output/${id}`,
  }),
];
