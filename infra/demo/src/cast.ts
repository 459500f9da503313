// Who plays, and by which ids the year knows its things. Passwords follow from the administrator's, so that a year which
// was interrupted can be signed in to again; ids follow from codes, so that they are known before the things exist.
import { createHash } from 'node:crypto';
import { allianceId, derivedId, entryId, studioId } from '@jiangong/contracts';
import type { People, Person } from './person.ts';

export interface Credentials {
  userName: string;
  password: string;
}

/** Twenty letters and digits that nobody can guess without the administrator's password. */
export function passwordOf(userName: string, adminPassword: string): string {
  const hex = createHash('sha256').update(`jiangong-demo/${adminPassword}/${userName}`).digest('hex');
  return hex.slice(0, 20).replace(/(.{5})(?=.)/g, '$1-');
}

export function castOf(people: People, admin: Credentials) {
  const signedIn = new Map<string, Promise<Person>>();
  /** Signs in at the first need. */
  function as(userName: string): Promise<Person> {
    const password = userName === admin.userName ? admin.password : passwordOf(userName, admin.password);
    const person = signedIn.get(userName) ?? people.signIn(userName, password);
    signedIn.set(userName, person);
    return person;
  }
  return {
    ...{ admin, as, visitor: people.visitor, isHere: people.isHere },
    company: () => as('yijian.organiser'),
    industry: () => as('chanye.organiser'),
  };
}
export type Cast = ReturnType<typeof castOf>;

/** A thing of the demonstration in an organisation, by a name that it has only there. */
export const idOf = (org: string, ...name: (string | number)[]) => derivedId('demonstration', org, ...name);
export const competitionOf = ({ org }: Person) => idOf(org, 'competition', 2024);
/** The ids of units and teams are the registry's own, which derives them from organisation and code. */
export const unitOf = ({ org }: Person, code: string) => derivedId('unit', org, code);
export const teamOf = ({ org }: Person, code: string) => derivedId('team', org, code);
export const studioOf = ({ org }: Person, code: string) => studioId(org, code);
export const allianceOf = ({ org }: Person, code: string) => allianceId(org, code);
export const trackOf = (code: string) => (code.startsWith('XM') ? 'projects' : 'branches');
export const entryOf = (person: Person, code: string) =>
  entryId(competitionOf(person), unitOf(person, code), trackOf(code));
