// What readers see of organisations and users; fed by events, one stream to a row.
import type { EventNamed, View } from '@jiangong/contracts';

export type OrganisationRow = EventNamed<'organisation-registered'>['data'];
export const organisations: View<OrganisationRow, EventNamed<'organisation-registered' | 'organisation-amended'>> = {
  name: 'organisations',
  events: ['organisation-registered', 'organisation-amended'],
  key: (event) => event.data.organisation,
  apply: (_, event) => event.data,
  index: ['code'],
};

export type UserRow = EventNamed<'user-registered'>['data'];
export const users: View<UserRow, EventNamed<'user-registered' | 'user-amended' | 'user-removed'>> = {
  name: 'users',
  events: ['user-registered', 'user-amended', 'user-removed'],
  key: (event) => event.data.user,
  apply: (_, event) => (event.type === 'user-removed' ? undefined : event.data),
  index: ['organisation'],
  revision: 2,
};
