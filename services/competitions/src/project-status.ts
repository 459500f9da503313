// The status of a project over time: each recorded one holds from its day until the next, in date order.
import { type ProjectStatus, type Refusal, refuse, valueLabels } from '@jiangong/contracts';

export interface Status {
  status: ProjectStatus;
  from: string;
  reason: string;
}

const previous = ({ status, from }: Status) => ({
  previous: status,
  previousZh: valueLabels.projectStatus[status],
  since: from,
});

/** The status to record, nothing if it holds already, or why it cannot follow. The same first day corrects the last one. */
export function recorded(history: readonly Status[], next: Status): Status | Refusal | undefined {
  const { status, from, reason } = next;
  const last = history.at(-1);
  if (!last) return { status, from, reason };
  if (from < last.from) return refuse('status-out-of-order', { ...previous(last), from });
  if (status === last.status) return undefined;
  // A project that has begun does not go back to not having begun; a finished one stays finished.
  const possible = from === last.from || (status !== 'not-started' && last.status !== 'completed');
  if (!possible)
    return refuse('status-not-possible', { ...previous(last), status, statusZh: valueLabels.projectStatus[status] });
  return { status, from, reason };
}
