// Launching: the competition and the list of entries agree, and the events carry the whole list with the schemes' text.
import { type Entrant, type EventNamed, type Refusal, refuse } from '@jiangong/contracts';
import type { Competition, Launch } from './competition-state.ts';

type Event = EventNamed<'entries-paged' | 'competition-launched'>;

/** So many entrants stay below the largest event even when every name is as long as it may be. */
const PER_PAGE = 200;
/** The last event carries the schemes too, so fewer. */
const AT_LAUNCH = 50;

export function launched(state: Competition, { accepted, bodies }: Launch['data']): Event[] | Refusal {
  const { competition, name, year, theme, slogan } = state;
  const unsettled = differing(Object.values(state.entries), accepted);
  if (unsettled.length > 0)
    return refuse('entries-not-known-yet', { count: unsettled.length, names: unsettled.slice(0, 5) });
  const entries = Object.values(state.entries).sort(byTrackAndCode);
  if (entries.length === 0) return refuse('no-accepted-entries');
  const tracks: EventNamed<'competition-launched'>['data']['tracks'] = [];
  for (const track of state.tracks) {
    const body = bodies[track.track];
    if (!body)
      return refuse('scheme-unpublished', {
        track: track.track,
        trackLabel: track.label,
        version: track.schemeVersion,
      });
    tracks.push({ ...track, body });
  }
  const events: Event[] = [];
  let paged = 0;
  for (; entries.length - paged > AT_LAUNCH; paged += PER_PAGE)
    events.push({
      type: 'entries-paged',
      data: { competition, page: events.length + 1, entries: entries.slice(paged, paged + PER_PAGE) },
    });
  const rest = entries.slice(paged);
  const data = { competition, name, year, theme, slogan, tracks, entries: rest, pages: events.length };
  return [...events, { type: 'competition-launched', data }];
}

/** Names of entrants of whom the competition knows something else than their entries say. */
function differing(known: Entrant[], accepted: Entrant[]): string[] {
  const groupOf = new Map(known.map(({ entry, group }) => [entry, group ?? '']));
  const arriving = accepted.filter(({ entry, group }) => groupOf.get(entry) !== (group ?? ''));
  const stillAccepted = new Set(accepted.map(({ entry }) => entry));
  const leaving = known.filter(({ entry }) => !stillAccepted.has(entry));
  return [...arriving, ...leaving].map(({ name }) => name);
}

/** One order whatever the order of arrival, by code units: the same on every machine. */
function byTrackAndCode(a: Entrant, b: Entrant): number {
  const [x, y] = [`${a.track}\n${a.code}\n${a.entry}`, `${b.track}\n${b.code}\n${b.entry}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
