// Routes of what an alliance's organisation decides on outputs: acceptance with a word on duplicates, rejection, benefits.
import {
  acceptOutput,
  type CommandRequest,
  certifyBenefit,
  duplicateAnswer,
  id,
  isRefusal,
  type Refusal,
  refuse,
  rejectOutput,
} from '@jiangong/contracts';
import { get, type Out, pageOf, post } from '@jiangong/service-kit';
import { z } from 'zod';
import type { Asking } from './access.ts';
import { duplicatesOf } from './duplicates.ts';
import { outputCommand } from './output.ts';
import { tables } from './tables.ts';
import { type OutputRow, outputs } from './views.ts';

const byId = z.object({ id });

/** An output of an alliance of the actor's organisation; for everybody else it does not exist. */
async function owned({ actor, read }: Asking, id: string): Promise<OutputRow | Refusal> {
  const output = await read.everywhere().get(outputs, id);
  return output?.owner === actor.org ? output : refuse('not-found', { what: id });
}
/** A command on an output by a role of the organisation the alliance belongs to. */
const deciding = <B extends z.ZodType | undefined>(
  verb: string,
  role: 'organiser' | 'finance',
  summary: readonly [string, string],
  body: B,
  command: (id: string, data: Out<B>) => CommandRequest,
) =>
  post(`/outputs/:id/${verb}`, {
    summary,
    roles: [role],
    params: byId,
    body,
    async handle(request) {
      const output = await owned(request, request.params.id);
      return isRefusal(output) ? output : command(request.params.id, request.body);
    },
  });

export const outputDecisionRoutes = [
  post('/outputs/:id/accept', {
    summary: ['认可成果（须判定相近成果）', 'Accept an output, with a word on those that are alike'],
    roles: ['organiser'],
    params: byId,
    body: acceptOutput,
    async handle(request) {
      const output = await owned(request, request.params.id);
      if (isRefusal(output)) return output;
      const alike = (await duplicatesOf(request.read, output)).filter(({ status }) => status === 'accepted');
      return outputCommand(output.output, 'accept', { alike, comparisons: request.body?.comparisons });
    },
  }),
  deciding('reject', 'organiser', ['退回成果', 'Reject an output'], rejectOutput, (id, data) =>
    outputCommand(id, 'reject', data),
  ),
  deciding(
    'certify-benefit',
    'finance',
    ['核定经济效益', 'Certify the benefit of an output'],
    certifyBenefit,
    (id, data) => outputCommand(id, 'certify-benefit', data),
  ),
  get('/outputs/:id/duplicates', {
    summary: ['相近成果', 'List the outputs that are like one'],
    roles: ['organiser', 'auditor'],
    params: byId,
    answer: pageOf(duplicateAnswer),
    async query(request) {
      const output = await owned(request, request.params.id);
      return isRefusal(output) ? output : { items: await duplicatesOf(request.read, output) };
    },
    table: tables.duplicates,
  }),
];
