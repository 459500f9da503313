// Who has a part in whom: found from the units that members belong to, from who they are, and from what they did for the list.
import type { AwardListView, CommitteeMember, Conflict } from '@jiangong/contracts';

type List = Pick<AwardListView, 'scoredBy' | 'candidates'>;
type Candidate = AwardListView['candidates'][number];

/** Whether the day lies in the member's term. */
export const isInTerm = ({ from, to }: CommitteeMember, day: string) => from <= day && (to === undefined || day <= to);

/** Each reason why a member does not vote about these candidates. */
export function conflictsOf(member: CommitteeMember, list: List, about: readonly Candidate[]): Conflict[] {
  const { user, units, person } = member;
  return about.flatMap((candidate) => {
    const { id, unit, members = [], name } = candidate.recipient;
    const found: Record<Conflict['why'], boolean> = {
      'own-person': person !== undefined && (person === id || members.includes(person)),
      'own-unit': units.includes(id) || (unit !== undefined && units.includes(unit)),
      nominated: candidate.nominatedBy.includes(user),
      scored: list.scoredBy.includes(user),
    };
    return (Object.keys(found) as Conflict['why'][])
      .filter((why) => found[why])
      .map((why) => ({ candidate: candidate.candidate, ...(name === undefined ? {} : { name }), why }));
  });
}

/** Who votes on a day, and who steps back for whom. */
export interface Seating {
  voters: string[];
  recused: { user: string; substitute?: string; why: Conflict['why'][] }[];
}
/** Members with a vote, or the substitutes of those who have a part in it, if they have none themselves. */
export function seated(
  members: readonly CommitteeMember[],
  list: List,
  about: readonly Candidate[],
  day: string,
): Seating {
  const sitting = members.filter((member) => isInTerm(member, day));
  const isFree = (member: CommitteeMember) => conflictsOf(member, list, about).length === 0;
  const voters = new Set<string>();
  const recused: Seating['recused'] = [];
  for (const member of sitting.filter(({ voting }) => voting)) {
    const why = [...new Set(conflictsOf(member, list, about).map((conflict) => conflict.why))];
    if (why.length === 0) {
      voters.add(member.user);
      continue;
    }
    const substitute = sitting.find(({ user, voting }) => user === member.substitute && !voting);
    const isTaken = substitute && (voters.has(substitute.user) || !isFree(substitute));
    if (substitute && !isTaken) voters.add(substitute.user);
    recused.push({ user: member.user, ...(substitute && !isTaken ? { substitute: substitute.user } : {}), why });
  }
  return { voters: [...voters], recused };
}
