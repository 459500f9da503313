// What the contests service answers: contests, who takes part, stages with their standings and explanations.
import { z } from 'zod';
import { bar, resultStatus } from '../quarterly-checks/marks.ts';
import { publicationState } from '../quarterly-checks/views.ts';
import { businessDate, code, id, jsonObject, label, prose } from '../values.ts';
import { contestAnnounced } from './contest.ts';
import { contestAbsence, performanceRecorded } from './performance.ts';
import { contestant } from './squad.ts';
import { contestCause, contestHonour, contestMove, contestStageMade } from './stage.ts';

/** Whether a contest takes place. */
export const contestState = z.enum(['announced', 'cancelled']);
/** A contest in a list. */
export const contestSummary = contestAnnounced.data.omit({ body: true }).extend({
  state: contestState,
  reason: prose.optional(),
});

/** How far a stage is. */
export const contestStageStatus = z.enum(['made', 'open', 'closed']);
/** How far a stage is. */
export type ContestStageStatus = z.infer<typeof contestStageStatus>;
/** A stage with how far it is. */
export const contestStageView = contestStageMade.data.extend({
  status: contestStageStatus,
  to: publicationState,
  /** 1 as it was closed; each correction counts on. */
  revision: z.int().optional(),
  digest: z.string().optional(),
  inputDigest: z.string().optional(),
  resultDigest: z.string().optional(),
  causes: z.array(contestCause).optional(),
  /** When contestants may appeal, once results are published; `lastDay`: the last day of it. */
  appeals: z.object({ from: businessDate, workingDays: z.int(), lastDay: businessDate }).optional(),
});
/** A contest with its stages. */
export const contestView = contestSummary.extend({ stages: z.array(contestStageView) });

/** Whether an entrant takes part. */
export const contestantState = z.enum(['registered', 'accepted', 'rejected', 'withdrawn']);
/** Whether an entrant takes part. */
export type ContestantState = z.infer<typeof contestantState>;
/** An entrant with what they are called, for those who may know. */
export const contestantView = contestant.extend({
  state: contestantState,
  reason: prose.optional(),
  code: code.optional(),
  name: label.optional(),
});

/** What a stage still waits for, contestant by contestant, in words. */
export const contestMissingView = z.object({
  stage: id,
  count: z.int(),
  items: z.array(z.object({ contestant: id, code: code.optional(), name: label.optional(), missing: z.array(label) })),
});

/** What was recorded of a contestant in a stage. */
export const performanceView = performanceRecorded.data.extend({ code: code.optional(), name: label.optional() });

/** One row of a stage's standings; scores as published, two decimals. */
export const contestStanding = z.object({
  place: z.int().nullable(),
  /** Others share the place. */
  joint: z.boolean(),
  contestant: id,
  code: code.optional(),
  name: label.optional(),
  unit: id.optional(),
  group: code.nullable(),
  groupLabel: label.nullable(),
  status: resultStatus,
  absence: contestAbsence.optional(),
  score: z.number().nullable(),
  band: code.nullable(),
  bandLabel: label.nullable(),
  bars: z.array(bar),
  figures: z.record(z.string(), z.number()),
  /** While the stage is open: what is missing, and the score if the rest were nothing or full. */
  provisional: z
    .object({ missing: z.array(label), ifNothing: z.number().nullable(), ifFull: z.number().nullable() })
    .optional(),
});
/** One row of a stage's standings. */
export type ContestStanding = z.infer<typeof contestStanding>;
const named = { code: code.optional(), name: label.optional() };
const honoured = contestHonour.shape.granted.element.extend(named);
/** The standings of a closed stage with its honours; of an open one, what is in so far. */
export const contestStandingsView = z.object({
  ...contestStageView.shape,
  items: z.array(contestStanding),
  honours: z.array(
    contestHonour.extend({
      granted: z.array(honoured),
      referred: z.array(honoured),
      provisional: z.array(honoured),
    }),
  ),
});
/** The standings of a closed stage. */
export type ContestStandingsView = z.infer<typeof contestStandingsView>;

/** How a contestant's result came about. */
export const contestExplanation = z.object({
  stage: id,
  contestant: id,
  ...named,
  place: z.int().nullable(),
  score: z.number().nullable(),
  absence: contestAbsence.optional(),
  performance: performanceRecorded.data.optional(),
  /** Step by step; absent for somebody without a number. */
  tree: jsonObject.optional(),
  text: z.object({ zh: z.string(), en: z.string() }),
});
/**
 * One correction of a stage, and whom it moved.
 * @example
 * ```ts
 * const { example } = definitionOf('contest-stage-revised')!;
 * contestRevisionView.parse(example).moved; // → 1
 * ```
 */
export const contestRevisionView = z.object({
  stage: id,
  revision: z.int(),
  causes: z.array(contestCause),
  digest: z.string(),
  moved: z.int(),
  moves: z.array(contestMove.extend(named)),
});
