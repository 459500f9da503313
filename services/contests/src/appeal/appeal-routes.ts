// Routes of appeals: a contestant’s side files one, whoever scored answers, somebody who had no part decides.
import {
  answerContestAppeal,
  contestAppealExplained,
  contestAppealId,
  contestAppealView,
  decideContestAppeal,
  fileContestAppeal,
  id,
  isRefusal,
  refuse,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { isOwn, judges } from '../sight.ts';
import { inputOf, siteOf } from '../stage/stage-input.ts';
import { wrongStatus } from '../state-labels.ts';
import { tables } from '../tables.ts';
import { appeals, contestants } from '../views.ts';
import { appealCommand } from './appeal.ts';
import { appealExplainedOf, shownAppeals } from './appeal-explained.ts';
import { decisionOf, enteredOf, itemOf, scorersOf } from './appeal-site.ts';
import { ANSWER_DAYS, withLastDay } from './appeal-window.ts';

const byId = z.object({ id });

export const appealRoutes = [
  post('/contest-stages/:id/appeals', {
    summary: ['对本单位选手的成绩提出申诉', 'Appeal against an item of one’s own contestant'],
    roles: ['entrant'],
    params: byId,
    within: ({ id }) => `contest-stage/${id}`,
    body: fileContestAppeal,
    async handle({ params, body: { contestant, item, ...given }, actor, businessDate, read }) {
      const site = await siteOf(params.id, read);
      const row = await read.get(contestants, contestant);
      // Whoever organises as well appeals for nobody but their own.
      if (!site || row?.contest !== site.contest.contest || !isOwn(actor, row.entrant))
        return refuse('not-found', { what: site ? contestant : params.id });
      const { stage, contest } = site;
      if (contest.state === 'cancelled') return refuse('contest-cancelled', { name: contest.name });
      if (stage.status !== 'closed') return wrongStatus(stage.status);
      const { input } = await inputOf(site, read);
      const own = input.contenders.find((each) => each.contestant === contestant);
      if (!own) return refuse('not-found', { what: contestant });
      const itemLabel = await itemOf(site, own, item, read);
      if (isRefusal(itemLabel)) return itemLabel;
      const about = item ?? null;
      const earlier = await read.all(appeals, { stage: stage.stage, contestant });
      const calendar = await calendarOf(read);
      return appealCommand(contestAppealId(stage.stage, contestant, about, stage.revision), 'file', {
        ...{ stage: stage.stage, contest: contest.contest, contestName: contest.name, contestant, ...given },
        ...{ stageLabel: `${stage.label}${stage.periodLabel ?? ''}`, entrant: row.entrant, item: about, itemLabel },
        ...{ revision: stage.revision, entered: enteredOf(own) },
        scorers: await scorersOf(site, contestant, read),
        answerBy: calendar.workingDayAfter(businessDate, ANSWER_DAYS),
        window: stage.appeals && withLastDay(stage.appeals, calendar),
        open: earlier.some(({ status, item }) => status === 'open' && item === about),
      });
    },
  }),
  post('/contest-appeals/:id/answer', {
    summary: ['答复申诉（登记成绩或打分的人）', 'Answer an appeal, as somebody who recorded or marked it'],
    roles: ['checker', 'organiser'],
    params: byId,
    body: answerContestAppeal,
    handle: ({ params, body }) => appealCommand(params.id, 'answer', body),
  }),
  post('/contest-appeals/:id/decide', {
    summary: [
      '处理申诉（登记、打分、答复的人须回避）；成立的随即更正',
      'Decide an appeal (not by those who scored); upheld, it corrects',
    ],
    roles: ['organiser', 'committee'],
    params: byId,
    body: decideContestAppeal,
    async handle({ params, body, actor, read }) {
      const row = await read.get(appeals, params.id);
      if (!row) return refuse('not-found', { what: params.id });
      const decision = await decisionOf(row, body, actor, read);
      return isRefusal(decision) ? decision : appealCommand(params.id, 'decide', { ...body, ...decision });
    },
  }),
  get('/contest-appeals', {
    summary: ['比赛申诉列表（参赛单位只见本单位的）', 'List appeals of contests; entrants see their own'],
    roles,
    querystring: z.object({
      ...paging,
      contest: id.optional(),
      stage: id.optional(),
      contestant: id.optional(),
      status: contestAppealView.shape.status.optional(),
    }),
    answer: pageOf(contestAppealView),
    async query({ query: { cursor, limit, ...filter }, actor, read, states }) {
      if (!judges(actor) && actor.units.length === 0) return { items: [] };
      const own = judges(actor) ? {} : { unit: actor.units };
      const { items, ...next } = await read.page(appeals, { ...definedOnly(filter), ...own }, { after: cursor, limit });
      return { items: await shownAppeals(items, states), ...next };
    },
    table: tables.appeals,
  }),
  get('/contest-appeals/:id', {
    summary: ['查看申诉及前后两份成绩说明', 'Read an appeal with both explanations'],
    roles,
    params: byId,
    answer: contestAppealExplained,
    async query({ params, actor, read, states }) {
      const row = await read.get(appeals, params.id);
      if (!row || !(judges(actor) || isOwn(actor, row.entrant))) return undefined;
      return appealExplainedOf(row, { actor, read, states });
    },
    stream: ({ id }) => `contest-appeal/${id}`,
  }),
];
