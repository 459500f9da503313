// What a contestant did in a stage: marks, times and penalties by criterion, or why there is no number.
import { z } from 'zod';
import { event } from '../event.ts';
import { marks } from '../quarterly-checks/marks.ts';
import { id, prose } from '../values.ts';
import { contestantExample } from './squad.ts';

/**
 * Why a contestant is listed last, without a number.
 * @example
 * ```ts
 * contestAbsence.parse('did-not-finish'); // → 'did-not-finish'
 * ```
 */
export const contestAbsence = z.enum(['did-not-start', 'did-not-finish', 'disqualified']);
/** Why a contestant is listed last, without a number. */
export type ContestAbsence = z.infer<typeof contestAbsence>;

const stage = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41';
/** All that is recorded of a contestant in a stage, as it now stands. */
export const performanceRecorded = event(
  'performance-recorded',
  z.object({
    performance: id,
    stage: id,
    contestant: id,
    /** Counts from 1. */
    revision: z.int().min(1),
    marks,
    absence: contestAbsence.optional(),
    by: z.string(),
    /** Of a correction after the stage was closed. */
    reason: prose.optional(),
  }),
  {
    performance: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d44',
    stage,
    contestant: contestantExample.contestant,
    revision: 1,
    marks: { time: { value: 1295.4 } },
    by: 'user-referee',
  },
);

/** The events of a performance. */
export const performanceEvents = [performanceRecorded] as const;
