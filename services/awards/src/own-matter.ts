// Nobody decides about their own: whoever scored or nominated one of the candidates, and whoever acts for one of them.
import { type Actor, type AwardListView, hasPart, peopleOf, type Refusal, refuse } from '@jiangong/contracts';

type Candidate = AwardListView['candidates'][number];
const isStanding = ({ state }: Candidate) => ['proposed', 'referred', 'provisional'].includes(state);

/**
 * Why the actor cannot decide about these candidates; undefined if they can.
 * @param about those whom the decision concerns; whoever acts for anybody who stands on the list has a part in each of them
 * @param recipients who is concerned without being a candidate yet
 */
export function ownMatter(
  list: AwardListView,
  actor: Pick<Actor, 'sub' | 'units' | 'behalf' | 'ownUnits'>,
  about: readonly Candidate[] = list.candidates.filter(isStanding),
  recipients: readonly string[] = [],
): Refusal | undefined {
  const standing = list.candidates
    .filter(isStanding)
    .map(({ recipient: { id, unit } }) => ({ unit: id, parent: unit }));
  const concerned = [...standing, ...recipients.map((unit) => ({ unit }))];
  if (concerned.some((record) => hasPart(actor, record))) return refuse('own-unit');
  const people = [...list.scoredBy, ...about.flatMap((c) => c.nominatedBy)];
  return peopleOf(actor).some((person) => people.includes(person)) ? refuse('own-nomination') : undefined;
}
