// Where votes lie until they are counted: one row for each who voted, under a key that follows from a secret of the ballot. The
// secret goes with the votes, so that afterwards nobody finds out whose vote was where; a repeated vote lies in its own place.
import { createHmac, randomBytes } from 'node:crypto';
import { vote } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import type { PrivateRow } from '@jiangong/service-kit/store';
import { z } from 'zod';
import type { Counts } from '../committee/ballot.ts';

const [SECRETS, VOTES] = ['ballot-secrets', 'ballot-votes'] as const;
const BYTES = 32;
const votesRow = z.array(z.object({ candidate: z.string(), vote }));
export type Votes = z.infer<typeof votesRow>;

/** The secret of a ballot, drawn when it is opened. */
export const secretRow = (ballot: string): PrivateRow => ({
  ...{ table: SECRETS, key: ballot, body: randomBytes(BYTES).toString('base64url'), once: true },
});

export interface BallotBox extends Companion {
  /** Where somebody's vote lies; undefined once the ballot is counted. */
  voteRow(ballot: string, voter: string, votes: Votes | undefined): Promise<PrivateRow | undefined>;
  /** Counts the votes of these, and what empties the box. */
  count(
    ballot: string,
    candidates: readonly string[],
    voters: readonly string[],
  ): Promise<{ counts: Counts[]; counted: string[]; emptied: PrivateRow[] }>;
}
export const ballotBox: CompanionDeclaration<BallotBox> = { name: 'ballot-box', make: openBox };

function openBox({ store }: Host): BallotBox {
  async function keyOf(ballot: string) {
    const secret = z.string().safeParse(await store.privateRow(SECRETS, ballot)).data;
    return secret === undefined
      ? undefined
      : (voter: string) => `${ballot}/${createHmac('sha256', secret).update(voter).digest('base64url')}`;
  }
  return {
    async voteRow(ballot, voter, votes) {
      const key = await keyOf(ballot);
      return key && { table: VOTES, key: key(voter), body: votes };
    },
    async count(ballot, candidates, voters) {
      const key = await keyOf(ballot);
      const counts = new Map(candidates.map((candidate) => [candidate, { candidate, for: 0, against: 0, abstain: 0 }]));
      const [counted, emptied]: [string[], PrivateRow[]] = [[], []];
      for (const voter of key ? voters : []) {
        const votes = votesRow.safeParse(await store.privateRow(VOTES, key!(voter))).data;
        if (!votes) continue;
        for (const { candidate, vote } of votes) {
          const of = counts.get(candidate);
          if (of) of[vote] += 1;
        }
        counted.push(voter);
        emptied.push({ table: VOTES, key: key!(voter), body: undefined });
      }
      if (key) emptied.push({ table: SECRETS, key: ballot, body: undefined });
      return { counts: [...counts.values()], counted, emptied };
    },
  };
}
