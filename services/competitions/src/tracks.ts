// The tracks of a competition fit the schemes that judge them; or the first thing that does not.
import { type EventNamed, type Refusal, refuse } from '@jiangong/contracts';
import { outline } from './scheme-language.ts';

export type Track = EventNamed<'competition-announced'>['data']['tracks'][number];
export type Body = EventNamed<'competition-launched'>['data']['tracks'][number]['body'];
/** A track as announced: with the text of the scheme's published version, if there is that version. */
export type Proposed = Omit<Track, 'groups'> & { groups?: Track['groups'] | undefined; body?: Body | undefined };

/** The tracks as they will stand, groups filled in from the scheme. */
export function fitted(proposed: Proposed[]): Track[] | Refusal {
  const tracks: Track[] = [];
  for (const { body, groups, ...track } of proposed) {
    if (!body) return refuse('scheme-unpublished', { ...called(track), version: track.schemeVersion });
    const outlines = outline(body);
    const scheme = outlines.get(track.track);
    if (!scheme || tracks.some((other) => other.track === track.track))
      return refuse('competition-track', {
        ...called(track),
        known: [...outlines.keys()],
        knownLabels: [...outlines].map(([id, { label }]) => `${label}（${id}）`),
      });
    if (scheme.unplayed.length > 0)
      return refuse('competition-contest-only', {
        ...called(track),
        parts: scheme.unplayed.map(({ zh }) => zh),
        partsEn: scheme.unplayed.map(({ en }) => en),
      });
    const chosen = groups ?? scheme.groups;
    const groupIds = scheme.groups.map(({ id }) => id);
    const given = chosen.map(({ id }) => id);
    const isFit = new Set(given).size === given.length && given.every((id) => groupIds.includes(id));
    if (!isFit || (scheme.groups.length > 0 && given.length === 0))
      return refuse('competition-groups', {
        ...called(track),
        known: groupIds,
        knownLabels: scheme.groups.map(named),
        given,
        givenLabels: chosen.map(named),
      });
    const refusal = misfit(track, scheme.periods);
    if (refusal) return refusal;
    tracks.push({ ...track, groups: chosen });
  }
  return tracks;
}

const called = ({ track, label }: Pick<Proposed, 'track' | 'label'>) => ({ track, trackLabel: label });
interface Named {
  id: string;
  label: string;
}
/** As people call it, with the id that a request takes. */
const named = ({ id, label }: Named) => `${label}（${id}）`;

/** Periods are exactly the scheme's (a year cannot be summed over others), in order, and do not overlap. */
function misfit(track: Pick<Proposed, 'track' | 'label' | 'periods'>, expected: Named[]): Refusal | undefined {
  const { periods } = track;
  const known = expected.map(({ id }) => id);
  const given = periods.map(({ id }) => id);
  if (given.length !== known.length || !known.every((id) => given.includes(id)))
    return refuse('competition-periods', {
      ...called(track),
      known,
      knownLabels: expected.map(named),
      given,
      givenLabels: periods.map(named),
    });
  let before = '';
  for (const { label, from, to } of periods) {
    if (from > to || from <= before) return refuse('competition-dates', { what: label, from, to });
    before = to;
  }
  return undefined;
}
