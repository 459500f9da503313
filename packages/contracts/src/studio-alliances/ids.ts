// Ids of studio-alliances that two sides can compute without asking each other.
import { derivedId } from '../ids.ts';

/**
 * The id of a studio, from its organisation and the union's own code.
 * @example
 * ```ts
 * studioId('union', 'GZS-05'); // → derivedId('studio', 'union', 'GZS-05')
 * ```
 */
export const studioId = (org: string, code: string) => derivedId('studio', org, code);
/**
 * The id of an alliance, from its organisation and the union's own code.
 * @example
 * ```ts
 * allianceId('union', 'LM-03'); // → derivedId('alliance', 'union', 'LM-03')
 * ```
 */
export const allianceId = (org: string, code: string) => derivedId('alliance', org, code);
/**
 * The duty of an alliance in a year.
 * @example
 * ```ts
 * dutyId('alliance-1', 2024); // → derivedId('duty', 'alliance-1', 2024)
 * ```
 */
export const dutyId = (alliance: string, year: number) => derivedId('duty', alliance, year);
/**
 * The closing of a year for all alliances of a union.
 * @example
 * ```ts
 * dutyClosingId('union', 2024); // → derivedId('duty-closing', 'union', 2024)
 * ```
 */
export const dutyClosingId = (org: string, year: number) => derivedId('duty-closing', org, year);
/**
 * The id of a union's calendar of duties.
 * @example
 * ```ts
 * dutyCalendarId('union'); // → derivedId('duty-calendar', 'union')
 * ```
 */
export const dutyCalendarId = (org: string) => derivedId('duty-calendar', org);
/**
 * The id of a union's rules for outputs.
 * @example
 * ```ts
 * outputRulesId('union'); // → derivedId('output-rules', 'union')
 * ```
 */
export const outputRulesId = (org: string) => derivedId('output-rules', org);
/**
 * The id of the invitation of a studio into an alliance; it is sent again under the same id.
 * @example
 * ```ts
 * invitationId('alliance-1', 'studio-1'); // → derivedId('invitation', 'alliance-1', 'studio-1')
 * ```
 */
export const invitationId = (alliance: string, studio: string) => derivedId('invitation', alliance, studio);
