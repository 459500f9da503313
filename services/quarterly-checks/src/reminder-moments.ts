// When rules remind: at nine in the morning, so many days before the last day for a task and each so many days after it.
import type { BusinessDate, ReminderRule } from '@jiangong/contracts';

export interface Period {
  from: BusinessDate;
  to: BusinessDate;
}
const DAY_MS = 86_400_000;
const instantOf = (ms: number) => new Date(ms).toISOString();
/** Nine in the morning in Asia/Shanghai. */
const morningOf = (day: BusinessDate, days = 0) => Date.parse(`${day}T09:00:00+08:00`) + days * DAY_MS;

/** The last day for a task: a plan is due when the period begins. */
export const dueOf = (task: ReminderRule['task'], { from, to }: Period): BusinessDate =>
  task === 'set-plan' ? from : to;

/** The rule's first moment after an instant; undefined: none. */
function nextOf({ task, daysBefore, everyDays }: ReminderRule, period: Period, after: number): number | undefined {
  const due = morningOf(dueOf(task, period));
  const before = daysBefore.map((days) => due - days * DAY_MS).filter((ms) => ms > after);
  if (before.length > 0) return Math.min(...before);
  if (everyDays === undefined) return undefined;
  const step = everyDays * DAY_MS;
  return due + Math.max(1, Math.floor((after - due) / step) + 1) * step;
}

/** The next moment of any rule after an instant, and the rules that have it. */
export function nextMoment(rules: readonly ReminderRule[], period: Period, after: string): string | undefined {
  const moments = rules.map((rule) => nextOf(rule, period, Date.parse(after))).filter((ms) => ms !== undefined);
  return moments.length > 0 ? instantOf(Math.min(...moments)) : undefined;
}

/** The rules with a moment after one instant and up to another: what fell due meanwhile reminds once. */
export const rulesDue = (rules: readonly ReminderRule[], period: Period, after: string, upTo: string): ReminderRule[] =>
  rules.filter((rule) => {
    const next = nextOf(rule, period, Date.parse(after));
    return next !== undefined && next <= Date.parse(upTo);
  });
