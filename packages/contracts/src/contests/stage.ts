// A stage of a contest, from opened to closed and published; corrected, its results are made anew and said again as a whole.
import { z } from 'zod';
import { event } from '../event.ts';
import { publishedStanding } from '../quarterly-checks/evaluation-events.ts';
import { entrantResult } from '../quarterly-checks/marks.ts';
import { publicationState } from '../quarterly-checks/views.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { contestEntrantType, contestExample } from './contest.ts';
import { contestAbsence } from './performance.ts';
import { contestantExample, contestEntrant } from './squad.ts';

const stage = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41';
/** What every stage says of itself. */
const head = z.object({
  stage: id,
  contest: id,
  contestName: label,
  year,
  competition: id.optional(),
  track: code,
  trackLabel: label,
  entrants: contestEntrantType,
  /** The stage and the period as the scheme calls them. */
  name: code,
  label,
  period: code.nullable(),
  periodLabel: label.nullable(),
  scheme: id,
  schemeVersion: z.int().min(1),
});
const headExample: z.infer<typeof head> = {
  ...{ stage, contest: contestExample.contest, contestName: contestExample.name, year: 2024 },
  ...{ track: 'runners', trackLabel: '运动员', entrants: 'person' },
  ...{ name: 'race', label: '五公里跑', period: null, periodLabel: null },
  ...{ scheme: contestExample.scheme, schemeVersion: 1 },
};
/** The contest has this stage; nothing is recorded yet. */
export const contestStageMade = event('contest-stage-made', head, headExample);
/** From now on results are recorded. */
export const contestStageOpened = event('contest-stage-opened', z.object({ stage: id, by: z.string() }), {
  stage,
  by: 'user-union',
});

/** One contestant's result with its place; `absence`: listed last, without a number. */
export const contestResult = z.object({
  contestant: id,
  entrant: contestEntrant,
  group: code.nullable(),
  place: z.int().nullable(),
  absence: contestAbsence.optional(),
  result: entrantResult,
});
/** One contestant's result with its place. */
export type ContestResult = z.infer<typeof contestResult>;
/** Part of a stage's results, before the event that completes them: at most 100 a page. */
export const contestStageResultsPaged = event(
  'contest-stage-results-paged',
  z.object({
    stage: id,
    revision: z.int().min(1),
    page: z.int().min(1),
    results: z.array(contestResult).max(100),
  }),
  {
    ...{ stage, revision: 1, page: 1 },
    results: [
      {
        contestant: contestantExample.contestant,
        entrant: contestantExample.entrant,
        ...{ group: null, place: 1 },
        result: { status: 'scored', score: 0, band: null, bars: [], figures: { time: 1295.4 } },
      },
    ],
  },
);

const honoured = z.object({
  contestant: id,
  entrant: contestEntrant,
  place: z.int().optional(),
  joint: z.boolean(),
  /** Published score, two decimals. */
  score: z.number().optional(),
});
/** An honour of a stage with who gets it, who is tied at the cut, and who waits for an earlier honour's tie. */
export const contestHonour = z.object({
  honour: code,
  label,
  group: code.nullable(),
  seats: z.int(),
  /** It only admits to a later stage, and is no award. */
  admits: z.boolean(),
  granted: z.array(honoured),
  referred: z.array(honoured),
  provisional: z.array(honoured),
});
/** An honour of a stage. */
export type ContestHonour = z.infer<typeof contestHonour>;
const closed = head.extend({
  honours: z.array(contestHonour),
  /** People who recorded or judged: they cannot decide objections against these results. */
  scoredBy: z.array(z.string()),
  /** Of the standings. */
  digest: z.string(),
  inputDigest: z.string(),
  resultDigest: z.string(),
  /** By performance or earlier stage: which revision of it was evaluated; 1 is left out, 0 is none. */
  basis: z.record(id, z.int().min(0)),
});
const closedExample: z.infer<typeof closed> = {
  ...headExample,
  honours: [
    {
      ...{ honour: 'person', label: '个人名次奖', group: null, seats: 3, admits: false },
      granted: [
        {
          contestant: contestantExample.contestant,
          entrant: contestantExample.entrant,
          ...{ place: 1, joint: false, score: 0 },
        },
      ],
      ...{ referred: [], provisional: [] },
    },
  ],
  scoredBy: ['user-referee'],
  ...{ digest: '0'.repeat(64), inputDigest: '1'.repeat(64), resultDigest: '2'.repeat(64) },
  basis: {},
};
/** The stage is evaluated: every honour of every group with who gets it. The results stand on the pages before. */
export const contestStageClosed = event('contest-stage-closed', closed, closedExample);

