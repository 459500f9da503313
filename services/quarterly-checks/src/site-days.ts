// How many working days of a period a project was under construction: what makes its quarter valid.
import type { BusinessDate, Period, ProjectStatus, SiteDays } from '@jiangong/contracts';

export interface StatusFrom {
  status: ProjectStatus;
  from: BusinessDate;
}
/** Working days from one day to another, both counted. */
export type WorkingDays = (from: BusinessDate, to: BusinessDate) => number;

/** Counts working days by the schedules that were published so far; a higher edition is a later reading. */
export interface Calendar {
  workingDays: WorkingDays;
  edition: number;
}

/**
 * Statuses as they were recorded, each holding from its day on; of two for the same day the later record counts.
 * Without any, the project is under construction all the time; before the first one it is, too, unless that one says
 * that construction began (or had not).
 */
export function siteDaysOf(recorded: readonly StatusFrom[], period: Period, workingDays: WorkingDays): SiteDays {
  const byDay = new Map(recorded.map(({ from, status }) => [from, status]));
  const statuses = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1));
  const first = statuses[0]?.[1];
  const began = first === 'under-construction' || first === 'not-started';
  const starts: [BusinessDate, boolean][] = [
    ['0000-00-00', !began],
    ...statuses.map(([from, status]) => [from, status === 'under-construction'] as [BusinessDate, boolean]),
  ];
  const plan = workingDays(period.from, period.to);
  let done = 0;
  starts.forEach(([from, on], index) => {
    const next = starts[index + 1]?.[0];
    // Days compare as text.
    const begin = [from, period.from].sort()[1]!;
    if (!on || begin > period.to || (next !== undefined && next <= begin)) return;
    const until = workingDays(begin, period.to);
    done += next !== undefined && next <= period.to ? until - workingDays(next, period.to) : until;
  });
  return { plan, done };
}
