// Ids that two sides can compute without asking each other.
import { createHash } from 'node:crypto';

/**
 * The id of a thing with a natural key: UUIDv8 (RFC 9562 §5.8) of the SHA-256 of its parts.
 * The same parts in the same order give the same id on every machine.
 * @example
 * ```ts
 * derivedId('unit', 'union', 'XM-07') === derivedId('unit', 'union', 'XM-07'); // → true
 * derivedId('unit', 'union', 'XM-07')[14]; // → '8'
 * ```
 */
export function derivedId(...parts: (string | number)[]): string {
  return uuidOf(createHash('sha256').update(JSON.stringify(parts)).digest());
}

/**
 * The UUIDv8 that a hash of at least 16 bytes makes; the hash is changed.
 * @example
 * ```ts
 * uuidOf(Buffer.alloc(32)); // → '00000000-0000-8000-8000-000000000000'
 * ```
 */
export function uuidOf(hash: Buffer): string {
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/**
 * The entry of a unit on a track of a competition.
 * @example
 * ```ts
 * entryId('competition-1', 'unit-1', 'projects'); // → derivedId('entry', 'competition-1', 'unit-1', 'projects')
 * ```
 */
export const entryId = (competition: string, unit: string, track: string) =>
  derivedId('entry', competition, unit, track);
/**
 * The check of an entry in a period.
 * @example
 * ```ts
 * checkId('entry-1', 'q1'); // → derivedId('check', 'entry-1', 'q1')
 * ```
 */
export const checkId = (entry: string, period: string) => derivedId('check', entry, period);
/**
 * The round of a competition's track in a period.
 * @example
 * ```ts
 * roundId('competition-1', 'projects', 'q1'); // → derivedId('round', 'competition-1', 'projects', 'q1')
 * ```
 */
export const roundId = (competition: string, track: string, period: string) =>
  derivedId('round', competition, track, period);
/**
 * A page of a walk over a round's entrants or checks; `attempt` at closing, 0 where there is none.
 * @example
 * ```ts
 * roundPageId('round-1', 'seal', 1, 2); // → derivedId('round-page', 'round-1', 'seal', 1, 2)
 * ```
 */
export const roundPageId = (round: string, walk: string, attempt: number, page: number) =>
  derivedId('round-page', round, walk, attempt, page);
/**
 * The annual evaluation of a competition's track.
 * @example
 * ```ts
 * evaluationId('competition-1', 'projects'); // → derivedId('evaluation', 'competition-1', 'projects')
 * ```
 */
export const evaluationId = (competition: string, track: string) => derivedId('evaluation', competition, track);
/**
 * The year-end review of an entry.
 * @example
 * ```ts
 * reviewId('entry-1'); // → derivedId('review', 'entry-1')
 * ```
 */
export const reviewId = (entry: string) => derivedId('review', entry);
/**
 * The grant of an honour to a recipient by a decision.
 * @example
 * ```ts
 * grantId('decision-1', 'winner', 'unit-1'); // → derivedId('grant', 'decision-1', 'winner', 'unit-1')
 * ```
 */
export const grantId = (decision: string, honour: string, recipient: string) =>
  derivedId('grant', decision, honour, recipient);
