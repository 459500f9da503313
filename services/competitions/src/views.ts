// What readers see of units, schemes, competitions and entries; fed by events, one stream to a row.
import type {
  competitionSummary,
  EntryState,
  EventNamed,
  entryView,
  Read,
  SchemeSummary,
  schemeVersionView,
  View,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { withAmended } from './competition-state.ts';
import { dated, without, withStatus } from './project-status.ts';
import * as unit from './unit.ts';

export type UnitRow = NonNullable<unit.State>;
export const units: View<UnitRow, unit.UnitEvent> = {
  name: 'units',
  events: ['unit-registered', 'unit-amended', 'unit-retired', 'unit-restored'],
  key: (event) => event.data.unit,
  apply: unit.evolve,
  index: ['code', 'kind'],
};

export type SchemeRow = SchemeSummary & { body: EventNamed<'scheme-drafted'>['data']['body'] };
export const schemes: View<SchemeRow, EventNamed<'scheme-drafted' | 'scheme-published'>> = {
  name: 'schemes',
  events: ['scheme-drafted', 'scheme-published'],
  key: (event) => event.data.scheme,
  apply(row, { type, data: { scheme, version, body } }) {
    if (type === 'scheme-published') return { scheme, published: version, body };
    return { scheme, published: row?.published ?? 0, drafting: version, body };
  },
};

export const versionKey = (scheme: string, version: number) => `${scheme}/${version}`;
export const schemeVersions: View<z.infer<typeof schemeVersionView>, EventNamed<'scheme-published'>> = {
  name: 'scheme-versions',
  events: ['scheme-published'],
  key: ({ data: { scheme, version } }) => versionKey(scheme, version),
  apply: (_, event) => event.data,
};

export type CompetitionRow = z.infer<typeof competitionSummary> & {
  tracks: EventNamed<'competition-announced'>['data']['tracks'];
};
export const competitions: View<
  CompetitionRow,
  EventNamed<
    | 'competition-announced'
    | 'competition-launched'
    | 'competition-amended'
    | 'competition-closed'
    | 'competition-cancelled'
    | 'registration-ended'
  >
> = {
  name: 'competitions',
  events: [
    'competition-announced',
    'competition-launched',
    'competition-amended',
    'competition-closed',
    'competition-cancelled',
    'registration-ended',
  ],
  key: (event) => event.data.competition,
  apply(row, event) {
    if (event.type === 'competition-announced') return { ...event.data, state: 'announced', registrationEnded: false };
    if (!row) return row;
    switch (event.type) {
      case 'competition-launched':
        return { ...row, state: 'launched' };
      case 'competition-amended':
        return withAmended(row, event.data);
      case 'competition-closed':
        return { ...row, state: 'closed' };
      case 'competition-cancelled':
        return { ...row, state: 'cancelled', reason: event.data.reason };
      case 'registration-ended':
        return { ...row, registrationEnded: true };
      default:
        return event satisfies never;
    }
  },
  index: ['year', 'state'],
};

export type EntryRow = z.infer<typeof entryView>;
type EntryEvent = EventNamed<
  | 'entry-registered'
  | 'entry-accepted'
  | 'entry-rejected'
  | 'entry-withdrawn'
  | 'entry-regrouped'
  | 'entry-decision-undone'
  | 'project-status-recorded'
  | 'project-status-struck'
>;
const stateAfter = {
  'entry-registered': 'registered',
  'entry-accepted': 'accepted',
  'entry-rejected': 'rejected',
  'entry-withdrawn': 'withdrawn',
} as const satisfies Record<string, EntryState>;
export const entries: View<EntryRow, EntryEvent> = {
  name: 'entries',
  events: [
    'entry-registered',
    'entry-accepted',
    'entry-rejected',
    'entry-withdrawn',
    'entry-regrouped',
    'entry-decision-undone',
    'project-status-recorded',
    'project-status-struck',
  ],
  revision: 2,
  key: ({ data }) => ('entry' in data ? data.entry : data.entrant.entry),
  apply(row, event) {
    const statuses = row?.statuses ?? [];
    if (event.type === 'project-status-recorded') {
      const { status, from, reason } = event.data;
      return row && { ...row, statuses: dated(withStatus(statuses, { status, from, reason })) };
    }
    if (event.type === 'project-status-struck')
      return row && { ...row, statuses: dated(without(statuses, event.data.from)) };
    const { competition, entrant } = event.data;
    if (event.type === 'entry-regrouped') return row && { ...row, ...entrant };
    const reason = 'reason' in event.data ? { reason: event.data.reason } : {};
    const state = event.type === 'entry-decision-undone' ? event.data.state : stateAfter[event.type];
    return { ...entrant, competition, state, ...reason, statuses };
  },
  index: [
    'competition',
    'unit',
    'track',
    'state',
    ['competition', 'state'],
    ['competition', 'track', 'state'],
    ['competition', 'code'],
  ],
};

/** How many entries of a track are in which state. */
export async function counted(competition: string, track: string, read: Read): Promise<Record<EntryState, number>> {
  const count = (state: EntryState) => read.count(entries, { competition, track, state });
  const [registered, accepted, rejected, withdrawn] = await Promise.all([
    count('registered'),
    count('accepted'),
    count('rejected'),
    count('withdrawn'),
  ]);
  return { registered, accepted, rejected, withdrawn };
}
