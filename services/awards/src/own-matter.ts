// Nobody decides about their own: whoever scored or nominated one of the candidates, and whoever acts for one of them.
import { type Actor, type AwardListView, type Refusal, refuse } from '@jiangong/contracts';

type Candidate = AwardListView['candidates'][number];
const isStanding = ({ state }: Candidate) => ['proposed', 'referred', 'provisional'].includes(state);

/**
 * Why the actor cannot decide about these candidates; undefined if they can.
 * @param about those whom the decision concerns; whoever acts for anybody who stands on the list has a part in each of them
 * @param recipients who is concerned without being a candidate yet
 */
export function ownMatter(
  list: AwardListView,
  actor: Pick<Actor, 'sub' | 'units'>,
  about: readonly Candidate[] = list.candidates.filter(isStanding),
  recipients: readonly string[] = [],
): Refusal | undefined {
  const concerned = [...list.candidates.filter(isStanding).map(({ recipient }) => recipient.id), ...recipients];
  if (concerned.some((recipient) => actor.units.includes(recipient))) return refuse('own-unit');
  const nominated = list.scoredBy.includes(actor.sub) || about.some((c) => c.nominatedBy.includes(actor.sub));
  return nominated ? refuse('own-nomination') : undefined;
}
