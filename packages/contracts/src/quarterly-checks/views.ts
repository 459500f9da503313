// What quarterly-checks answers: rounds and what is missing in them, checks, standings, explanations.
import { z } from 'zod';
import { entrant, period } from '../competitions/events.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { checkCriterion, checkDepartment, vetoRaised, vetoRule } from './check-events.ts';
import { honourMove, moved, revisionCause, stageHonours } from './evaluation-events.ts';
import {
  bar,
  doneItem,
  entrantResult,
  marks,
  missingItem,
  planItem,
  provisional,
  resultStatus,
  siteDays,
  standingVeto,
  verifiedItem,
} from './marks.ts';

/** How far results are published: to nobody, to each entrant its own with all places, or to everybody. */
export const publicationState = z.enum(['hidden', 'entrants', 'public']);
/** How far results are published. */
export type PublicationState = z.infer<typeof publicationState>;

/** How far a round is. */
export const roundStatus = z.enum(['made', 'open', 'closing', 'closed']);
/** A round in a list. */
export const roundSummary = z.object({
  round: id,
  competition: id,
  competitionName: label,
  year,
  track: code,
  trackLabel: label,
  stage: code,
  period,
  scheme: id,
  schemeVersion: z.int(),
  status: roundStatus,
  entrants: z.int(),
  /** Of all sealed results, once it is closed. */
  digest: z.string().optional(),
  /** Closures that were undone, with the digest each had come to. */
  undone: z.array(z.object({ attempt: z.int(), digest: z.string(), reason: prose, by: z.string() })).optional(),
});
/** A round with its locked panel and how far its checks are. */
export const roundView = roundSummary.extend({
  panel: z.array(code),
  departments: z.array(checkDepartment),
  checks: z.object({ made: z.int(), open: z.int(), sealed: z.int(), withdrawn: z.int() }),
});
/** How far a round or a year is published; `period`: null of a year. */
export const publicationView = z.object({
  publication: id,
  competition: id,
  track: code,
  period: code.nullable(),
  to: publicationState,
  /** Whose results each entrant sees at `entrants`: `all` in competitions that were launched before 0.2.0. */
  rows: z.enum(['own', 'all']),
  frozen: z.boolean(),
  reason: prose.optional(),
  /** When entrants may appeal, both days counted. */
  appeals: z.object({ from: businessDate, workingDays: z.int(), lastDay: businessDate }).optional(),
});

/** What a round still waits for before it can close, a page of it; `total`: of all pages, with the first. */
export const missingView = z.object({
  round: id,
  items: z.array(missingItem.extend({ code, name: label })),
  next: z.string().optional(),
  total: z.int().optional(),
});

/** How far a check is. */
export const checkStatus = z.enum(['made', 'open', 'sealed', 'withdrawn']);
/** How far a department's sheet is. */
export const sheetStatus = z.enum(['draft', 'submitted', 'returned']);
/** A check in a list. */
export const checkSummary = z.object({
  check: id,
  round: id,
  competition: id,
  entrant,
  track: code,
  period,
  status: checkStatus,
  /** Published score of the sealed result. */
  score: z.number().nullable(),
  sheets: z.array(z.object({ department: code, status: sheetStatus })),
  vetoes: z.array(code),
  correctionDue: z.boolean(),
});
/** A check with everything in it. */
export const checkView = checkSummary.omit({ score: true, sheets: true, vetoes: true }).extend({
  departments: z.array(checkDepartment),
  criteria: z.array(checkCriterion),
  vetoRules: z.array(vetoRule),
  /** `provisional`: while no calendar of a year of the period is published; the days are counted again when it is. */
  siteDays: siteDays.extend({ provisional: z.boolean().optional() }),
  plan: z
    .object({ revision: z.int(), items: z.record(z.string(), planItem), reason: z.string().optional() })
    .optional(),
  reported: z.record(z.string(), doneItem),
  verified: z.record(z.string(), verifiedItem),
  /** Criteria whose verification was voided by a revised plan. */
  voided: z.array(code).optional(),
  sheets: z.record(z.string(), z.object({ status: sheetStatus, marks, by: z.string(), reason: z.string().optional() })),
  vetoes: z.array(vetoRaised.data.omit({ check: true })),
  sealed: z
    .object({
      revision: z.int(),
      inputs: marks,
      vetoes: z.array(standingVeto),
      result: entrantResult,
      scoredBy: z.array(z.string()),
      digest: z.string(),
      inputDigest: z.string().optional(),
      resultDigest: z.string().optional(),
      reason: z.string().optional(),
    })
    .optional(),
});
/** A check as it is read. */
export type CheckView = z.infer<typeof checkView>;

