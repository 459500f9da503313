// What people have to do in checks: entrants plan and report, departments verify and score, the organiser opens and closes, and
// appeals are answered and decided. It is what closing a round would name as missing.
import type { MissingItem, Task, TaskKind } from '@jiangong/contracts';
import { type Assigned, toDo } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { takesPart } from './appeal.ts';
import { appeals } from './appeal-views.ts';
import type { Check } from './check-state.ts';
import { PLAN_AHEAD_DAYS } from './limits.ts';
import { missingOf } from './seal.ts';
import { checks, rounds } from './views.ts';

const texts = {
  'set-plan': ['填报计划', 'Set the plan'],
  'report-progress': ['上报完成情况', 'Report progress'],
  'verify-progress': ['核验完成情况', 'Verify progress'],
  'submit-sheet': ['提交评分表', 'Submit the sheet'],
} as const satisfies Partial<Record<TaskKind, readonly [string, string]>>;

async function missingFrom(check: Check, { read }: Assigned): Promise<MissingItem[]> {
  const round = await read.get(rounds, check.round);
  return round && !round.dismissed ? missingOf(check, round.body) : [];
}

function ofCheck(check: Check, task: keyof typeof texts, link: string, department?: string): Task {
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

/** Whether all that is missing of a criterion's progress is somebody's word that it is so. */
const isReported = ({ reported }: Check, { criteria }: MissingItem) =>
  criteria.every((criterion) => reported[criterion] !== undefined);

const daysBefore = (date: string, days: number) => Temporal.PlainDate.from(date).subtract({ days }).toString();

export const tasks = [
  toDo(checks, {
    roles: ['entrant'],
    filter: ({ actor }) => (actor.units.length > 0 ? { unit: actor.units, status: ['made', 'open'] } : undefined),
    async of(check, assigned) {
      if (assigned.businessDate < daysBefore(check.period.from, PLAN_AHEAD_DAYS)) return undefined;
      const missing = await missingFrom(check, assigned);
      const link = `/own/${check.check}`;
      const isPlanned = missing.every(({ what }) => what !== 'plan');
      if (!isPlanned) return ofCheck(check, 'set-plan', link);
      const owesProgress = missing.some((item) => item.what === 'progress' && !isReported(check, item));
      return check.status === 'open' && owesProgress ? ofCheck(check, 'report-progress', link) : undefined;
    },
  }),
  toDo(checks, {
    roles: ['checker'],
    filter: ({ actor }) => (actor.departments.length > 0 ? { status: 'open' } : undefined),
    async of(check, assigned) {
      const missing = await missingFrom(check, assigned);
      return missing.flatMap((item) => {
        const { what, department, departmentLabel } = item;
        if (department === undefined || !assigned.actor.departments.includes(department)) return [];
        const link = `/sheets/${check.check}/${department}`;
        if (what === 'sheet') return [ofCheck(check, 'submit-sheet', link, departmentLabel)];
        const isReady = what === 'progress' && isReported(check, item);
        return isReady ? [ofCheck(check, 'verify-progress', link, departmentLabel)] : [];
      });
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
