// Routes of judging panels: draw, lock, list, read.
import {
  type Actor,
  drawJudgingPanel,
  id,
  isRefusal,
  judgingPanelId,
  judgingPanelView,
  type Read,
  refuse,
} from '@jiangong/contracts';
import { get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { panelsIn } from '../scheme.ts';
import { takingPart } from '../squad/squad-routes.ts';
import { type Site, siteOf } from '../stage/stage-input.ts';
import { wrongStatus } from '../state-labels.ts';
import { tables } from '../tables.ts';
import { panels } from '../views.ts';
import { type Panel, panelCommand, seatsOf } from './panel.ts';

const byId = z.object({ id });
const readers = ['organiser', 'checker', 'committee', 'auditor'] as const;

export const panelRoutes = [
  post('/contest-stages/:id/panels', {
    summary: ['抽签确定评委组', 'Draw a judging panel by lot'],
    roles: ['organiser'],
    params: byId,
    within: ({ id }) => `contest-stage/${id}`,
    body: drawJudgingPanel,
    async handle({ params, body: { item, ...given }, read, newId }) {
      const site = await siteOf(params.id, read);
      if (!site) return refuse('not-found', { what: params.id });
      if (site.contest.state === 'cancelled') return refuse('contest-cancelled', { name: site.contest.name });
      if (site.stage.status === 'closed') return wrongStatus('closed');
      const judged = judgedItem(site, item);
      if (isRefusal(judged)) return judged;
      const field = await takingPart(site.contest.contest, site.stage.track, read);
      return panelCommand(judgingPanelId(params.id, judged.id), 'draw', {
        ...{ stage: params.id, contest: site.contest.contest, item: judged.id, itemLabel: judged.label[0] },
        ...{ ...given, needed: judged.needed, seed: newId() },
        field: field.map(({ entrant }) => entrant),
      });
    },
  }),
  post('/judging-panels/:id/lock', {
    summary: ['锁定评委组，开始打分', 'Lock a judging panel, so that its judges mark'],
    roles: ['organiser'],
    params: byId,
    handle: ({ params }) => panelCommand(params.id, 'lock', {}),
  }),
  get('/contest-stages/:id/panels', {
    summary: ['该阶段的评委组', 'List the judging panels of a stage'],
    roles: readers,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(judgingPanelView),
    async query({ params, query: { cursor, limit }, actor, read }) {
      if (!(await siteOf(params.id, read))) return undefined;
      const { items, ...next } = await read.page(panels, { stage: params.id }, { after: cursor, limit });
      return { items: items.map((panel) => shown(panel, actor)), ...next };
    },
    table: tables.panels,
  }),
  get('/judging-panels/:id', {
    summary: ['查看评委组', 'Read a judging panel'],
    roles: readers,
    params: byId,
    answer: judgingPanelView,
    async query({ params, actor, read }) {
      const panel = await read.get(panels, params.id);
      return panel && shown(panel, actor);
    },
    stream: ({ id }) => `judging-panel/${id}`,
  }),
];

/** Who reads a panel whole: judges know of their own seat alone. */
export const seesPanel = ({ roles }: Actor): boolean => roles.some((role) => role !== 'checker' && role !== 'entrant');
function shown({ pool, seed, seeds: _, ...panel }: Panel, actor: Actor) {
  const seat = [...seatsOf({ pool, seats: panel.seats })].find(([, judge]) => judge === actor.sub)?.[0];
  return { ...panel, ...(seesPanel(actor) ? { pool, seed } : {}), ...(seat === undefined ? {} : { seat }) };
}

function judgedItem({ contest, ref }: Site, item: string | undefined) {
  const known = panelsIn(contest.body, ref);
  const found = item === undefined && known.length === 1 ? known[0] : known.find(({ id }) => id === item);
  if (found) return found;
  if (known.length === 0) return refuse('judging-panel-none');
  return refuse('judging-panel-unknown', {
    known: known.map(({ id }) => id),
    knownLabels: known.map(({ id, label }) => `${label[0]}（${id}）`),
    knownLabelsEn: known.map(({ id, label }) => `${label[1]} (${id})`),
  });
}

/** A panel with its stage. */
export async function panelSite(id: string, read: Read): Promise<(Site & { panel: Panel }) | undefined> {
  const panel = await read.get(panels, id);
  const site = panel && (await siteOf(panel.stage, read));
  return site && { ...site, panel };
}
