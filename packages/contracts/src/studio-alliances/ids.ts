// Ids of studio-alliances that two sides can compute without asking each other.
import { derivedId } from '../ids.ts';

/** A studio or an alliance, from its organisation and the union's own code. */
export const studioId = (org: string, code: string) => derivedId('studio', org, code);
export const allianceId = (org: string, code: string) => derivedId('alliance', org, code);
/** The duty of an alliance in a year. */
export const dutyId = (alliance: string, year: number) => derivedId('duty', alliance, year);
