// A reviewed list that is taken back before anything was decided: it can be changed again, and its notice stands no longer.
import { type AwardListView, type Command, type Refusal, refuse, type returnAwardList } from '@jiangong/contracts';
import type { z } from 'zod';
import type { AwardListEvent } from './award-list-state.ts';

export function returned(
  list: AwardListView,
  { data: { reason }, actor }: Command<'return', z.infer<typeof returnAwardList>>,
): AwardListEvent[] | Refusal {
  const { list: id, title, notice } = list;
  if (list.decisions.length > 0) return refuse('list-decided', { title });
  if (!list.reviewed) return refuse('list-not-reviewed', { title });
  const withdrawn = notice ? { notice: notice.notice } : {};
  return [{ type: 'award-list-returned', data: { list: id, reason, by: actor.sub, ...withdrawn } }];
}

type Publish = Command<'publish', { notice: string; from: string; lastDay: string; review?: number | undefined }>;
/** A notice of what was taken back while it was being published is withdrawn. */
export function publish(list: AwardListView, { data: { review, ...data } }: Publish): AwardListEvent[] {
  const last = list.returned?.at(-1);
  const isStale = !list.reviewed || (review !== undefined && review !== reviewOf(list));
  if (last && isStale) {
    return [
      { type: 'award-list-notice-declined', data: { list: list.list, notice: data.notice, reason: last.reason } },
    ];
  }
  return list.notice ? [] : [{ type: 'award-list-published', data: { list: list.list, ...data } }];
}

/** Which of the list's reviews holds, counted from 1. */
export const reviewOf = ({ returned = [] }: AwardListView) => returned.length + 1;
