// The ids that clients give to new records.
import { refuse } from './problems.ts';
import type { Refusal } from './vocabulary.ts';

const DERIVED = /^.{14}8/;

/**
 * The id of a new record: `given` if it was drawn, otherwise `own`, what the service drew or derived from the record's
 * natural key. A given version 8 other than `own` is refused: it may be what another union's record is derived to, and
 * would take its place before it exists.
 * @example
 * ```ts
 * const own = derivedId('unit', 'union', 'XM-01');
 * recordId(undefined, own); // → own
 * recordId('01912d5a-7b1c-7d43-9c2e-6d1f8a3b5c70', own); // → '01912d5a-7b1c-7d43-9c2e-6d1f8a3b5c70'
 * recordId(derivedId('unit', 'another', 'XM-01'), own); // → refuse('id-not-drawn')
 * ```
 */
export const recordId = (given: string | undefined, own: string): string | Refusal =>
  given === undefined || given === own || !DERIVED.test(given) ? (given ?? own) : refuse('id-not-drawn');

/**
 * What `make` answers for the id of a new record, or why it cannot be given.
 * @example
 * ```ts
 * withRecordId(undefined, 'unit-1', (id) => ({ id })); // → { id: 'unit-1' }
 * ```
 */
export function withRecordId<T>(given: string | undefined, own: string, make: (id: string) => T): T | Refusal {
  const id = recordId(given, own);
  return typeof id === 'string' ? make(id) : id;
}
