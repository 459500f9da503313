// What is to be done next for one grant, so that the HR system has it as it stands.
import type { GrantRow } from '../../views.ts';
import type { Connected } from './rows.ts';
import { holderOf } from './successfactors.ts';

export type Step =
  /** It has what it must have. */
  | { kind: 'none' }
  /** An insertion had no answer. */
  | { kind: 'find'; person: string }
  | { kind: 'remove'; person: string; key: string }
  | { kind: 'upsert'; person: string; key: string | undefined };

export function stepOf({ held, inserting }: Connected, grant: GrantRow | undefined): Step {
  const person = grant && holderOf(grant);
  if (!held && inserting !== undefined) return { kind: 'find', person: inserting };
  if (held && held.person !== person) return { kind: 'remove', ...held };
  return person === undefined ? { kind: 'none' } : { kind: 'upsert', person, key: held?.key };
}
