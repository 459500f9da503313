// What the quarterly-checks service tells the others: rounds, checks, reviews, the year.
import { z } from 'zod';
import { entrant } from '../competitions/events.ts';
import { type EventOf, event } from '../event.ts';
import { code, id, prose } from '../values.ts';
import { appealEvents } from './appeals.ts';
import { checkEvents } from './check-events.ts';
import { annualEvaluationCompleted, annualEvaluationRevised } from './evaluation-events.ts';
import { entrantResult, marks } from './marks.ts';
import { publicationEvents } from './publication-events.ts';
import { reminderEvents } from './reminders.ts';
import { roundEvents, roundPageEvents } from './round-events.ts';
import { entrantExample, headExample, resultExample } from './samples.ts';
import { selfScored } from './self-score.ts';

export * from './evaluation-events.ts';
export * from './publication-events.ts';

/** Marks of the year-end review of an entrant; they replace earlier ones of the same criteria. */
export const reviewRecorded = event(
  'review-recorded',
  z.object({
    review: id,
    competition: id,
    track: code,
    entrant,
    marks,
    by: z.string(),
    /** Of a correction after the year was evaluated. */
    reason: prose.optional(),
  }),
  {
    review: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13',
    competition: headExample.competition,
    track: 'projects',
    entrant: entrantExample,
    marks: { review: { value: 18.5 } },
    by: 'user-union',
  },
  { version: 2 },
);

/** One entrant's year. */
export const annualResult = z.object({
  entrant,
  place: z.int().nullable(),
  result: entrantResult,
});
/** One entrant's year with its place. */
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

/** Every event type of the quarterly-checks service. */
export const quarterlyChecksEvents = [
  ...roundEvents,
  ...roundPageEvents,
  ...checkEvents,
  ...appealEvents,
  selfScored,
  ...publicationEvents,
  ...reminderEvents,
  reviewRecorded,
  annualStandingsPaged,
  annualEvaluationCompleted,
  annualEvaluationRevised,
] as const;
/** Any event of the quarterly-checks service; narrow it by `type`. */
export type QuarterlyChecksEvent = EventOf<(typeof quarterlyChecksEvents)[number]>;
