// What is known of an entry, and how its events change it.
import type { CompetitionState, Entrant, EntryState, EventNamed, Signed } from '@jiangong/contracts';
import { type Status, without, withStatus } from './project-status.ts';

/** What the competition says about this entry when the command is given: entrants are held to the window. */
export interface Host {
  state: CompetitionState;
  registration: { from: string; to: string };
  /** The entry's track. */
  label: string;
  groups: { id: string; label: string }[];
}

export type EntryEvent = EventNamed<
  | 'entry-registered'
  | 'entry-accepted'
  | 'entry-rejected'
  | 'entry-withdrawn'
  | 'entry-regrouped'
  | 'entry-decision-undone'
  | 'project-status-recorded'
  | 'project-status-struck'
>;

type Undone = EventNamed<'entry-decision-undone'>['data'];
export interface Entry {
  competition: string;
  entrant: Entrant;
  state: EntryState;
  statuses: readonly Status[];
  /** How it stood before each decision since it was registered, the latest last. */
  earlier: readonly Pick<Undone, 'entrant' | 'state' | 'undone'>[];
  /** Who registered it as somebody's deputy: they do not decide about it. */
  deputies?: readonly string[];
}

export function evolve(entry: Entry | undefined, event: Signed<EntryEvent>): Entry | undefined {
  if (event.type === 'entry-registered') {
    const deputies = [...(entry?.deputies ?? []), ...(event.actor && event.behalf ? [event.actor] : [])];
    const before = { statuses: entry?.statuses ?? [], earlier: [], ...(deputies.length > 0 ? { deputies } : {}) };
    return { ...event.data, state: 'registered', ...before };
  }
  if (!entry) return entry;
  switch (event.type) {
    case 'entry-accepted':
      return { ...noting(entry, 'accepted'), state: 'accepted' };
    case 'entry-rejected':
      return { ...noting(entry, 'rejected'), state: 'rejected' };
    case 'entry-withdrawn':
      return { ...noting(entry, 'withdrawn'), state: 'withdrawn' };
    case 'entry-regrouped':
      return { ...noting(entry, 'regrouped'), entrant: event.data.entrant };
    case 'entry-decision-undone': {
      const { entrant, state } = event.data;
      return { ...entry, entrant, state, earlier: entry.earlier.slice(0, -1) };
    }
    case 'project-status-recorded': {
      const { status, from, reason } = event.data;
      return { ...entry, statuses: withStatus(entry.statuses, { status, from, reason }) };
    }
    case 'project-status-struck':
      return { ...entry, statuses: without(entry.statuses, event.data.from) };
    default:
      return event satisfies never;
  }
}

function noting(entry: Entry, undone: Undone['undone']): Entry {
  const { entrant, state, earlier } = entry;
  // Nothing else is ever decided on.
  if (state !== 'registered' && state !== 'accepted') return entry;
  return { ...entry, earlier: [...earlier, { undone, entrant, state }] };
}
