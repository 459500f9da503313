// Routes of self scores: the entrant scores itself, and both scores are read side by side.
import { id, isOwn, roles, scoreSelf, selfScoreView } from '@jiangong/contracts';
import { get, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { codeLabelsFor } from './assemble.ts';
import { checkCommand } from './check.ts';
import { selfScoreShown } from './self-score-shown.ts';
import { sightOfRound } from './sight.ts';
import { tables } from './tables.ts';
import { checks, rounds } from './views.ts';
import { judges } from './visible.ts';

const byId = z.object({ id });

export const selfScoreRoutes = [
  put('/checks/:id/self-score', {
    summary: ['参赛单位自评', 'Score oneself, as an entrant'],
    roles: ['entrant'],
    params: byId,
    body: scoreSelf,
    async handle({ params: { id }, body, read }) {
      return checkCommand(id, 'score-self', { ...body, ...(await codeLabelsFor(id, body.marks, read)) });
    },
  }),
  get('/checks/:id/self-score', {
    summary: ['自评与部门评分对照', 'Read the self score next to the departments’ sheets'],
    roles,
    params: byId,
    answer: selfScoreView,
    async query({ params, read, actor }) {
      const check = await read.get(checks, params.id);
      const round = check && (await read.get(rounds, check.round));
      if (!check || !round || !(judges(actor) || isOwn(actor, check.entrant))) return undefined;
      const sight = (await sightOfRound(round, { actor, read })).of(check.entrant);
      return selfScoreShown(check, round, sight === 'result');
    },
    stream: ({ id }) => `check/${id}`,
    table: tables.selfScore,
  }),
];
