// What a committee's choice among the tied means, for them and for the later honours of their group that waited.
import { type AwardListView, type Refusal, refuse } from '@jiangong/contracts';
import { candidateName, honourName } from './names.ts';

type Candidate = AwardListView['candidates'][number];
type Outcome = Pick<Candidate, 'candidate' | 'state' | 'joint'>;
export interface Choice {
  honour: string;
  group: string | null;
  granted: string[];
  joint: boolean;
}

const of = (list: AwardListView, honour: string, group: string | null) =>
  list.candidates.filter((c) => c.honour === honour && c.group === group);
/** Who shares in a tie: those who wait for it, or took part in one that was decided. */
export function tied(list: AwardListView, { honour, group }: Pick<Choice, 'honour' | 'group'>): Candidate[] {
  const decided = new Set(tiesOf(list, honour, group).flatMap(({ before }) => before.map((c) => c.candidate)));
  return of(list, honour, group).filter((c) => c.state === 'referred' || decided.has(c.candidate));
}
const tiesOf = ({ ties = [] }: AwardListView, honour: string, group: string | null) =>
  ties.filter((tie) => tie.honour === honour && tie.group === group);

const seatsOpen = (seats: number | null, taken: number) => (seats === null ? Infinity : Math.max(0, seats - taken));

/** Outcomes for everybody whom the choice settles, or why it cannot stand. */
export function settleTie(list: AwardListView, choice: Choice): Outcome[] | Refusal {
  const { honour, group } = choice;
  const rivals = of(list, honour, group);
  const tied = rivals.filter((c) => c.state === 'referred');
  if (!tied.length) return refuse('no-tie', { honour, honourLabel: honourName(list, honour) });
  const strangers = choice.granted.filter((id) => !tied.some((c) => c.candidate === id));
  if (strangers.length)
    return refuse('not-among-the-tied', { candidates: strangers.map((id) => candidateName(list, id)) });

  const chosen = tied.filter((c) => choice.joint || choice.granted.includes(c.candidate));
  const seats = list.honours.find((h) => h.code === honour && h.group === group)?.seats ?? null;
  const open = seatsOpen(seats, rivals.filter((c) => c.state === 'proposed').length);
  if (!choice.joint && chosen.length > open)
    return refuse('too-many-granted', { honour, honourLabel: honourName(list, honour), open, chosen: chosen.length });

  const outcomes: Outcome[] = tied.map((c) => ({
    candidate: c.candidate,
    state: chosen.includes(c) ? 'proposed' : 'passed-over',
    joint: chosen.includes(c) && chosen.length > 1,
  }));
  return [...outcomes, ...settleLater(list, choice, outcomes)];
}

/**
 * The later honours of the group, in their order: whoever did not get an earlier one moves up by place into the open
 * seats. A tie across that cut goes to the committee again, and what comes after it keeps waiting.
 */
function settleLater(list: AwardListView, { honour, group }: Choice, before: Outcome[]): Outcome[] {
  const outcomes = new Map(before.map((o) => [o.candidate, o]));
  const stateOf = (c: Candidate) => outcomes.get(c.candidate)?.state ?? c.state;
  const inGroup = list.honours.filter((h) => h.group === group);
  const first = inGroup.findIndex((h) => h.code === honour);
  const earlier = inGroup.slice(0, first + 1).map((h) => h.code);
  const settled: Outcome[] = [];
  const settle = (c: Candidate, state: Candidate['state']) => {
    const outcome = { candidate: c.candidate, state, joint: c.joint };
    outcomes.set(c.candidate, outcome);
    settled.push(outcome);
  };

  for (const later of inGroup.slice(first + 1)) {
    const before = list.candidates.filter((c) => c.group === group && earlier.includes(c.honour));
    if (before.some((c) => ['referred', 'provisional'].includes(stateOf(c)))) break;
    earlier.push(later.code);
    const honoured = new Set(before.filter((c) => stateOf(c) === 'proposed').map((c) => c.recipient.id));
    const rivals = of(list, later.code, group);
    const waiting = rivals.filter((c) => stateOf(c) === 'provisional');
    for (const c of waiting) if (honoured.has(c.recipient.id)) settle(c, 'passed-over');

    const place = (c: Candidate) => c.place ?? Number.MAX_SAFE_INTEGER;
    const pool = waiting.filter((c) => !honoured.has(c.recipient.id)).sort((a, b) => place(a) - place(b));
    const open = seatsOpen(later.seats, rivals.filter((c) => stateOf(c) === 'proposed').length);
    const [lastIn, firstOut] = [pool[open - 1], pool[open]];
    const cut = lastIn && firstOut && place(lastIn) === place(firstOut) ? place(lastIn) : undefined;
    for (const [i, c] of pool.entries())
      settle(c, place(c) === cut ? 'referred' : i < open ? 'proposed' : 'passed-over');
  }
  return settled;
}

/**
 * How everybody stood before a tie was decided: it is open again, and so is whatever of its group was decided later.
 */
export function outcomesBefore(list: AwardListView, { honour, group }: Pick<Choice, 'honour' | 'group'>) {
  const ties = list.ties ?? [];
  const at = ties.findIndex((tie) => tie.honour === honour && tie.group === group);
  if (at < 0) return refuse('no-tie-decided', { honour, honourLabel: honourName(list, honour) });
  const later = ties.slice(at).filter((tie) => tie.group === group);
  const before = new Map(later.toReversed().flatMap((tie) => tie.before.map((c) => [c.candidate, c])));
  // Whoever was removed or barred since stays so.
  const isSettled = ({ candidate, state }: Candidate) =>
    before.has(candidate) && ['proposed', 'passed-over', 'referred'].includes(state);
  return list.candidates.filter(isSettled).map(({ candidate }) => before.get(candidate)!);
}
