// What a track is evaluated from, as the evaluate command of the scheme language reads it.
import { evaluationId, type Read, type Refusal, refuse, type seasonView } from '@jiangong/contracts';
import type { z } from 'zod';
import { launchedOf } from './assemble.ts';
import type { TrackInput } from './evaluate.ts';
import { evaluations, type LaunchedRow } from './views.ts';
import { tracksOf } from './year.ts';
import { closedOf, type Track, yearOf } from './year-input.ts';

export async function trackInputsOf(
  competition: string,
  track: string,
  read: Read,
): Promise<z.infer<typeof seasonView> | Refusal | undefined> {
  const launched = await launchedOf(competition, read);
  const own = launched?.tracks.find((each) => each.track === track);
  if (!launched) return undefined;
  if (!own) return refuse('not-found', { what: track });
  return { stages: (await closedTracks(launched, own, read)).flatMap(({ stages }) => stages) };
}

/**
 * Everything closed of a track: its periods, and once it is evaluated its year, after the years that it collects. One
 * scheme scores all of it: a year that collects a track of another scheme is left out.
 */
export async function closedTracks(launched: LaunchedRow, own: Track, read: Read): Promise<TrackInput[]> {
  const { track, scheme, schemeVersion, body } = own;
  const completed = await read.get(evaluations, evaluationId(launched.competition, track));
  const year = completed && (await yearOf(launched, track, read));
  const tracks = year ? tracksOf(year.input) : [];
  if (year && tracks.every((each) => each.scheme === scheme && each.schemeVersion === schemeVersion)) return tracks;
  const { closed } = await closedOf(launched, own, read);
  return [{ scheme, schemeVersion, body, stages: closed.map((period) => ({ track, ...period })) }];
}
