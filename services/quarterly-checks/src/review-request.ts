// The command that records marks of an entry's year-end review, made from what the competition says.
import { type Actor, evaluationId, type Marks, type Read, refuse, reviewId } from '@jiangong/contracts';
import { launchedOf } from './assemble.ts';
import { codeLabelsOf, criteriaOf } from './criteria.ts';
import { stagesOf } from './evaluate.ts';
import { reviewCommand } from './review.ts';
import { entries, evaluations } from './views.ts';

export async function reviewRequest(
  entry: string,
  marks: Marks,
  reason: string | undefined,
  { read, actor }: { read: Read; actor: Actor },
) {
  const row = await read.get(entries, entry);
  const launched = row && (await launchedOf(row.competition, read));
  const own = launched?.tracks.find(({ track }) => track === row?.track);
  if (!row?.entrant || row.standing !== 'accepted' || !own) return refuse('not-found', { what: entry });
  const { competition, entrant } = row;
  const { track, body } = own;
  const evaluated = await read.get(evaluations, evaluationId(competition, track));
  if (evaluated && !(reason && actor.roles.includes('organiser'))) return refuse('year-evaluated');
  const stage = stagesOf(body, track).annual?.id;
  const criteria = stage === undefined ? [] : criteriaOf(body, track, stage);
  const codeLabels = stage === undefined ? {} : codeLabelsOf(body, track, stage);
  const data = { competition, track, entrant, criteria, codeLabels, marks, ...(reason ? { reason } : {}) };
  return reviewCommand(reviewId(entry), 'record', data);
}
