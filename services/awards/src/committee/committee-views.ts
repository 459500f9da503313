// Rows of committees and of ballots.
import type { awardCommitteeView, ballotView, EventNamed, View } from '@jiangong/contracts';
import type { z } from 'zod';
import * as awardCommittee from './award-committee.ts';
import * as ballot from './ballot.ts';

export const awardCommittees: View<z.infer<typeof awardCommitteeView>, EventNamed<'award-committee-set'>> = {
  name: 'award-committees',
  events: ['award-committee-set'],
  key: ({ data }) => data.committee,
  apply: (row, event) => awardCommittee.evolve(row, event)!,
};

type Voting = Parameters<typeof ballot.evolve>[1];
export const ballots: View<z.infer<typeof ballotView>, EventNamed<Voting['type']>> = {
  name: 'ballots',
  events: ['ballot-opened', 'ballot-recused', 'vote-cast', 'ballot-closed'],
  key: ({ data }) => data.ballot,
  apply: ballot.evolve,
  index: ['list', 'status'],
};
