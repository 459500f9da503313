// Routes of scorecards: mark, recuse, look again, correct; the scorecards of a panel, and how strict its judges were.
import {
  correctMarks,
  id,
  isRefusal,
  judgingCalibration,
  lookAgain,
  markContestant,
  type Read,
  recuseJudge,
  refuse,
  scorecardId,
  scorecardView,
} from '@jiangong/contracts';
import { get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { namesOf } from '../names.ts';
import { recordable } from '../performance/performance-routes.ts';
import { wrongStatus as wrongStageStatus } from '../state-labels.ts';
import { tables } from '../tables.ts';
import { contestants, scorecards } from '../views.ts';
import { calibrationOf } from './calibration.ts';
import { wrongStatus } from './panel.ts';
import { panelSite, seesPanel } from './panel-routes.ts';
import { cardCommand } from './scorecard.ts';
import { shownCard } from './shown-card.ts';

const byId = z.object({ id });
const readers = ['organiser', 'checker', 'committee', 'auditor'] as const;

/** What a command on a scorecard is about: a locked panel of a stage that is open, or closed, and one of its contestants. */
async function cardSite(panelId: string, contestant: string, isClosed: boolean, read: Read) {
  const found = await panelSite(panelId, read);
  if (!found) return refuse('not-found', { what: panelId });
  const { panel } = found;
  const site = await recordable(panel.stage, contestant, isClosed, read);
  if (isRefusal(site)) return site;
  if (panel.status !== 'locked') return wrongStatus(panel.status);
  const { entrant } = (await read.get(contestants, contestant))!;
  const id = scorecardId(panelId, contestant);
  return { id, about: { contestant, panel, entrant, body: site.contest.body, ref: site.ref } };
}

export const scorecardRoutes = [
  post('/judging-panels/:id/marks', {
    summary: ['评委为参赛者打分', 'Mark a contestant as a judge'],
    roles: ['checker'],
    params: byId,
    within: ({ id }) => `judging-panel/${id}`,
    body: markContestant,
    async handle({ params, body: { contestant, marks }, read }) {
      const site = await cardSite(params.id, contestant, false, read);
      return isRefusal(site) ? site : cardCommand(site.id, 'mark', { ...site.about, marks });
    },
  }),
  post('/judging-panels/:id/recuse', {
    summary: ['评委对参赛者回避，由替补打分', 'Recuse a judge from a contestant, so that a substitute marks'],
    roles: ['checker', 'organiser'],
    params: byId,
    within: ({ id }) => `judging-panel/${id}`,
    body: recuseJudge,
    async handle({ params, body: { contestant, seat, reason }, actor, read }) {
      const site = await cardSite(params.id, contestant, false, read);
      if (isRefusal(site)) return site;
      if (seat !== undefined && !actor.roles.includes('organiser')) return refuse('not-on-panel');
      return cardCommand(site.id, 'recuse', { ...site.about, ...(seat === undefined ? {} : { seat }), reason });
    },
  }),
  post('/judging-panels/:id/look-again', {
    summary: ['复核评委分差，维持打分（说明理由）', 'Let marks that lie far apart stand, with a reason'],
    roles: ['organiser'],
    params: byId,
    within: ({ id }) => `judging-panel/${id}`,
    body: lookAgain,
    async handle({ params, body: { contestant, reason }, read }) {
      const site = await cardSite(params.id, contestant, false, read);
      return isRefusal(site) ? site : cardCommand(site.id, 'review', { ...site.about, reason });
    },
  }),
  post('/judging-panels/:id/marks/correct', {
    summary: ['更正已关闭阶段的评委打分（说明理由）', 'Correct a judge’s marks of a closed stage, with a reason'],
    roles: ['organiser'],
    params: byId,
    within: ({ id }) => `judging-panel/${id}`,
    body: correctMarks,
    async handle({ params, body: { contestant, ...given }, read }) {
      const site = await cardSite(params.id, contestant, true, read);
      return isRefusal(site) ? site : cardCommand(site.id, 'correct', { ...site.about, ...given });
    },
  }),
  get('/judging-panels/:id/scorecards', {
    summary: [
      '评委打分表（关闭前评委只见自己的打分）',
      'List scorecards; before the stage is closed a judge sees own marks',
    ],
    roles: readers,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(scorecardView),
    async query({ params, query: { cursor, limit }, actor, read, states }) {
      const site = await panelSite(params.id, read);
      if (!site) return undefined;
      const { contest, stage } = site;
      const filter = { contest: contest.contest, track: stage.track, state: 'accepted' as const };
      const { items, ...next } = await read.page(contestants, filter, { after: cursor, limit });
      const names = await namesOf(items, states);
      const rows = items.map(async ({ contestant }) => {
        const card = await read.get(scorecards, scorecardId(params.id, contestant));
        return { contestant, ...names.get(contestant), ...shownCard(site, card, actor) };
      });
      return { items: await Promise.all(rows), ...next };
    },
    table: tables.scorecards,
  }),
  get('/judging-panels/:id/calibration', {
    summary: [
      '评委尺度表（宽严、离散、标准化的影响）',
      'How lenient or strict each judge was, and what normalising would change',
    ],
    roles: ['organiser', 'committee', 'auditor'],
    params: byId,
    answer: judgingCalibration,
    async query({ params, actor, read, states }) {
      const site = await panelSite(params.id, read);
      if (!site || !seesPanel(actor)) return undefined;
      if (site.stage.status !== 'closed') return wrongStageStatus(site.stage.status);
      return calibrationOf(site, { actor, read, states });
    },
  }),
];