/** What was corrected: a contestant's performance or scorecard, a stage that this one collects; or a tie was decided. */
export const contestCause = z.object({
  what: z.enum(['performance', 'scorecard', 'tie', 'stage']),
  id,
  revision: z.int().min(0),
  reason: prose.optional(),
});
/** What was corrected. */
export type ContestCause = z.infer<typeof contestCause>;
/** A contestant who stands otherwise than before. */
export const contestMove = z.object({
  contestant: id,
  entrant: contestEntrant,
  group: code.nullable(),
  before: publishedStanding,
  after: publishedStanding,
});
/** A contestant who stands otherwise than before. */
export type ContestMove = z.infer<typeof contestMove>;
const part = z.enum(['granted', 'referred', 'provisional']).nullable();
/**
 * A contestant whose part in an honour is another than before; null: none.
 * @example
 * ```ts
 * const { example } = definitionOf('contest-stage-revised')!;
 * contestHonourMove.parse((example.honourMoves as object[])[0]).after; // → 'granted'
 * ```
 */
export const contestHonourMove = z.object({
  honour: code,
  label,
  group: code.nullable(),
  contestant: id,
  entrant: contestEntrant,
  before: part,
  after: part,
});
/** One contestant's change in an honour. */
export type ContestHonourMove = z.infer<typeof contestHonourMove>;
/** The results are made anew, because of what was corrected: everything as it now stands, and who moved. */
export const contestStageRevised = event(
  'contest-stage-revised',
  closed.extend({
    revision: z.int().min(2),
    causes: z.array(contestCause).max(100),
    /** How many stand otherwise than before; `moves` has the first 300 of them. */
    moved: z.int().min(0),
    moves: z.array(contestMove).max(300),
    honourMoves: z.array(contestHonourMove).max(300),
  }),
  {
    ...closedExample,
    basis: { '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d44': 2 },
    revision: 2,
    causes: [
      {
        ...{ what: 'performance', id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d44', revision: 2 },
        reason: '计时芯片复核',
      },
    ],
    moved: 1,
    moves: [
      {
        contestant: contestantExample.contestant,
        entrant: contestantExample.entrant,
        group: null,
        before: { status: 'scored', score: 0, place: 2 },
        after: { status: 'scored', score: 0, place: 1 },
      },
    ],
    honourMoves: [
      {
        ...{ honour: 'person', label: '个人名次奖', group: null, before: null, after: 'granted' },
        contestant: contestantExample.contestant,
        entrant: contestantExample.entrant,
      },
    ],
  },
);
/** Who of those tied at the cut of a shortlist is through; it stands while the same contestants are tied. */
export const contestTieDecided = event(
  'contest-tie-decided',
  z.object({
    stage: id,
    honour: code,
    honourLabel: label,
    group: code.nullable(),
    tied: z.array(id),
    granted: z.array(id),
    reason: prose,
    by: z.string(),
  }),
  {
    ...{ stage, honour: 'person', honourLabel: '入围', group: null },
    tied: [contestantExample.contestant, '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d47'],
    ...{ granted: [contestantExample.contestant], reason: '加赛胜出', by: 'user-committee' },
  },
);
/** When appeals are taken. */
const appealWindow = z.object({ from: businessDate, workingDays: z.int().min(0) });
/** The stage's results are from now on published so far. */
export const contestStagePublished = event(
  'contest-stage-published',
  z.object({
    stage: id,
    to: publicationState,
    /** When contestants may appeal: the first day, and how many working days follow it. */
    appeals: appealWindow.optional(),
    reason: prose.optional(),
    by: z.string(),
  }),
  { stage, to: 'public', by: 'user-union' },
);

/** The events of a stage. */
export const contestStageEvents = [
  contestStageMade,
  contestStageOpened,
  contestStageResultsPaged,
  contestStageClosed,
  contestStageRevised,
  contestTieDecided,
  contestStagePublished,
] as const;
