// What follows once results stand or are corrected: the honours of the round, and the year evaluated anew.
import { byTarget, type CommandRequest, evaluationId, type Read } from '@jiangong/contracts';
import { evaluationCommand } from './evaluation.ts';
import { toGrant } from './round-honours.ts';
import { competitions, evaluations } from './views.ts';
import { yearOf } from './year-input.ts';

/** That a round is to grant what its results now come to. */
export const granting = async (round: string, read: Read) => byTarget(await toGrant(round, read));

/** Every evaluated year of the competition is to take in what is now known. */
export async function evaluatedAnew(competition: string, read: Read): Promise<CommandRequest[]> {
  const launched = await read.get(competitions, competition);
  const requests: CommandRequest[] = [];
  for (const { track } of launched?.tracks ?? []) {
    const id = evaluationId(competition, track);
    const year = launched && (await read.get(evaluations, id)) && (await yearOf(launched, track, read));
    if (!year || year.reopened.length > 0) continue;
    const { input, sources, scoredBy } = year;
    const data = { competition, competitionName: launched.name, year: launched.year, input, sources, scoredBy };
    requests.push(evaluationCommand(id, 'revise', data));
  }
  return byTarget(requests);
}
