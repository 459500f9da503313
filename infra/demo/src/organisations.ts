// The first chapter: unions that know nothing of each other's records, and the people who act for them.
import { organisationView, userView } from '@jiangong/contracts';
import { type Cast, passwordOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { type OrganisationKey, officers, organisations, type User } from './seed/people.ts';

async function registerOrganisation(cast: Cast, key: OrganisationKey): Promise<string> {
  const admin = await cast.as(cast.admin.userName);
  return admin.post(`demo/organisation/${key}`, '/orgs', organisations[key]);
}

/** @param units ids of the units or studios that the user answers for */
export async function registerUser(cast: Cast, user: User, organisation: string, units: string[] = []) {
  const { userName, name, roles, departments = [] } = user;
  const admin = await cast.as(cast.admin.userName);
  const password = passwordOf(userName, cast.admin.password);
  const body = { userName, name, password, organisation, roles, departments, units };
  await admin.post(`demo/user/${userName}`, '/users', body);
}

export const organisationsChapter: Chapter = {
  title: ['组织与用户', 'Organisations and users'],
  steps: Object.keys(organisations).length + officers.length,

  async played(cast) {
    const admin = await cast.as(cast.admin.userName);
    const orgs = await admin.all(organisationView, '/orgs');
    const users = new Set((await admin.all(userView, '/users')).map(({ userName }) => userName));
    const known = new Set(orgs.map(({ code }) => code));
    return (
      Object.values(organisations).every(({ code }) => known.has(code)) &&
      officers.every(({ userName }) => users.has(userName))
    );
  },

  async play(cast) {
    const ids = new Map<OrganisationKey, string>();
    for (const key of Object.keys(organisations) as OrganisationKey[])
      ids.set(key, await registerOrganisation(cast, key));
    await Promise.all(officers.map((user) => registerUser(cast, user, ids.get(user.of)!)));
  },
};
