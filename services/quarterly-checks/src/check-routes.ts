// Routes of checks: the entrant plans and reports, departments score, the organiser corrects.
import {
  checkStatus,
  checkSummary,
  checkView,
  code,
  correctionsView,
  correctResult,
  id,
  liftVeto,
  raiseVeto,
  refuse,
  reportProgress,
  returnSheet,
  roles,
  saveSheet,
  setPlan,
  verifyProgress,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, put } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { codeLabelsFor, competesIn } from './assemble.ts';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { correctionsOf } from './corrections.ts';
import { published } from './evaluate.ts';
import { shownCheck } from './shown.ts';
import { type Asking, sights } from './sight.ts';
import { tables } from './tables.ts';
import { checks, rounds } from './views.ts';

const byId = z.object({ id });
const ofSheet = z.object({ id, department: code });
const ofVeto = z.object({ id, veto: id });

const summary = ({ sheets, vetoes, sealed, ...check }: Check) => ({
  ...check,
  score: published(sealed?.result.score ?? null),
  sheets: Object.entries(sheets).map(([department, { status }]) => ({ department, status })),
  vetoes: sealed ? sealed.vetoes.map(({ id }) => id) : vetoes.map(({ kind }) => kind),
});

async function competes(id: string, { actor, read }: Asking): Promise<boolean> {
  const check = await read.get(checks, id);
  const round = check && (await read.get(rounds, check.round));
  return round !== undefined && competesIn(round, actor, read);
}

export const checkRoutes = [
  get('/checks', {
    summary: ['检查列表', 'List checks'],
    roles,
    querystring: z.object({
      ...paging,
      round: id.optional(),
      competition: id.optional(),
      entry: id.optional(),
      unit: id.optional(),
      status: checkStatus.optional(),
    }),
    answer: pageOf(checkSummary),
    async query({ query: { cursor, limit, ...filter }, read, actor }) {
      const { items, ...next } = await read.page(checks, definedOnly(filter), { after: cursor, limit });
      const { ofRound } = sights({ actor, read });
      const shown = items.map(async (check) => shownCheck(check, (await ofRound(check.round)).of(check.entrant)));
      return { items: (await Promise.all(shown)).map(summary), ...next };
    },
    table: tables.checks,
  }),
  get('/checks/:id', {
    summary: ['查看检查', 'Read a check'],
    roles,
    params: byId,
    answer: checkView,
    async query({ params, read, actor }) {
      const check = await read.get(checks, params.id);
      if (!check) return undefined;
      const { from, to } = check.period;
      const isProvisional = (await calendarOf(read)).unpublished(from, to).length > 0;
      const shown = shownCheck(check, (await sights({ actor, read }).ofRound(check.round)).of(check.entrant));
      return isProvisional ? { ...shown, siteDays: { ...shown.siteDays, provisional: true } } : shown;
    },
    stream: ({ id }) => `check/${id}`,
  }),
  put('/checks/:id/plan', {
    summary: ['填报计划；开启后由组织者调整', 'Set the plan; once the round is open, an organiser revises it'],
    roles: ['entrant', 'organiser'],
    params: byId,
    body: setPlan,
    handle: ({ params, body }) => checkCommand(params.id, 'set-plan', body),
  }),
  post('/checks/:id/progress', {
    summary: ['上报完成情况', 'Report progress'],
    roles: ['entrant', 'organiser'],
    params: byId,
    body: reportProgress,
    handle: ({ params, body }) => checkCommand(params.id, 'report-progress', body),
  }),
  post('/checks/:id/progress/verify', {
    summary: ['核验完成情况', 'Verify progress'],
    roles: ['checker'],
    params: byId,
    body: verifyProgress,
    handle: ({ params, body }) => checkCommand(params.id, 'verify-progress', body),
  }),
  put('/checks/:id/sheets/:department', {
    summary: ['保存部门评分表', 'Save a department’s sheet'],
    roles: ['checker'],
    params: ofSheet,
    body: saveSheet,
    async handle({ params: { id, department }, body, read }) {
      const labels = await codeLabelsFor(id, body.marks, read);
      return checkCommand(id, 'save-sheet', { department, ...body, ...labels });
    },
  }),
  post('/checks/:id/sheets/:department/submit', {
    summary: ['提交部门评分表', 'Submit a department’s sheet'],
    roles: ['checker'],
    params: ofSheet,
    handle: ({ params: { id, department } }) => checkCommand(id, 'submit-sheet', { department }),
  }),
  post('/checks/:id/sheets/:department/return', {
    summary: ['退回部门评分表', 'Return a department’s sheet'],
    roles: ['organiser'],
    params: ofSheet,
    body: returnSheet,
    handle: ({ params: { id, department }, body }) => checkCommand(id, 'return-sheet', { department, ...body }),
  }),
  post('/checks/:id/vetoes', {
    summary: ['提出一票否决', 'Raise a veto'],
    roles: ['checker', 'organiser'],
    params: byId,
    body: raiseVeto,
    async handle({ params, body: { id: veto, ...body }, newId, ...request }) {
      return checkCommand(params.id, 'raise-veto', {
        ...{ veto: veto ?? newId(), ...body },
        competes: await competes(params.id, request),
      });
    },
  }),
  post('/checks/:id/vetoes/:veto/lift', {
    summary: ['解除一票否决', 'Lift a veto'],
    roles: ['organiser'],
    params: ofVeto,
    body: liftVeto,
    async handle({ params: { id, veto }, body, ...request }) {
      return checkCommand(id, 'lift-veto', { veto, ...body, competes: await competes(id, request) });
    },
  }),
  post('/checks/:id/corrections', {
    summary: ['更正已封存的成绩（并重新考评已考评的年度）', 'Correct a sealed result and re-evaluate its year'],
    roles: ['organiser'],
    params: byId,
    body: correctResult,
    async handle({ params, body, read, actor }) {
      const check = await read.get(checks, params.id);
      const round = check && (await read.get(rounds, check.round));
      if (!check || !round) return refuse('not-found', { what: params.id });
      // Until the round is closed it may open again, and the sheets are what to change.
      if (round.status !== 'closed') return refuse('not-sealed');
      const competes = await competesIn(round, actor, read);
      return checkCommand(params.id, 'correct', { ...body, body: round.body, competes });
    },
  }),
  get('/checks/:id/corrections', {
    summary: ['历次更正及名次变动', 'List corrections with the rank changes of each'],
    roles,
    params: byId,
    answer: correctionsView,
    query: ({ params, read, actor }) => correctionsOf(params.id, { actor, read }),
    table: tables.corrections,
  }),
];
