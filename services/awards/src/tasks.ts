// What committees and organisers have to do for lists: resolve ties, review, publish, hear objections, decide.
import { type AwardListView, peopleOf, type Task } from '@jiangong/contracts';
import { definedOnly, toDo } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { ballots } from './committee/committee-views.ts';
import { dossiersOf } from './dossier/dossier-views.ts';
import { lackingOf, thereOf } from './dossier/papers.ts';
import { calledOf } from './names.ts';
import { awardReturns, plaqueRemovals } from './returns/return-views.ts';
import { awardLists, notices, objections } from './views.ts';

/** What the list waits for next, and whose step it is. */
function stepOf(list: AwardListView, hasEnded: boolean): Pick<Task, 'task' | 'text'> | undefined {
  const waits = (...states: string[]) => list.candidates.some(({ state }) => states.includes(state));
  if (!list.reviewed)
    return waits('referred')
      ? { task: 'resolve-tie', text: { zh: '评定并列的候选对象', en: 'Resolve the tie' } }
      : waits('proposed')
        ? { task: 'review-list', text: { zh: '审查名单', en: 'Review the list' } }
        : undefined;
  if (!list.notice) return { task: 'publish-notice', text: { zh: '发布公示', en: 'Publish the notice' } };
  const isFree = list.candidates.some(({ state, holds }) => state === 'proposed' && holds.length === 0);
  return hasEnded && isFree
    ? { task: 'issue-decision', text: { zh: '作出表彰决定', en: 'Issue the decision' } }
    : undefined;
}
const ofOrganisers: readonly Task['task'][] = ['publish-notice'];

/** A list is decided in its year or the next. */
function recent({ businessDate }: { businessDate: string }) {
  const year = Number(businessDate.slice(0, 4));
  return { year: [year - 1, year, year + 1] };
}

export const tasks = [
  toDo(awardLists, {
    roles: ['committee', 'organiser'],
    filter: recent,
    async of(list, { actor, read }) {
      const notice = list.notice && (await read.get(notices, list.notice.notice));
      const step = stepOf(list, notice?.ended ?? false);
      if (!step) return undefined;
      const isTheirs = actor.roles.includes('committee') || ofOrganisers.includes(step.task);
      if (!isTheirs) return undefined;
      const since = step.task === 'issue-decision' && list.notice ? { since: list.notice.lastDay } : {};
      return { ...step, about: list.title, ...since, link: `/awards/${list.list}` };
    },
  }),
  toDo(awardLists, {
    roles: ['organiser'],
    filter: recent,
    async of(list, { read }) {
      const waiting = list.candidates.filter(({ state }) => state === 'proposed');
      if (!list.papers?.length || waiting.length === 0) return undefined;
      const count = lackingOf(list, waiting, thereOf(await dossiersOf(read, list.list))).length;
      if (count === 0) return undefined;
      const text = { zh: '补齐候选对象材料', en: 'Hand in papers of candidates' };
      const about = { about: list.title, count, link: `/awards/${list.list}` };
      return { task: 'hand-in-papers', text, ...about, ...definedOnly({ until: list.papersLastDay }) };
    },
  }),
  toDo(objections, {
    roles: ['committee', 'organiser'],
    filter: () => ({ status: 'open' }),
    async of({ list: id, candidate, nominatedBy, filing, answers }, { actor, read }) {
      const list = await read.get(awardLists, id);
      const objected = list?.candidates.find((each) => each.candidate === candidate);
      if (!list || !objected) return undefined;
      const name = calledOf(objected.recipient);
      const about = { about: list.title, since: filing.receivedOn, link: `/awards/${id}` };
      const mayDecide =
        actor.roles.includes('committee') && !peopleOf(actor).some((person) => nominatedBy.includes(person));
      if (mayDecide)
        return {
          task: 'decide-objection',
          text: { zh: `处理异议（${name}）`, en: `Decide the objection (${name})` },
          ...about,
        };
      if (answers.length > 0) return undefined;
      const text = { zh: `答复异议（${name}）`, en: `Answer the objection (${name})` };
      return { task: 'answer-objection', text, ...about };
    },
  }),
  toDo(ballots, {
    roles: ['committee'],
    filter: () => ({ status: 'open' }),
    of({ list, title: about, voters, cast, closesAt }, { actor: { sub, behalf } }) {
      if (behalf !== undefined || !voters.includes(sub) || cast.includes(sub)) return undefined;
      const text = { zh: '无记名投票', en: 'Vote in secret' };
      return { task: 'cast-vote', text, about, until: businessDateOf(closesAt), link: `/awards/${list}` };
    },
  }),
  toDo(plaqueRemovals, {
    roles: ['committee'],
    filter: () => ({ status: 'open' }),
    of({ proposedBy, name, on }, { actor }) {
      if (peopleOf(actor).some((person) => proposedBy.includes(person))) return undefined;
      const text = { zh: '决定是否摘牌', en: 'Decide whether the plaque comes off' };
      return { task: 'decide-plaque-removal', text, about: name, since: on, link: '/awards/returns' };
    },
  }),
  toDo(awardReturns, {
    roles: ['committee', 'organiser'],
    filter: () => ({ status: 'open' }),
    of({ documentNumber, items, out: count }) {
      const days = items.flatMap(({ state, returnBy }) =>
        state === 'out' && returnBy !== undefined ? [returnBy] : [],
      );
      const text = { zh: '收回奖牌、证书', en: 'Take back plaques and certificates' };
      const [until] = days.sort();
      return {
        ...{ task: 'collect-returns', text, about: documentNumber, count, link: '/awards/returns' },
        ...(until === undefined ? {} : { until }),
      };
    },
  }),
];
