// Deputies in a check: what somebody did on another's behalf counts as the doing of both, so that neither decides about it.
import { type Actor, peopleOf, type Signed } from '@jiangong/contracts';
import type { Check, CheckDeputies } from './check-state.ts';
import type { CheckEvent } from './events.ts';

const doings: Partial<Record<CheckEvent['type'], keyof CheckDeputies>> = {
  'plan-set': 'entering',
  'progress-reported': 'entering',
  'self-scored': 'entering',
  'appeal-filed': 'entering',
  'progress-verified': 'scoring',
  'sheet-saved': 'scoring',
  'sheet-submitted': 'scoring',
  'veto-raised': 'scoring',
  'appeal-answered': 'answering',
};

export function noteDeputy(check: Check, { type, actor, behalf }: Signed<Pick<CheckEvent, 'type'>>): Check {
  const doing = doings[type];
  if (!doing || actor === undefined || behalf === undefined) return check;
  // An entrant whom somebody stands in for has a part by its unit, and whoever scores is known by their marks.
  const person = doing === 'entering' ? actor : behalf;
  const known = check.deputies?.[doing] ?? [];
  return { ...check, deputies: { ...check.deputies, [doing]: [...new Set([...known, person])] } };
}

/** Whether somebody did for the entrant, as a deputy, what they would decide about. */
export const enteredAsDeputy = ({ deputies }: Check, actor: Actor): boolean =>
  peopleOf(actor).some((person) => deputies?.entering?.includes(person));
