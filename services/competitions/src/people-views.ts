// What readers see of persons and teams, without names: those are private rows, and added where they are shown.
import type { EventNamed, PersonEvent, PersonStanding, TeamEvent, View } from '@jiangong/contracts';
import * as person from './person.ts';
import * as team from './team.ts';

export type PersonRow = Omit<NonNullable<person.State>, 'erased'> & { state: PersonStanding };
export const people: View<PersonRow, PersonEvent> = {
  name: 'people',
  events: ['person-registered', 'person-moved', 'person-amended', 'person-left', 'person-erased'],
  key: (event) => event.data.person,
  apply(row, event) {
    const known = row && { ...row, ...(row.state === 'erased' ? { erased: true as const } : {}) };
    const next = person.evolve(known, event);
    if (!next) return undefined;
    const { person: id, unit, from, to, revision, erased } = next;
    const state = erased ? 'erased' : to === undefined ? 'active' : 'left';
    return { person: id, unit, from, ...(to === undefined ? {} : { to }), revision, state };
  },
  index: ['unit', 'state'],
};

export type TeamRow = EventNamed<'team-formed'>['data'] & { to?: string | undefined };
export const teams: View<TeamRow, TeamEvent> = {
  name: 'teams',
  events: ['team-formed', 'team-amended', 'team-member-joined', 'team-member-left', 'team-dissolved'],
  key: (event) => event.data.team,
  apply: (row, event) => team.evolve(row, event),
  index: ['code', 'unit'],
};
