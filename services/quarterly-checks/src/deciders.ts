// Who decides in a check: whoever has the role for it, and nobody about a unit of their own or one they were a deputy for; what can be decided about a
// rival, nobody whose own unit takes part in the round.
import { type Command, hasPart, type Refusal, type Role, refuse, withoutRole } from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import { enteredAsDeputy } from './deputies.ts';

/** What decides about a rival says whether a unit of whoever decides takes part in the round. */
export interface Competing {
  competes?: boolean;
}

const deciders: Record<string, readonly Role[] | undefined> = {
  'verify-progress': ['checker'],
  'save-sheet': ['checker'],
  'enter-mark': ['checker', 'organiser'],
  'submit-sheet': ['checker'],
  'return-sheet': ['organiser'],
  'raise-veto': ['checker', 'organiser'],
  'lift-veto': ['organiser'],
  correct: ['organiser'],
  'answer-appeal': ['checker'],
  'decide-appeal': ['organiser', 'committee'],
};

export function undecided(check: Check, { type, actor, data }: Command<string, object>): Refusal | undefined {
  const roles = deciders[type];
  if (!roles) return undefined;
  const { entrant } = check;
  const competes = 'competes' in data && data.competes;
  // Whoever decides an appeal hears more of why: appeal.ts says it.
  const isPart = type !== 'decide-appeal' && (competes || hasPart(actor, entrant) || enteredAsDeputy(check, actor));
  return withoutRole(actor, ...roles) ?? (isPart ? refuse('own-decision', { name: entrant.name }) : undefined);
}
