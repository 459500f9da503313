// Whose an alliance's work is: the organisation of the alliance, and the studios in it, from whichever organisation.
import type { Actor } from '@jiangong/contracts';

export interface Belonging {
  alliance: string;
  /** The organisation the alliance belongs to. */
  owner: string;
  studios: string[];
}

/** May somebody of another organisation than the record's touch it? What they may do, roles and routes say. */
export function admitted(belonging: Belonging | undefined, actor: Actor): boolean {
  if (!belonging) return false;
  return (
    actor.org === belonging.owner ||
    (actor.roles.includes('alliance-leader') && actor.units.some((unit) => belonging.studios.includes(unit)))
  );
}
