// Whom a round reminds at a moment: each unit of what it owes itself, each department and the organiser of how much waits.
import { derivedId, type Read, type ReminderRule, reminderTask } from '@jiangong/contracts';
import { checksIn } from './assemble.ts';
import type { Check } from './check-state.ts';
import { PAGE } from './limits.ts';
import { type OwedTask, owedIn } from './owed.ts';
import type { Notice } from './reminder.ts';
import { dueOf } from './reminder-moments.ts';
import type { Round } from './round.ts';
import { checks } from './views.ts';

interface Moment {
  at: string;
  rules: readonly ReminderRule[];
}
const missing: Record<OwedTask, readonly [zh: string, en: string]> = {
  'set-plan': ['计划未填报', 'the plan is missing'],
  'report-progress': ['完成情况未上报', 'progress is not reported'],
  'verify-progress': ['完成情况未核验', 'progress is not verified'],
  'submit-sheet': ['评分表未提交', 'the sheet is missing'],
};
const wants = (rules: readonly ReminderRule[], whom: ReminderRule['whom']): ReadonlySet<OwedTask> =>
  new Set(rules.filter((rule) => rule.whom === whom).map(({ task }) => task));

function notice(
  round: Round,
  { at }: Moment,
  task: OwedTask,
  { key, ...rest }: Pick<Notice, 'to' | 'about' | 'count' | 'link'> & { key: string; who: string; whoEn: string },
): Notice {
  const { who, whoEn, ...shown } = rest;
  const [zh, en] = missing[task];
  const named = `${round.trackLabel} · ${round.period.label}`;
  const text = { zh: `${who}${zh}（${named}）`, en: `${whoEn}${en} (${named})` };
  const reminder = derivedId('reminder', round.round, at, task, key);
  return { reminder, task, text, due: dueOf(task, round.period), ...shown };
}

/** Of a page of checks: what their entrants owe; `after`: the check with which it ends, if more follow. */
export async function unitNotices(round: Round, moment: Moment, after: string | undefined, read: Read) {
  const { items, next } = await read.page(checks, { round: round.round }, { after, limit: PAGE });
  return { notices: items.flatMap((check) => noticesOf(round, moment, check)), after: next };
}
function noticesOf(round: Round, moment: Moment, check: Check): Notice[] {
  const tasks = wants(moment.rules, 'owner');
  const { unit, shortName } = check.entrant;
  return owedIn(check, round.body)
    .filter(({ task, department }) => !department && tasks.has(task))
    .map(({ task }) =>
      notice(round, moment, task, {
        ...{ key: check.check, to: { role: 'entrant', unit }, who: '', whoEn: '' },
        ...{ about: shortName, count: 1, link: `/own/${check.check}` },
      }),
    );
}

/** Of all checks: how many wait for each department, and of everything for the organiser. */
export const officeNotices = (round: Round, moment: Moment, read: Read) =>
  noticesToOffices(round, moment, checksIn(round, read));
async function noticesToOffices(
  round: Round,
  moment: Moment,
  selected: AsyncIterable<Check> | Check[],
): Promise<Notice[]> {
  const [ofOwners, ofOrganisers] = [wants(moment.rules, 'owner'), wants(moment.rules, 'organiser')];
  const departments = new Map<string, { task: OwedTask; id: string; label: string; count: number }>();
  const all = new Map<OwedTask, number>();
  for await (const check of selected)
    for (const { task, department } of owedIn(check, round.body)) {
      if (ofOrganisers.has(task)) all.set(task, (all.get(task) ?? 0) + 1);
      if (!department || !ofOwners.has(task)) continue;
      const key = `${task}/${department.id}`;
      const known = departments.get(key) ?? { task, ...department, count: 0 };
      departments.set(key, { ...known, count: known.count + 1 });
    }
  const about = round.competitionName;
  return [
    ...[...departments.values()].map(({ task, id, label, count }) =>
      notice(round, moment, task, {
        ...{ key: `department ${id}`, to: { role: 'checker', department: id }, about, count, link: '/sheets' },
        ...{ who: `${label}还有${count}个单位的`, whoEn: `${label}: of ${count} ` },
      }),
    ),
    ...[...all].map(([task, count]) =>
      notice(round, moment, task, {
        ...{ key: 'organiser', to: { role: 'organiser' }, about, count, link: `/rounds/${round.round}` },
        ...{ who: `共有${count}项`, whoEn: `${count} in all: ` },
      }),
    ),
  ];
}

const everything = reminderTask.options.map((task): ReminderRule => ({ task, whom: 'owner', daysBefore: [] }));
/** What a selection of a round's checks lacks now: of each unit, and of each department how many of them wait for it. */
export async function noticesNow(round: Round, at: string, selected: Check[]): Promise<Notice[]> {
  const moment = { at, rules: everything };
  const ofUnits = selected.flatMap((check) => noticesOf(round, moment, check));
  return [...ofUnits, ...(await noticesToOffices(round, moment, selected))];
}
