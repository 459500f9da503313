// The bodies of the contests service's commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import { strict } from '../event.ts';
import { mark } from '../quarterly-checks/marks.ts';
import { publicationState } from '../quarterly-checks/views.ts';
import { businessDate, code, id, filledLabel as label, filledProse as prose, year } from '../values.ts';
import { contestEntrantType } from './contest.ts';
import { contestAbsence } from './performance.ts';

/** Announces a contest by a published scheme: who competes on each of its tracks, and when entries are taken. */
export const announceContest = z.strictObject({
  id: id.optional(),
  name: label,
  year,
  /** The competition that it belongs to. */
  competition: id.optional(),
  scheme: id,
  /** A published version; by default the latest. */
  schemeVersion: z.int().min(1).optional(),
  tracks: z
    .array(
      z.strictObject({
        /** A track of the scheme. */
        track: code,
        entrants: contestEntrantType,
        /** The most entrants of one unit; by default no limit. */
        perUnit: z.int().min(1).max(500).optional(),
      }),
    )
    .min(1)
    .max(50),
  registration: z.strictObject({ from: businessDate, to: businessDate }),
});
/** Cancels a contest. */
export const cancelContest = z.strictObject({ reason: prose });
/** Enters somebody on a track; an organiser's entry is accepted at once. */
export const enterContestant = z.strictObject({
  track: code,
  /** A unit, team, studio or person, as the track has it. */
  entrant: id,
  group: code.optional(),
  /** The team or unit whose result theirs counts for; by default their own unit. */
  represents: id.optional(),
});
/** Does not let an entrant take part. */
export const rejectContestant = z.strictObject({ reason: prose });
/** Ends an entrant's part in the contest. */
export const withdrawContestant = z.strictObject({ reason: prose });

const recorded = {
  contestant: id,
  /** Of the criteria given; the others stay as they are. */
  marks: z
    .record(code, strict(mark) as typeof mark)
    .refine((marks) => Object.keys(marks).length <= 200, '最多 200 项 / takes at most 200')
    .default({}),
  /** Lists the contestant last, without a number; null: it was a mistake. */
  absence: contestAbsence.nullable().optional(),
};
/** Records what a contestant did in an open stage. */
export const recordPerformance = z.strictObject(recorded);
/** Corrects what was recorded, after the stage was closed: its results are made anew. */
export const correctPerformance = z.strictObject({ ...recorded, reason: prose });
/** Decides who of those tied at the cut of a shortlist takes the open seats; all of them are given. */
export const decideContestTie = z.strictObject({
  honour: code,
  group: code.nullable().default(null),
  granted: z.array(id).min(1).max(1000),
  reason: prose,
});
/** Publishes the results of a closed stage; to publish less than before takes a reason. */
export const publishContestStage = z.strictObject({
  to: publicationState,
  /** Working days in which contestants may appeal, from the day after their results are published; 5 unless set. */
  appealDays: z.int().min(0).max(60).optional(),
  reason: prose.optional(),
});
