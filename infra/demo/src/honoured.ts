// A chapter after the units' awards: a person and a team with its members are honoured, and get certificates.
import {
  awardListSummary,
  awardListView,
  certificatesView,
  decisionId,
  grantId,
  personView,
  teamView,
} from '@jiangong/contracts';
import { decide, listAt, publish } from './awards.ts';
import { type Cast, teamOf, unitOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import type { Person } from './person.ts';
import { channels, notice } from './seed/awards.ts';
import { consent, decision, list, merits, persons, team } from './seed/honoured.ts';

/** The list's decision; undefined before there is the list. */
async function decisionOf(organiser: Person): Promise<string | undefined> {
  const lists = await organiser.all(awardListSummary, '/award-lists');
  const found = lists.find(({ title }) => title === list.title);
  return found && decisionId(found.list, decision.number);
}
/** The grant to the person, whose id only the registry knows; undefined before there is one. */
export async function grantOfPerson(organiser: Person): Promise<string | undefined> {
  const [people, decision] = await Promise.all([organiser.all(personView, '/people'), decisionOf(organiser)]);
  const found = people.find(({ externalId }) => externalId === persons[0]!.externalId);
  return found && decision && grantId(decision, list.honours[0]!.code, found.person);
}

/** As HR enters them, with the crew that four of them form. */
async function register(cast: Cast): Promise<Map<string, string>> {
  const [organiser, hr] = await Promise.all([cast.company(), cast.as('yijian.hr')]);
  const ids = await Promise.all(
    persons.map(async ({ unit, ...person }) => {
      const body = { ...person, unit: unitOf(organiser, unit) };
      return [person.externalId, await hr.post(`demo/${person.externalId}`, '/people', body)] as const;
    }),
  );
  const known = new Map(ids);
  const { members, unit, ...head } = team;
  const joined = members.map(({ of, ...time }) => ({ person: known.get(of)!, ...time }));
  const body = { ...head, unit: unitOf(organiser, unit), members: joined };
  await organiser.post(`demo/${team.code}`, '/teams', body, { wait: ['person-unknown'] });
  return known;
}

/** @returns the list */
async function nominate(organiser: Person, person: string): Promise<string> {
  const id = await organiser.post('demo/honoured', '/award-lists?on=2025-01-02', { kind: 'hand', ...list });
  // Whoever was registered a moment ago is not known to awards yet.
  const arriving = { wait: ['recipient-unknown', 'not-found'] };
  const [worker, crew] = list.honours;
  const candidates = [
    { honour: worker!.code, recipient: person, reason: merits.person },
    { honour: crew!.code, recipient: teamOf(organiser, team.code), reason: merits.team },
  ];
  for (const candidate of candidates) {
    const path = `${listAt(id)}/candidates?on=2025-01-02`;
    await organiser.post(`demo/honoured/${candidate.honour}`, path, candidate, arriving);
  }
  await organiser.post('demo/honoured/consent', `/publication-consents/${person}/give`, consent, arriving);
  await organiser.until(
    '候选对象已列入 / the candidates are on the list',
    awardListView,
    listAt(id),
    ({ candidates: listed }) => listed.length === candidates.length,
  );
  return id;
}

const certificatesOf = (decision: string) => `/decisions/${decision}/certificates`;

export const honouredChapter: Chapter = {
  title: ['先进个人与先进班组', 'A person and a crew'],
  steps: persons.length + 1 + 4 + 1 + 1 + 1 + 1,

  async played(cast) {
    const organiser = await cast.company();
    const decided = await decisionOf(organiser);
    return decided !== undefined && (await organiser.find(certificatesView, certificatesOf(decided))) !== undefined;
  },

  async play(cast) {
    const [organiser, committee] = await Promise.all([cast.company(), cast.as('yijian.committee')]);
    const known = await register(cast);
    const id = await nominate(organiser, known.get(persons[0]!.externalId)!);
    await committee.post('demo/honoured/review', `${listAt(id)}/review`, {});
    await publish(organiser, 'demo/honoured', id, notice, channels);
    const made = await decide(committee, 'demo/honoured', id, decision);
    const at = certificatesOf(made);
    await committee.post('demo/honoured/certificates', at, {});
    const { length } = list.honours;
    await committee.until(
      '证书已签发 / the certificates are issued',
      certificatesView,
      at,
      ({ certificates }) => certificates.length === length,
    );
  },
};

/** The person and the crew as they are registered, with their certificates, by natural keys alone. */
export async function honouredOf(cast: Cast) {
  const [organiser, hr] = await Promise.all([cast.company(), cast.as('yijian.hr')]);
  const decided = (await decisionOf(organiser))!;
  const { certificates } = await organiser.get(certificatesView, certificatesOf(decided));
  const { members, code } = await hr.get(teamView, `/teams/${teamOf(organiser, team.code)}`);
  const people = await hr.all(personView, '/people');
  return {
    people: people
      .map(({ externalId, name, role, from, state }) => ({ externalId, name, role, from, state }))
      .sort((a, b) => ((a.externalId ?? '') < (b.externalId ?? '') ? -1 : 1)),
    team: {
      code,
      members: members
        .map(({ externalId, from, to }) => ({ externalId, from, to }))
        .sort((a, b) => ((a.externalId ?? '') < (b.externalId ?? '') ? -1 : 1)),
    },
    certificates: certificates.length,
  };
}
