// Who may be honoured at all: nobody barred, nobody twice for the same honour of a year, no more than the seats, and
// the shares that the union asks for.
import {
  type AwardListView,
  type ListHonour,
  type Refusal,
  refuse,
  type reviewAwardList,
  unapproved,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { honourName } from './names.ts';

/** An honour of the list's year and competition that a recipient holds by another list. */
export interface Held {
  honour: string;
  recipient: string;
}
export type Review = z.infer<typeof reviewAwardList> & { held: Held[] };

export const holds = (held: Held[], c: AwardListView['candidates'][number]) =>
  held.some((h) => h.honour === c.honour && h.recipient === c.recipient.id);

/** The last place is joint and began within the seats: all who share it may be honoured. */
function shared(taking: AwardListView['candidates'], seats: number): boolean {
  const last = Math.max(...taking.map((c) => c.place ?? 0));
  const sharing = taking.filter((c) => c.place === last);
  return taking.length - sharing.length < seats && sharing.length > 1 && sharing.every((c) => c.joint);
}

/** Why an honour cannot be called so without an approval; undefined if it can. */
export const claimOf = (honour: Pick<ListHonour, 'name' | 'shortName'>, approval: string | undefined) =>
  unapproved(honour.name, approval) ?? unapproved(honour.shortName, approval);

/** Why the list cannot be reviewed as it stands; undefined if it can. */
export function notReviewable(list: AwardListView, { bars, quotas, held }: Review): Refusal | undefined {
  const open = list.candidates.filter((c) => c.state === 'referred' || c.state === 'provisional');
  if (open.length) {
    const honours = [...new Set(open.map((c) => c.honour))];
    return refuse('tie-open', { honours, honourLabels: honours.map((honour) => honourName(list, honour)) });
  }
  const strangers = bars.filter((b) => !list.candidates.some((c) => c.candidate === b.candidate));
  if (strangers.length) return refuse('candidate-unknown', { candidates: strangers.map((b) => b.candidate) });

  const left = list.candidates.filter((c) => c.state === 'proposed' && !bars.some((b) => b.candidate === c.candidate));
  if (!left.length) return refuse('no-candidates', { title: list.title, held: 0 });
  const twice = left.filter((c) => holds(held, c));
  if (twice.length) return refuse('honour-already-held', { names: twice.map((c) => c.recipient.name) });

  for (const honour of list.honours) {
    const claim = claimOf(honour, list.approvals?.[honour.code]);
    if (claim) return claim;
    const { code, group, seats } = honour;
    const taking = left.filter((c) => c.honour === code && c.group === group);
    if (seats !== null && taking.length > seats && !shared(taking, seats))
      return refuse('over-seats', { honour: code, honourLabel: honourName(list, code), seats, count: taking.length });
  }
  for (const { label, atLeast, counted } of quotas) {
    const count = left.filter((c) => counted.includes(c.candidate)).length;
    if (count < atLeast * left.length)
      return refuse('quota-not-met', { label, atLeast, counted: count, count: left.length });
  }
  return undefined;
}
