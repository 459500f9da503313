// Who may be entered on a track, one by one and by file: somebody registered, of the track's kind, in a group, for somebody.
import {
  type ContestEntrant,
  type ContestTrack,
  isRefusal,
  type Read,
  type Refusal,
  refuse,
  squadId,
  type View,
  valueLabels,
} from '@jiangong/contracts';
import type { Contest } from '../contest/contest.ts';
import { type Candidate, people, studios, teams, units } from '../followed-views.ts';
import { contestants } from '../views.ts';
import { squadCommand } from './squad.ts';

const views: Record<Candidate['type'], View<Candidate>> = {
  unit: units as View<Candidate>,
  team: teams as View<Candidate>,
  studio: studios as View<Candidate>,
  person: people as View<Candidate>,
};
export const candidatesOf = (type: Candidate['type']) => views[type];

export interface Entry {
  track: string;
  entrant: string;
  group?: string | undefined;
  represents?: string | undefined;
}

/** Why nothing is entered in a contest any more. */
export const over = (contest: Contest): Refusal | undefined =>
  contest.state === 'cancelled' ? refuse('contest-cancelled', { name: contest.name }) : undefined;

/** That a group is none of the track's, or that one is needed. */
export function misgrouped({ label, groups }: ContestTrack, group: string | undefined): Refusal | undefined {
  if (groups.length === 0) return group === undefined ? undefined : refuse('contest-ungrouped', { track: label });
  if (groups.some(({ id }) => id === group)) return undefined;
  return refuse('contest-group', {
    known: groups.map(({ id }) => id),
    knownLabels: groups.map(({ id, label }) => `${label}（${id}）`),
  });
}

/** What is entered, as its events will say it; or why it cannot be. */
export async function entryOf(contest: Contest, entry: Entry, read: Read) {
  const own = contest.tracks.find(({ track }) => track === entry.track);
  if (!own)
    return refuse('contest-track', {
      known: contest.tracks.map(({ track }) => track),
      knownLabels: contest.tracks.map(({ track, label }) => `${label}（${track}）`),
    });
  const candidate = await read.get(views[own.entrants], entry.entrant);
  if (!candidate || candidate.gone)
    return refuse('contest-entrant', {
      ...{ track: own.label, kind: own.entrants, kindZh: valueLabels.contestEntrant[own.entrants] },
    });
  const refusal = misgrouped(own, entry.group);
  if (refusal) return refusal;
  if (entry.represents !== undefined && !(await isTeamOrUnit(entry.represents, read)))
    return refuse('contest-represents');
  const { gone: _, shortName: __, ...entrant } = candidate;
  const { track, perUnit: most } = own;
  const about = {
    ...{ contest: contest.contest, track, entrant: entrant satisfies ContestEntrant },
    ...(entry.group ? { group: entry.group } : {}),
    ...(entry.represents ? { represents: entry.represents } : {}),
  };
  return { about, most, squad: squadId(contest.contest, track, entrant.unit ?? entrant.id) };
}
const isTeamOrUnit = async (id: string, read: Read) => {
  const found = (await read.get(teams, id)) ?? (await read.get(units, id));
  return found !== undefined && !found.gone;
};

/** The command that enters somebody; or why they cannot be entered. */
export async function entering(contest: Contest, entry: Entry, isAccepted: boolean, read: Read) {
  const found = await entryOf(contest, entry, read);
  if (isRefusal(found)) return found;
  const { about, most, squad } = found;
  // Whoever moved to another unit meanwhile is entered through the one of then.
  const before = await read.all(contestants, {
    contest: about.contest,
    track: about.track,
    entrantId: about.entrant.id,
  });
  if (before.some(({ squad: other, state }) => other !== squad && (state === 'registered' || state === 'accepted')))
    return refuse('contestant-known');
  return squadCommand(squad, 'enter', { ...about, isAccepted, most });
}
