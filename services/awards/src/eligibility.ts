// Who may be honoured at all: nobody barred, unless the committee overrides it; nobody twice for the same honour of a year;
// no more than the seats; and the shares that the union asks for.
import {
  type AwardListView,
  type EligibilityFailure,
  type ListHonour,
  type Refusal,
  refuse,
  type reviewAwardList,
  unapproved,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { calledOf, honourName } from './names.ts';

/** `failures`: every rule that one of the list's candidates fails today. */
export type Review = z.infer<typeof reviewAwardList> & {
  failures: EligibilityFailure[];
  /** By the union's rules it goes no further without a ballot. */
  byBallot?: boolean | undefined;
};
type Honoured = Pick<AwardListView['candidates'][number], 'honour' | 'recipient'>;
type Overridden = Pick<AwardListView, 'overrides'>;

const isSame = (a: EligibilityFailure, b: EligibilityFailure) =>
  a.rule === b.rule && a.source.stream === b.source.stream && a.source.cause === b.source.cause;
/** The override that covers the failure; what came up after it is not covered. */
export const overrideOf = ({ overrides = [] }: Overridden, failure: EligibilityFailure) =>
  overrides.find((o) => o.recipient === failure.recipient && o.failures.some((known) => isSame(known, failure)));

const isAbout = ({ honour, recipient }: Honoured, failure: EligibilityFailure) =>
  failure.recipient === recipient.id && (failure.honour === null || failure.honour === honour);
export const isHeld = (failures: readonly EligibilityFailure[], of: Honoured) =>
  failures.some((failure) => failure.rule === 'honour-held' && isAbout(of, failure));
/** What bars it, and is not overridden. */
export const barsOf = (list: Overridden, failures: readonly EligibilityFailure[], of: Honoured) =>
  failures.filter((each) => each.rule !== 'honour-held' && isAbout(of, each) && !overrideOf(list, each));
export const reasonOf = (bars: readonly EligibilityFailure[]) => bars.map(({ why }) => why.zh).join('；');

/** Why these cannot be honoured; undefined if they can. */
export function ineligible(
  list: Overridden,
  failures: readonly EligibilityFailure[],
  candidates: readonly Honoured[],
): Refusal | undefined {
  const twice = candidates.filter((of) => isHeld(failures, of));
  if (twice.length) return refuse('honour-already-held', { names: twice.map((c) => calledOf(c.recipient)) });
  const barred = candidates.flatMap((of) => {
    const bars = barsOf(list, failures, of);
    return bars.length ? [{ name: calledOf(of.recipient), bars }] : [];
  });
  if (!barred.length) return undefined;
  const first = barred.slice(0, 20);
  const reasons = first.map(({ name, bars }) => `${name}（${reasonOf(bars)}）`);
  const reasonsEn = first.map(({ name, bars }) => `${name} (${bars.map(({ why }) => why.en).join('; ')})`);
  return refuse('candidate-ineligible', { reasons, reasonsEn, count: barred.length });
}

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
export function notReviewable(list: AwardListView, { bars, quotas, failures, byBallot }: Review): Refusal | undefined {
  const open = list.candidates.filter((c) => c.state === 'referred' || c.state === 'provisional');
  if (open.length) {
    const honours = [...new Set(open.map((c) => c.honour))];
    return refuse('tie-open', { honours, honourLabels: honours.map((honour) => honourName(list, honour)) });
  }
  const strangers = bars.filter((b) => !list.candidates.some((c) => c.candidate === b.candidate));
  if (strangers.length) return refuse('candidate-unknown', { candidates: strangers.map((b) => b.candidate) });

  const left = list.candidates.filter((c) => c.state === 'proposed' && !bars.some((b) => b.candidate === c.candidate));
  if (!left.length) return refuse('no-candidates', { title: list.title, held: 0 });
  const { ballot } = list;
  if (byBallot && !ballot) return refuse('ballot-needed', { title: list.title });
  const fallen = ballot ? left.filter(({ candidate }) => !ballot.carried.includes(candidate)) : [];
  if (fallen.length) return refuse('not-carried', { names: fallen.slice(0, 20).map((c) => calledOf(c.recipient)) });
  const refused = ineligible(list, failures, left);
  if (refused) return refused;

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
