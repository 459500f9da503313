// A contest: a published scheme that persons, teams, studios or units compete by, next to the quarterly drive.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, jsonObject, label, prose, year } from '../values.ts';

/** Who competes on a track. */
export const contestEntrantType = z.enum(['unit', 'team', 'studio', 'person']);
/** Who competes on a track. */
export type ContestEntrantType = z.infer<typeof contestEntrantType>;
const named = z.object({ id: code, label });
/**
 * A track of a contest, as its scheme has it, and who competes on it.
 * @example
 * ```ts
 * const { example } = definitionOf('contest-announced')!;
 * contestTrack.parse((example.tracks as object[])[0]).entrants; // → 'person'
 * ```
 */
export const contestTrack = z.object({
  track: code,
  label,
  entrants: contestEntrantType,
  /** The most entrants of one unit; absent: no limit. */
  perUnit: z.int().min(1).max(500).optional(),
  groups: z.array(named),
  stages: z.array(z.object({ stage: code, label, periods: z.array(named) })),
});
/** A track of a contest. */
export type ContestTrack = z.infer<typeof contestTrack>;

const contest = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d40';
/** A plausible contest, for the documentation. */
export const contestExample = {
  ...{ contest, name: '“彩虹跑”五公里团体赛', year: 2024 },
  scheme: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03',
  schemeVersion: 1,
};
/** A contest was announced: the text of its scheme, its tracks, and when entries are taken. */
export const contestAnnounced = event(
  'contest-announced',
  z.object({
    contest: id,
    name: label,
    year,
    /** The competition that it belongs to. */
    competition: id.optional(),
    scheme: id,
    schemeVersion: z.int().min(1),
    body: jsonObject,
    tracks: z.array(contestTrack).min(1),
    registration: z.object({ from: businessDate, to: businessDate }),
  }),
  {
    ...contestExample,
    body: { language: 1, id: 'wu-gong-li', version: 1, title: '五公里团体赛' },
    tracks: [
      {
        ...{ track: 'runners', label: '运动员', entrants: 'person', perUnit: 8, groups: [] },
        stages: [{ stage: 'race', label: '五公里跑', periods: [] }],
      },
    ],
    registration: { from: '2024-04-01', to: '2024-04-20' },
  },
);
/** The contest does not take place, or not to its end. */
export const contestCancelled = event('contest-cancelled', z.object({ contest: id, reason: prose }), {
  contest,
  reason: '因天气原因取消',
});

/** The events of a contest. */
export const contestEvents = [contestAnnounced, contestCancelled] as const;
