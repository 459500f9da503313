// How results are explained, tried and exported: trees and words, what would be if, what another scheme would move.
import { z } from 'zod';
import { entrant } from '../competitions/events.ts';
import { schemeChange, schemeFinding } from '../competitions/views.ts';
import { code, id, jsonObject, label } from '../values.ts';
import { moved, publishedStanding } from './evaluation-events.ts';
import { entrantResult, mark, marks, provisional, standingVeto } from './marks.ts';

/** A result with what it was scored from, criterion by criterion. */
export const explanation = z.object({
  result: id,
  entrant,
  track: code,
  stage: code,
  period: code.nullable(),
  scheme: id,
  schemeVersion: z.int(),
  /** 0 before it is sealed. */
  revision: z.int(),
  outcome: entrantResult,
  score: z.number().nullable(),
  /** Before it is sealed. */
  provisional: provisional.optional(),
  criteria: z.array(
    z.object({
      criterion: code,
      label,
      /** The node it belongs to. */
      within: code.optional(),
      /** Outside the base: bonus or deduction. */
      adjustment: z.boolean(),
      most: z.number().optional(),
      /** Points it came to, and the raw number they came from. */
      points: z.number().optional(),
      raw: z.number().optional(),
      mark: mark.optional(),
    }),
  ),
  /** Honours of the stage that it gets, is tied for, or waits for. */
  honours: z.array(z.object({ honour: code, label, seat: z.enum(['granted', 'referred', 'provisional']) })).optional(),
  vetoes: z.array(standingVeto),
  scoredBy: z.array(z.string()),
  /** Of what it was scored from, and of what came out; of the year: of all inputs and results of the track. */
  inputDigest: z.string().optional(),
  resultDigest: z.string().optional(),
  /** How every number came about, step by step; and the same in words, a line per step, everything by its label. */
  tree: jsonObject,
  text: z.object({ zh: z.string(), en: z.string() }),
});
/** A result as it is shown: its place, and why. */
export const shownResult = explanation
  .pick({ outcome: true, score: true, provisional: true, tree: true, text: true })
  .extend({
    place: z.int().nullable(),
  });
/** Somebody moved in one stage (of a period, or of the year). */
export const movedIn = moved.extend({ track: code, stage: code, period: code.nullable() });
/** A result under a changed input that is not stored, next to the result that stands; and who else would move. */
export const whatIfView = z.object({
  result: id,
  entrant,
  track: code,
  stage: code,
  period: code.nullable(),
  before: shownResult,
  after: shownResult,
  moves: z.array(movedIn),
});
/** The corrections of a sealed result, and whom each moved in its period; the others as they stand now. */
export const correctionsView = z.object({
  check: id,
  items: z.array(
    z.object({
      revision: z.int(),
      reason: z.string(),
      by: z.string().optional(),
      inputDigest: z.string().optional(),
      resultDigest: z.string().optional(),
      moves: z.array(moved),
    }),
  ),
});
/** What a track is evaluated from, stage by stage: the file that the evaluate command of the scheme language reads. */
export const seasonView = z.object({
  stages: z.array(
    z.object({
      track: code,
      stage: code,
      period: code.nullable(),
      entrants: z.array(
        z.object({
          id,
          group: code.nullable(),
          members: z.array(id).optional(),
          inputs: marks,
          vetoes: z.array(standingVeto),
        }),
      ),
    }),
  ),
});
/** What another text of the scheme would make of the periods that are closed. */
export const impactView = z.object({
  competition: id,
  track: code,
  scheme: id,
  schemeVersion: z.int(),
  findings: z.array(schemeFinding),
  changes: z.array(schemeChange),
  /** Why it could not be published over these periods; then nothing was evaluated. */
  incompatible: z.array(schemeFinding),
  /** Entrants whose place, status or honours would change. */
  moves: z.array(
    movedIn.extend({
      before: publishedStanding.extend({ honours: z.array(code) }),
      after: publishedStanding.extend({ honours: z.array(code) }),
    }),
  ),
  /** How many scores would change, moved or not. */
  rescored: z.int(),
  /** An input that the text does not take. */
  refused: z.object({ stage: z.string(), code: z.string(), at: z.string(), message: z.string() }).optional(),
});
