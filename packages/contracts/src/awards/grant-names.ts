// What persons are called in a grant. Events hold their ids alone; names are filled in from persons' states where a grant is delivered.
import type { PersonState } from '../competitions/person-events.ts';
import type { Grant, Recipient } from './grant.ts';

/**
 * A recipient with employee number and name, where it is a person who is known.
 * @example
 * ```ts
 * namedRecipient({ type: 'person', id: 'p1' }, { externalId: 'YG-10086', name: '张建国' }).name; // → '张建国'
 * ```
 */
export function namedRecipient(recipient: Recipient, person: PersonState | undefined): Recipient {
  if (recipient.type !== 'person' || !person) return recipient;
  return { ...recipient, externalId: person.externalId, name: person.name };
}

/**
 * The persons that a grant names: who has it, and who had it before.
 * @example
 * ```ts
 * personsIn(grantExample); // → []
 * personsIn({ ...grantExample, recipient: { type: 'person', id: 'p1' } }); // → ['p1']
 * ```
 */
export const personsIn = ({ recipient, formerRecipient }: Grant): string[] => [
  ...new Set([recipient, formerRecipient].flatMap((each) => (each?.type === 'person' ? [each.id] : []))),
];

/**
 * A grant with what its persons are called.
 * @param persons by id; `erased` in the place of one who is not to be named any more
 * @returns nothing once the person who has it was erased
 * @example
 * ```ts
 * namedGrant({ ...grantExample, recipient: { type: 'person', id: 'p1' } }, new Map([['p1', 'erased']])); // → undefined
 * ```
 */
export function namedGrant(grant: Grant, persons: ReadonlyMap<string, PersonState | 'erased'>): Grant | undefined {
  if (grant.recipient.type === 'person' && persons.get(grant.recipient.id) === 'erased') return undefined;
  const named = (recipient: Recipient) => {
    const person = persons.get(recipient.id);
    return namedRecipient(recipient, person === 'erased' ? undefined : person);
  };
  return {
    ...grant,
    recipient: named(grant.recipient),
    ...(grant.formerRecipient ? { formerRecipient: named(grant.formerRecipient) } : {}),
  };
}
