// The honours of a closed round: a travelling flag, single prizes, what a share of the group gets.
import type { CommandRequest, Read } from '@jiangong/contracts';
import { checksOf } from './assemble.ts';
import type { Check } from './check-state.ts';
import { evaluate, type StageResult, schemeOf } from './evaluate.ts';
import { type Round, roundCommand } from './round.ts';
import { rounds } from './views.ts';
import { type Honours, honoursOf } from './year.ts';

/** Of a round whose results these are; while it is open, nothing is granted. */
export function honoursOfRound(round: Round, all: readonly Check[], ranked: StageResult): Honours {
  if (round.status !== 'closed') return [];
  const byEntry = new Map(all.map(({ entry, entrant }) => [entry, entrant]));
  const results = ranked.entrants.map(({ id, group: _, place, ...result }) => ({
    ...{ entrant: byEntry.get(id)!, place, result },
  }));
  return honoursOf(round, ranked, results);
}

/** That a round is to grant what its results now come to; nothing where its stage promises nothing. */
export async function toGrant(id: string, read: Read): Promise<CommandRequest[]> {
  const round = await read.get(rounds, id);
  if (round?.status !== 'closed' || !promises(round)) return [];
  const { track, stage, period, body, attempt } = round;
  const all = await checksOf(round, read);
  const sealed = all.flatMap((check) => (check.sealed ? [{ check, result: check.sealed }] : []));
  const scored = sealed.map(({ check: { entry }, result: { group = null, inputs, vetoes } }) => {
    return { id: entry, group, inputs, vetoes };
  });
  const honours = honoursOfRound(round, all, evaluate(body, { track, stage, period: period.id }, scored));
  const basis = sealed.reduce((sum, { result }) => sum + result.revision, 0);
  const scoredBy = [...new Set(sealed.flatMap(({ result }) => result.scoredBy))].sort();
  return [roundCommand(id, 'grant', { attempt, basis, honours, scoredBy })];
}

const promises = ({ body, track, stage }: Round): boolean => {
  const stages = schemeOf(body).tracks.find(({ id }) => id === track)?.stages ?? [];
  return (stages.find(({ id }) => id === stage)?.honours ?? []).length > 0;
};