/** The year-end review of an entry. */
export const reviewView = z.object({
  review: id,
  competition: id,
  track: code,
  entrant,
  marks,
  recordedBy: z.array(z.string()),
});

/** Standings of a track: of one period's round, or of the year. Scores as published, two decimals. */
/** A row of standings as it is kept when they are frozen. */
export const frozenStanding = z.object({
  place: z.int().nullable(),
  /** Others share the place. */
  joint: z.boolean(),
  /** The check (of a period) or the entry (of the year): what to ask an explanation for. */
  result: id,
  entry: id,
  unit: id,
  code,
  name: label,
  shortName: label,
  group: code.nullable(),
  groupLabel: label.nullable(),
  status: resultStatus,
  score: z.number().nullable(),
  band: code.nullable(),
  bandLabel: label.nullable(),
  /** `atLabel`: the track with the period or stage that it came from; absent of rows that were frozen before 0.2.0. */
  bars: z.array(bar.extend({ label, atLabel: label.optional() })),
  alerts: z.array(code),
  figures: z.record(z.string(), z.number()),
});
/** A row of standings as it is read; `provisional`: of a period's result that is not sealed yet. */
export const standing = frozenStanding.extend({ provisional: provisional.optional() });
/** One row of standings. */
export type Standing = z.infer<typeof standing>;
/** Standings of a track with their heads: whose, of when, and whether they are final. */
export const standingsView = z.object({
  competition: id,
  competitionName: label,
  year,
  track: code,
  trackLabel: label,
  stage: code,
  period: code.nullable(),
  periodLabel: label.nullable(),
  /** `provisional`: not everything that counts is closed. */
  state: z.enum(['provisional', 'final']),
  items: z.array(standing),
  /** Rows of all pages. */
  total: z.int(),
  /** Of all rows: another hash, another ranking. */
  hash: z.string(),
  /** Of a closed period, or a completed year. */
  honours: stageHonours,
});
/** Standings as they are read. */
export type StandingsView = z.infer<typeof standingsView>;
/** A page of standings: everything up to 500 rows, unless fewer are asked for. */
export const standingsPage = standingsView.extend({ next: z.string().optional() });
/**
 * Standings as they change: whole up to 500 rows; of longer ones the rows that changed, to be read again if `hash` differs.
 * @example
 * ```ts
 * import { apiExamples } from '@jiangong/contracts/examples';
 * const { body } = apiExamples()['GET /api/standings/{competition}']!.answer!;
 * standingsChange.parse({ ...(body as StandingsView), whole: true }).whole; // → true
 * ```
 */
export const standingsChange = standingsView.extend({ whole: z.boolean() });
/** One change of standings on the event stream. */
export type StandingsChange = z.infer<typeof standingsChange>;

/** The year of a track as it was last evaluated. */
export const evaluationView = z.object({
  evaluation: id,
  competition: id,
  track: code,
  /** 1 as it was completed; each revision counts on. */
  revision: z.int(),
  digest: z.string(),
  scheme: id.optional(),
  schemeVersion: z.int().optional(),
  inputDigest: z.string().optional(),
  resultDigest: z.string().optional(),
  honours: standingsView.shape.honours,
  /** Of the last revision. */
  reason: prose.optional(),
  /** Rounds that are open again: the evaluation stands as it was until they are closed, and is then made anew. */
  reopened: z.array(z.object({ round: id, trackLabel: label, periodLabel: label, reason: prose })),
});
/**
 * One revision of an evaluation: why it was made, and what moved.
 * @example
 * ```ts
 * const { example } = definitionOf('annual-evaluation-revised')!;
 * evaluationRevisionView.parse(example).revision; // → 2
 * ```
 */
export const evaluationRevisionView = z.object({
  evaluation: id,
  revision: z.int(),
  reason: prose,
  causes: z.array(revisionCause),
  digest: z.string(),
  inputDigest: z.string().optional(),
  resultDigest: z.string().optional(),
  moved: z.int(),
  moves: z.array(moved),
  honourMoves: z.array(honourMove),
});
