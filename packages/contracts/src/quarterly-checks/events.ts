// What the quarterly-checks service tells the others: rounds, checks, reviews, the year.

import { z } from 'zod';
import { entrant } from '../competitions/events.ts';
import { type EventOf, event } from '../event.ts';
import { code, id, label, year } from '../values.ts';
import { checkEvents } from './check-events.ts';
import { entrantResult, marks } from './marks.ts';
import { roundEvents } from './round-events.ts';
import { entrantExample, headExample, resultExample } from './samples.ts';

/** An honoured unit, with what an award list needs to know of it. */
export const honoured = entrant.extend({
  /** Published score, two decimals; absent if it was not scored. */
  score: z.number().optional(),
  place: z.int().optional(),
  /** Others share the place. */
  joint: z.boolean(),
});
const honouredExample = {
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
/** The year of one track is evaluated: every honour of every group with who gets it, and who is tied at the cut. */
export const annualEvaluationCompleted = event(
  'annual-evaluation-completed',
  z.object({
    evaluation: id,
    competition: id,
    competitionName: label,
    year,
    track: code,
    honours: z.array(
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
    ),
    /** People who scored: they cannot decide objections against these results. */
    scoredBy: z.array(z.string()),
    /** Digest of the year's standings. */
    digest: z.string(),
  }),
  {
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
  },
);

/** Marks of the year-end review of an entrant; they replace earlier ones of the same criteria. */
export const reviewRecorded = event(
  'review-recorded',
  z.object({ review: id, competition: id, track: code, entrant, marks, by: z.string() }),
  {
    review: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13',
    competition: headExample.competition,
    track: 'projects',
    entrant: entrantExample,
    marks: { review: { value: 18.5 } },
    by: 'user-union',
  },
);

/** One entrant's year. */
export const annualResult = z.object({
  entrant,
  place: z.int().nullable(),
  result: entrantResult,
});
export type AnnualResult = z.infer<typeof annualResult>;
/** Part of the year's standings, before the completion: at most 100 a page. */
export const annualStandingsPaged = event(
  'annual-standings-paged',
  z.object({
    evaluation: id,
    competition: id,
    track: code,
    stage: code,
    page: z.int().min(1),
    results: z.array(annualResult).max(100),
  }),
  {
    evaluation: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d06',
    competition: headExample.competition,
    track: 'projects',
    stage: 'year',
    page: 1,
    results: [{ entrant: entrantExample, place: 1, result: resultExample }],
  },
);

export const quarterlyChecksEvents = [
  ...roundEvents,
  ...checkEvents,
  reviewRecorded,
  annualStandingsPaged,
  annualEvaluationCompleted,
] as const;
export type QuarterlyChecksEvent = EventOf<(typeof quarterlyChecksEvents)[number]>;
