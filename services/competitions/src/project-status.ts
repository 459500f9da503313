// The status of a project over time: each recorded one holds from its day until the next, in date order. One that was
// forgotten is inserted where it belongs, the same first day corrects, and a mistake is struck.
import { type ProjectStatus, type Refusal, refuse, valueLabels } from '@jiangong/contracts';

export interface Status {
  status: ProjectStatus;
  from: string;
  reason: string;
}

/** The history with one more status, in the place of the one that had its first day. */
export const withStatus = (history: readonly Status[], { status, from, reason }: Status): Status[] =>
  [...without(history, from), { status, from, reason }].sort((a, b) => (a.from < b.from ? -1 : 1));
export const without = (history: readonly Status[], from: string): Status[] =>
  history.filter((each) => each.from !== from);

/** The history with the last day of each status; the last one holds on. */
export const dated = (history: readonly Status[]): (Status & { to?: string })[] =>
  history.map(({ status, from, reason }, n) => {
    const next = history[n + 1];
    const to = next && Temporal.PlainDate.from(next.from).subtract({ days: 1 }).toString();
    return { status, from, ...(to ? { to } : {}), reason };
  });

/** The status to record, nothing if it holds already, or why it cannot stand between its neighbours. */
export function recorded(history: readonly Status[], next: Status): Status | Refusal | undefined {
  const { status, from, reason } = next;
  if (history.findLast((each) => each.from <= from)?.status === status) return undefined;
  const after = withStatus(history, next);
  const at = after.findIndex((each) => each.from === from);
  return misplaced(after[at - 1], after[at]) ?? misplaced(after[at], after[at + 1]) ?? { status, from, reason };
}

/** A project that has begun does not go back to not having begun; a finished one stays finished. */
function misplaced(before: Status | undefined, status: Status | undefined): Refusal | undefined {
  if (!before || !status || (status.status !== 'not-started' && before.status !== 'completed')) return undefined;
  return refuse('status-not-possible', {
    previous: before.status,
    previousZh: valueLabels.projectStatus[before.status],
    since: before.from,
    status: status.status,
    statusZh: valueLabels.projectStatus[status.status],
  });
}
