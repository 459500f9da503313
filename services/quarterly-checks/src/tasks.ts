// What people have to do in checks: entrants plan and report, departments verify and score, the organiser opens and closes, and
// appeals are answered and decided. It is what closing a round would name as missing.
import type { Task } from '@jiangong/contracts';
import { type Assigned, toDo } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { takesPart } from './appeal.ts';
import { appeals } from './appeal-views.ts';
import type { Check } from './check-state.ts';
import { PLAN_AHEAD_DAYS } from './limits.ts';
import { type Owed, type OwedTask, owedIn } from './owed.ts';
import { checks, rounds } from './views.ts';

const texts = {
  'set-plan': ['填报计划', 'Set the plan'],
  'report-progress': ['上报完成情况', 'Report progress'],
  'verify-progress': ['核验完成情况', 'Verify progress'],
  'submit-sheet': ['提交评分表', 'Submit the sheet'],
} as const satisfies Record<OwedTask, readonly [string, string]>;

async function owedFrom(check: Check, { read }: Assigned): Promise<Owed[]> {
  const round = await read.get(rounds, check.round);
  return round && !round.dismissed ? owedIn(check, round.body) : [];
}

function ofCheck(check: Check, task: OwedTask, link: string, department?: string): Task {
  const { entrant, period } = check;
  const [zh, en] = texts[task];
  return {
    task,
    text: {
      zh: `${department ?? ''}${zh}（${period.label}）`,
      en: `${en}${department ? ` of ${department}` : ''} (${period.label})`,
    },
    about: entrant.shortName,
    since: period.from,
    until: task === 'set-plan' ? period.from : period.to,
    link,
  };
}

const daysBefore = (date: string, days: number) => Temporal.PlainDate.from(date).subtract({ days }).toString();

export const tasks = [
  toDo(checks, {
    roles: ['entrant'],
    filter: ({ actor }) => (actor.units.length > 0 ? { unit: actor.units, status: ['made', 'open'] } : undefined),
    async of(check, assigned) {
      if (assigned.businessDate < daysBefore(check.period.from, PLAN_AHEAD_DAYS)) return undefined;
      // A plan comes first: without it nothing can be reported.
      const owed = await owedFrom(check, assigned);
      const own = ['set-plan', 'report-progress'] as const;
      const first = own.find((task) => owed.some((each) => each.task === task));
      return first && ofCheck(check, first, `/own/${check.check}`);
    },
  }),
  toDo(checks, {
    roles: ['checker'],
    filter: ({ actor }) => (actor.departments.length > 0 ? { status: 'open' } : undefined),
    async of(check, assigned) {
      const owed = await owedFrom(check, assigned);
      return owed.flatMap(({ task, department }) =>
        department && assigned.actor.departments.includes(department.id)
          ? [ofCheck(check, task, `/sheets/${check.check}/${department.id}`, department.label)]
          : [],
      );
    },
  }),
  toDo(rounds, {
    roles: ['organiser'],
    filter: () => ({ status: ['made', 'open'] }),
    of({ round, status, dismissed, competitionName, trackLabel, period }, { businessDate }) {
      if (dismissed || businessDate < period.from) return undefined;
      const about = { about: competitionName, since: period.from, link: `/rounds/${round}` };
      const named = `${trackLabel} · ${period.label}`;
      return status === 'made'
        ? { task: 'open-round', text: { zh: `开启检查（${named}）`, en: `Open the round (${named})` }, ...about }
        : {
            task: 'close-round',
            text: { zh: `催齐并关闭检查（${named}）`, en: `Have everything handed in and close the round (${named})` },
            ...about,
            until: period.to,
          };
    },
  }),
  toDo(appeals, {
    roles: ['checker', 'organiser', 'committee'],
    filter: () => ({ status: 'open' }),
    async of(appeal, { actor, read, businessDate }) {
      const { departments, answers, answerBy, itemLabel, entrant, at } = appeal;
      const link = `/appeals/${appeal.check}/${appeal.appeal}`;
      const about = { about: entrant.shortName, since: businessDateOf(at), link };
      const mayAnswer = actor.roles.includes('checker') && departments.some((each) => actor.departments.includes(each));
      if (mayAnswer && answers.length === 0) {
        const text = { zh: `答复申诉（${itemLabel}）`, en: `Answer the appeal (${itemLabel})` };
        return { task: 'answer-appeal', text, ...about, until: answerBy };
      }
      const check = await read.get(checks, appeal.check);
      const mayDecide = actor.roles.some((role) => role === 'organiser' || role === 'committee');
      const isDue = answers.length > 0 || businessDate > answerBy;
      if (!mayDecide || !isDue || !check || takesPart(check, appeal, actor)) return undefined;
      const text = { zh: `处理申诉（${itemLabel}）`, en: `Decide the appeal (${itemLabel})` };
      return { task: 'decide-appeal', text, ...about };
    },
  }),
];
