// Routes of performances: record while a stage is open, correct once it is closed, list what was recorded.
import {
  correctPerformance,
  id,
  isRefusal,
  type Marks,
  performanceId,
  performanceView,
  type Read,
  recordPerformance,
  refuse,
} from '@jiangong/contracts';
import { get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { namesOf } from '../names.ts';
import { fromPoints } from '../points/feeding.ts';
import { itemLabel, misfitIn } from '../scheme.ts';
import { evaluated } from '../stage/evaluate.ts';
import { inputOf, type Site, siteOf } from '../stage/stage-input.ts';
import { wrongStatus } from '../state-labels.ts';
import { tables } from '../tables.ts';
import { contestants, fixtures, performances } from '../views.ts';
import { merged, performanceCommand } from './performance.ts';

const byId = z.object({ id });
const referees = ['organiser', 'checker'] as const;
const readers = ['organiser', 'checker', 'committee', 'auditor'] as const;

/** A stage that may be recorded in, and a contestant of its track. */
export async function recordable(stage: string, contestant: string, isClosed: boolean, read: Read) {
  const site = await siteOf(stage, read);
  if (!site) return refuse('not-found', { what: stage });
  if (site.contest.state === 'cancelled') return refuse('contest-cancelled', { name: site.contest.name });
  if (site.stage.status !== (isClosed ? 'closed' : 'open')) return wrongStatus(site.stage.status);
  const row = await read.get(contestants, contestant);
  const isTaking = row?.state === 'accepted' || (isClosed && row?.state === 'withdrawn');
  if (row?.contest !== site.contest.contest || row.track !== site.stage.track || !isTaking)
    return refuse('not-found', { what: contestant });
  return site;
}
export const about = ({ stage, contest, ref }: Site) => ({ stage: stage.stage, body: contest.body, ref });

export const performanceRoutes = [
  post('/contest-stages/:id/performances', {
    summary: ['登记成绩，或未参赛、未完赛、取消资格', 'Record a performance, or that there is none'],
    roles: referees,
    params: byId,
    within: ({ id }) => `contest-stage/${id}`,
    body: recordPerformance,
    async handle({ params, body, read }) {
      const site = await recordable(params.id, body.contestant, false, read);
      if (isRefusal(site)) return site;
      const refusal = await fromElsewhere(site, body, read);
      if (refusal) return refusal;
      return performanceCommand(performanceId(params.id, body.contestant), 'record', { ...about(site), ...body });
    },
  }),
  post('/contest-stages/:id/performances/correct', {
    summary: ['更正已关闭阶段的成绩（说明理由）', 'Correct a performance of a closed stage, with a reason'],
    roles: ['organiser'],
    params: byId,
    within: ({ id }) => `contest-stage/${id}`,
    body: correctPerformance,
    async handle({ params, body, read }) {
      const site = await recordable(params.id, body.contestant, true, read);
      if (isRefusal(site)) return site;
      const refusal = (await fromElsewhere(site, body, read)) ?? (await incompleteAfter(site, body, read));
      return (
        refusal ?? performanceCommand(performanceId(params.id, body.contestant), 'correct', { ...about(site), ...body })
      );
    },
  }),
  get('/contest-stages/:id/performances', {
    summary: ['已登记的成绩', 'List performances'],
    roles: readers,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(performanceView),
    async query({ params, query: { cursor, limit }, read, states }) {
      if (!(await siteOf(params.id, read))) return undefined;
      const { items, ...next } = await read.page(performances, { stage: params.id }, { after: cursor, limit });
      const rows = await Promise.all(items.map(({ contestant }) => read.get(contestants, contestant)));
      const names = await namesOf(
        rows.filter((row) => row !== undefined),
        states,
      );
      return { items: items.map(({ recordedBy: _, ...row }) => ({ ...row, ...names.get(row.contestant) })), ...next };
    },
    table: tables.performances,
  }),
];

/** That a mark follows from elsewhere: the contestant's games lead to it, or points add up to it. */
export async function fromElsewhere(
  site: Site,
  { contestant, marks }: { contestant: string; marks: Marks },
  read: Read,
) {
  const drawn = await read.all(fixtures, { stage: site.stage.stage });
  const own = drawn.find(({ field }) => field.some((each) => each.contestant === contestant));
  if (!own || !(own.criterion in marks)) return fromPoints(site, marks, read);
  return refuse('performance-by-fixture', { criterion: itemLabel(site.contest.body, site.ref, own.criterion)[0] });
}

/** That the contestant would lack something: a closed stage never waits for anything. */
export async function incompleteAfter(
  site: Site,
  body: Omit<z.infer<typeof correctPerformance>, 'reason'>,
  read: Read,
) {
  const { input } = await inputOf(site, read);
  const own = input.contenders.find(({ contestant }) => contestant === body.contestant);
  if (!own) return refuse('not-found', { what: body.contestant });
  // A mark that the stage does not take is refused by the command itself.
  if (misfitIn(input.body, input.ref, body.marks) !== undefined) return undefined;
  const { absence: _, ...rest } = own;
  const { pending } = evaluated({ ...input, contenders: [{ ...rest, ...merged(own, body) }] });
  const labels = [...new Set(pending.map(({ item }) => item))].map((item) => itemLabel(input.body, input.ref, item));
  if (labels.length === 0) return undefined;
  return refuse('performance-incomplete', { missing: labels.map(([zh]) => zh), missingEn: labels.map(([, en]) => en) });
}
