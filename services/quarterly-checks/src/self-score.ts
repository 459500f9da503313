// What an entrant gives itself in the criteria of the departments' sheets, until the result is sealed. It counts for nothing.
import { type Command, canonical, type Marks, type Refusal, refuse } from '@jiangong/contracts';
import { type Check, closedTo } from './check-state.ts';
import { applies, type CodeLabels, misfit, unknownCriterion } from './criteria.ts';
import type { CheckEvent } from './events.ts';

export type ScoreSelf = Command<'score-self', { marks: Marks; codeLabels?: CodeLabels }>;

/** The criteria that departments enter for this entrant. */
export const sheetCriteria = ({ criteria, entrant }: Check) =>
  criteria.filter((criterion) => criterion.from === 'sheet' && applies(criterion, entrant.group));

export function selfScored(check: Check, { data, actor, now }: ScoreSelf): CheckEvent[] | Refusal {
  const { check: id, entrant, selfScore } = check;
  const closed = closedTo(check);
  if (closed) return closed;
  // Whoever organises as well scores no unit but its own.
  if (!actor.units.includes(entrant.unit)) return refuse('not-yours', { scope: entrant.name, unit: entrant.unit });
  const own = sheetCriteria(check);
  for (const [each, mark] of Object.entries(data.marks)) {
    const criterion = own.find((known) => known.id === each);
    if (!criterion) return unknownCriterion(each, own);
    const wrong = misfit(criterion, mark, data.codeLabels);
    if (wrong) return wrong;
  }
  if (canonical(selfScore?.marks) === canonical(data.marks)) return [];
  return [{ type: 'self-scored', data: { check: id, marks: data.marks, by: actor.sub, at: now } }];
}
