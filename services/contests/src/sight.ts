// What a reader sees of a stage: its organisers and judges everything; others their own once it is published to entrants, and
// all of it once it is public.
import type { Actor, ContestEntrant, Read } from '@jiangong/contracts';
import type { States } from './names.ts';
import type { StageRow } from './views.ts';

/** Who reads, and what with. */
export interface Reading {
  actor: Actor;
  read: Read;
  states: States;
}
/** Those who hold and judge contests see their results at any time. */
export const judges = ({ roles }: Actor): boolean =>
  roles.some((role) => ['organiser', 'checker', 'committee', 'auditor'].includes(role));
export const isOwn = ({ units }: Actor, { id, unit }: ContestEntrant): boolean =>
  units.includes(id) || (unit !== undefined && units.includes(unit));

/** `result`: all of it. `place`: who stands where. `nothing`: that there is a stage. */
export type Sight = 'result' | 'place' | 'nothing';
export function sightOf({ to, status }: Pick<StageRow, 'to' | 'status'>, actor: Actor) {
  const isShown = status === 'closed' && to !== 'hidden';
  return (entrant: ContestEntrant): Sight => {
    if (judges(actor) || (isShown && to === 'public')) return 'result';
    if (!isShown) return 'nothing';
    return isOwn(actor, entrant) ? 'result' : 'place';
  };
}
