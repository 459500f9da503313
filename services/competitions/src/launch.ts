// Launching: the event carries the schemes' text; who takes part, the entries' own events say, now and later.
import { type EventNamed, type Refusal, refuse } from '@jiangong/contracts';
import type { Competition, Launch } from './competition-state.ts';

type Launched = EventNamed<'competition-launched'>;

export function launched(state: Competition, { accepted, bodies }: Launch['data']): Launched[] | Refusal {
  const { competition, name, year, theme, slogan } = state;
  if (accepted === 0) return refuse('no-accepted-entries');
  const tracks: Launched['data']['tracks'] = [];
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
  return [{ type: 'competition-launched', data: { competition, name, year, theme, slogan, tracks, accepted } }];
}
