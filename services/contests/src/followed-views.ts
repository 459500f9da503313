// What this service remembers of others: published schemes, and whoever may compete. Of persons the id and the unit alone.
import type { ContestEntrant, EventNamed, PersonEvent, TeamEvent, View } from '@jiangong/contracts';

type Published = EventNamed<'scheme-published'>['data'];
export const schemeKey = (scheme: string, version: number) => `${scheme}/${version}`;
/** Every published version of a scheme. */
export const schemeVersions: View<Published, EventNamed<'scheme-published'>> = {
  name: 'scheme-versions',
  events: ['scheme-published'],
  key: ({ data: { scheme, version } }) => schemeKey(scheme, version),
  apply: (_, { data }) => data,
};
/** The last published version of each scheme. */
export const latestVersions: View<{ scheme: string; version: number }, EventNamed<'scheme-published'>> = {
  name: 'latest-versions',
  events: ['scheme-published'],
  key: ({ data: { scheme } }) => scheme,
  apply: (_, { data: { scheme, version } }) => ({ scheme, version }),
};

/** Somebody who may compete; `gone`: no longer. */
export interface Candidate extends ContestEntrant {
  shortName?: string;
  gone: boolean;
}
type UnitEvent = EventNamed<'unit-registered' | 'unit-amended' | 'unit-retired' | 'unit-restored'>;
export const units: View<Candidate, UnitEvent> = {
  name: 'units',
  events: ['unit-registered', 'unit-amended', 'unit-retired', 'unit-restored'],
  key: ({ data }) => data.unit,
  apply(row, { type, data }) {
    if (type === 'unit-retired') return row && { ...row, gone: true };
    if (type === 'unit-restored') return row && { ...row, gone: false };
    const { unit, code, name, shortName } = data;
    return { type: 'unit', id: unit, code, name, shortName, unit, gone: false };
  },
  index: ['code'],
};
type StudioEvent = EventNamed<'studio-registered' | 'studio-amended'>;
export const studios: View<Candidate, StudioEvent> = {
  name: 'studios',
  events: ['studio-registered', 'studio-amended'],
  key: ({ data }) => data.studio,
  apply: (_, { data: { studio, code, name } }) => ({ type: 'studio', id: studio, code, name, gone: false }),
  index: ['code'],
};
export const teams: View<Candidate, TeamEvent> = {
  name: 'teams',
  events: ['team-formed', 'team-amended', 'team-member-joined', 'team-member-left', 'team-dissolved'],
  key: ({ data }) => data.team,
  apply(row, event) {
    switch (event.type) {
      case 'team-formed':
      case 'team-amended': {
        const { team, code, name, shortName, unit } = event.data;
        return { type: 'team', id: team, code, name, shortName, ...(unit ? { unit } : {}), gone: false };
      }
      case 'team-dissolved':
        return row && { ...row, gone: true };
      default:
        return row;
    }
  },
  index: ['code'],
};
export const people: View<Candidate, PersonEvent> = {
  name: 'people',
  events: ['person-registered', 'person-moved', 'person-amended', 'person-left', 'person-erased'],
  key: ({ data }) => data.person,
  apply(row, { type, data }) {
    if (type === 'person-erased' || type === 'person-left') return row && { ...row, gone: true };
    return { type: 'person', id: data.person, unit: data.unit, gone: type === 'person-amended' && row?.gone === true };
  },
};
