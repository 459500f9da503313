// The year of a track: completed once, and revised whenever something it was evaluated from is corrected.
import { z } from 'zod';
import { entrant } from '../competitions/events.ts';
import { event } from '../event.ts';
import { code, id, label, prose, year } from '../values.ts';
import { resultStatus } from './marks.ts';

/** An honoured unit, with what an award list needs to know of it. */
export const honoured = entrant.extend({
  /** Published score, two decimals; absent if it was not scored. */
  score: z.number().optional(),
  place: z.int().optional(),
  /** Others share the place. */
  joint: z.boolean(),
});
/** An example of an honoured unit. */
export const honouredExample = {
  entry: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d05',
  unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01',
  code: 'XM-07',
  name: '万泉寺中阳广场项目部',
  shortName: '万泉寺项目部',
  track: 'projects',
  score: 94.21,
  place: 1,
  joint: false,
};

/**
 * Every honour of a stage, of every group: who gets it, who is tied at the cut.
 * @example
 * ```ts
 * const flag = { honour: 'flag', label: '流动红旗', group: null, seats: 1 };
 * stageHonours.parse([{ ...flag, granted: [], referred: [], provisional: [] }])[0]!.label; // → '流动红旗'
 * ```
 */
export const stageHonours = z.array(
  z.object({
    honour: code,
    label,
    group: code.nullable(),
    seats: z.int(),
    granted: z.array(honoured),
    /** Tied at the cut: the committee decides. */
    referred: z.array(honoured),
    /** Waiting for an earlier honour's tie. */
    provisional: z.array(honoured),
  }),
);
const evaluated = z.object({
  evaluation: id,
  competition: id,
  competitionName: label,
  year,
  track: code,
  honours: stageHonours,
  /** People who scored: they cannot decide objections against these results. */
  scoredBy: z.array(z.string()),
  /** Digest of the year's standings. */
  digest: z.string(),
  // Absent in what was written as version 1.
  scheme: id.optional(),
  schemeVersion: z.int().min(1).optional(),
  /** Of the inputs as they are exported, and of all results that come of them, as the evaluate command gives it. */
  inputDigest: z.string().optional(),
  resultDigest: z.string().optional(),
  /** By check or review: which revision of it was evaluated; 1 is left out. */
  basis: z.record(id, z.int().min(0)).optional(),
});
const evaluatedExample: z.infer<typeof evaluated> = {
  evaluation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d06',
  competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04',
  competitionName: '2024年“七比七赛”劳动竞赛',
  year: 2024,
  track: 'projects',
  honours: [
    {
      honour: 'winner',
      label: '优胜项目部',
      group: null,
      seats: 3,
      granted: [honouredExample],
      referred: [],
      provisional: [],
    },
  ],
  scoredBy: ['user-quality'],
  digest: '0'.repeat(64),
  scheme: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d03',
  schemeVersion: 1,
  inputDigest: '1'.repeat(64),
  resultDigest: '2'.repeat(64),
  basis: {},
};
/** The year of one track is evaluated: every honour of every group with who gets it, and who is tied at the cut. */
export const annualEvaluationCompleted = event('annual-evaluation-completed', evaluated, evaluatedExample, {
  version: 2,
});

/** Where an entrant stands, as published. */
export const publishedStanding = z.object({
  status: resultStatus,
  score: z.number().nullable(),
  place: z.int().nullable(),
});
/** An entrant that stands otherwise than before. */
export const moved = z.object({
  entry: id,
  code,
  name: label,
  group: code.nullable(),
  before: publishedStanding,
  after: publishedStanding,
});
/** An entrant that moved. */
export type Moved = z.infer<typeof moved>;
/** A corrected check or a review recorded anew: something the year was evaluated from. */
export const revisionCause = z.object({
  what: z.enum(['result', 'review']),
  id,
  /** The unit and the period, as people name them. */
  label,
  revision: z.int().min(0),
  reason: prose.optional(),
});
/** One reason why a year was evaluated anew. */
export type RevisionCause = z.infer<typeof revisionCause>;
const seat = z.enum(['granted', 'referred', 'provisional']);
/**
 * A unit whose part in an honour is another than before; null: none.
 * @example
 * ```ts
 * const unit = { unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d01', code: 'XM-07', name: '万泉寺项目部' };
 * const honour = { honour: 'winner', label: '优胜项目部', group: null };
 * honourMove.parse({ ...honour, ...unit, before: 'granted', after: null }).after; // → null
 * ```
 */
export const honourMove = z.object({
  honour: code,
  label,
  group: code.nullable(),
  unit: id,
  code,
  name: label,
  before: seat.nullable(),
  after: seat.nullable(),
});
/** One unit's change in an honour. */
export type HonourMove = z.infer<typeof honourMove>;

/** The year is evaluated anew, because of what was corrected: everything as it now stands, and what moved. */
export const annualEvaluationRevised = event(
  'annual-evaluation-revised',
  evaluated.extend({
    revision: z.int().min(2),
    reason: prose,
    causes: z.array(revisionCause).max(100),
    /** How many stand otherwise than before; `moves` has the first 300 of them. */
    moved: z.int().min(0),
    moves: z.array(moved).max(300),
    honourMoves: z.array(honourMove).max(300),
  }),
  {
    ...evaluatedExample,
    revision: 2,
    reason: '万泉寺项目部 第二季度：复核后补记一项隐患',
    causes: [
      {
        what: 'result',
        id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11',
        label: '万泉寺项目部 第二季度',
        revision: 2,
        reason: '复核后补记一项隐患',
      },
    ],
    basis: { '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d11': 2 },
    moved: 1,
    moves: [
      {
        entry: honouredExample.entry,
        code: honouredExample.code,
        name: honouredExample.name,
        group: null,
        before: { status: 'scored', score: 94.46, place: 1 },
        after: { status: 'scored', score: 94.21, place: 2 },
      },
    ],
    honourMoves: [],
  },
);
