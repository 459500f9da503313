// Routes of appeals: the entrant files one against its own check, the department answers, the organiser decides.
import {
  answerAppeal,
  appealExplained,
  appealView,
  decideAppeal,
  fileAppeal,
  id,
  isOwn,
  isRefusal,
  refuse,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { calendarOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import { appealExplainedOf } from './appeal-explained.ts';
import { appealKey, appeals } from './appeal-views.ts';
import { ANSWER_DAYS, windowOf } from './appeal-window.ts';
import { competesIn } from './assemble.ts';
import { checkCommand } from './check.ts';
import { sightOfRound } from './sight.ts';
import { tables } from './tables.ts';
import { checks, rounds } from './views.ts';
import { judges } from './visible.ts';

const byId = z.object({ id });
const ofAppeal = z.object({ id, appeal: id });

export const appealRoutes = [
  get('/appeals', {
    summary: ['申诉列表（参赛单位只见本单位的）', 'List appeals; entrants see their own'],
    roles,
    querystring: z.object({
      ...paging,
      competition: id.optional(),
      round: id.optional(),
      check: id.optional(),
      status: appealView.shape.status.optional(),
    }),
    answer: pageOf(appealView),
    async query({ query: { cursor, limit, ...filter }, read, actor }) {
      if (!judges(actor) && actor.units.length === 0) return { items: [] };
      const own = judges(actor) ? {} : { unit: actor.units };
      return read.page(appeals, { ...definedOnly(filter), ...own }, { after: cursor, limit });
    },
    table: tables.appeals,
  }),
  get('/checks/:id/appeals/:appeal', {
    summary: ['查看申诉及前后两份成绩说明', 'Read an appeal with both explanations'],
    roles,
    params: ofAppeal,
    answer: appealExplained,
    async query({ params, read, actor }) {
      const appeal = await read.get(appeals, appealKey(params.id, params.appeal));
      if (!appeal || !(judges(actor) || isOwn(actor, appeal.entrant))) return undefined;
      return appealExplainedOf(appeal, { actor, read });
    },
    stream: ({ id }) => `check/${id}`,
  }),
  post('/checks/:id/appeals', {
    summary: ['对本单位的成绩提出申诉', 'Appeal against an item of one’s own check'],
    roles: ['entrant'],
    params: byId,
    body: fileAppeal,
    async handle({ params, body: { id: given, files: ids, ...body }, read, actor, businessDate, newId, files: named }) {
      const check = await read.get(checks, params.id);
      const round = check && (await read.get(rounds, check.round));
      if (!check || !round) return refuse('not-found', { what: params.id });
      const files = ids && (await named(ids, { noun: 'check', record: params.id }));
      if (isRefusal(files)) return files;
      const calendar = await calendarOf(read);
      const sees = (await sightOfRound(round, { actor, read })).of(check.entrant) === 'result';
      const isClosed = round.status === 'closed';
      const window = sees && isClosed ? await windowOf(check.round, calendar, read) : undefined;
      const answerBy = calendar.workingDayAfter(businessDate, ANSWER_DAYS);
      const data = { appeal: given ?? newId(), ...body, answerBy, ...definedOnly({ files, window }) };
      return { request: checkCommand(params.id, 'file-appeal', data), files: files ?? [] };
    },
  }),
  post('/checks/:id/appeals/:appeal/answer', {
    summary: ['评分部门答复申诉', 'Answer an appeal, by a department of the item'],
    roles: ['checker'],
    params: ofAppeal,
    body: answerAppeal,
    handle: ({ params: { id, appeal }, body }) => checkCommand(id, 'answer-appeal', { appeal, ...body }),
  }),
  post('/checks/:id/appeals/:appeal/decide', {
    summary: [
      '处理申诉（评分、答复的人须回避）；成立的同时更正成绩',
      'Decide an appeal (not by scorers); upheld, it corrects',
    ],
    roles: ['organiser', 'committee'],
    params: ofAppeal,
    body: decideAppeal,
    async handle({ params: { id, appeal }, body, read, actor }) {
      const check = await read.get(checks, id);
      const round = check && (await read.get(rounds, check.round));
      if (!check || !round) return refuse('not-found', { what: id });
      if (body.outcome === 'upheld' && round.status !== 'closed') return refuse('not-sealed');
      const competes = await competesIn(round, actor, read);
      return checkCommand(id, 'decide-appeal', { appeal, ...body, body: round.body, competes });
    },
  }),
];
