// What a ballot does to its list. Too few votes leave a note, and no result takes the place of another without a reason.
import type { AwardListView, EventNamed } from '@jiangong/contracts';

type Voted = EventNamed<'award-list-voted'>;
/** A ballot that is counted; `quorate`: whether enough voted. */
export type Counted = Omit<Voted['data'], 'list' | 'effect'> & { quorate: boolean };

export function voted(list: AwardListView, { quorate, ...ballot }: Counted): Voted[] {
  // Reviewed meanwhile, it is settled.
  if (list.reviewed || list.ballots?.some((each) => each.ballot === ballot.ballot)) return [];
  const isHeld = list.ballot !== undefined && ballot.reason === undefined;
  const effect = !quorate ? 'no-quorum' : isHeld ? 'earlier-holds' : 'holds';
  return [{ type: 'award-list-voted', data: { list: list.list, ...ballot, effect } }];
}
