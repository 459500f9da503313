// The bodies of quarterly-checks' commands, as they cross the border. Strict: an unknown field is an error, however deep.
import { z } from 'zod';
import { strict } from '../event.ts';
import { code, id, jsonObject, filledProse as prose } from '../values.ts';
import { doneItem, mark, planItem, verifiedItem } from './marks.ts';
import { publicationState } from './views.ts';

// The clone describes the same data; it only takes nothing else.
const exactly = <T extends z.ZodType>(schema: T): T => strict(schema) as T;
const byCriterion = <T extends z.ZodType>(item: T) =>
  z
    .record(code, exactly(item))
    .refine((items) => Object.keys(items).length > 0, '至少填写一项指标 / must have at least one criterion');

/** Sets what is planned of each criterion; only an organiser revises it once the round is open. */
export const setPlan = z.strictObject({
  items: byCriterion(planItem),
  /** Needed once the round is open; from then on only an organiser revises the plan. */
  reason: prose.optional(),
});
/** Reports what an entrant says was done. */
export const reportProgress = z.strictObject({ items: byCriterion(doneItem) });
/** Verifies what was done and accepted, by the department that owns the criterion. */
export const verifyProgress = z.strictObject({ items: byCriterion(verifiedItem) });
/** Saves marks of a department's sheet, which stays a draft until it is submitted. */
export const saveSheet = z.strictObject({ marks: byCriterion(mark) });
/** Saves the marks that an entrant gives itself. */
export const scoreSelf = z.strictObject({ marks: byCriterion(mark) });
/** Returns a submitted sheet to its department. */
export const returnSheet = z.strictObject({ reason: prose });
/** Raises a veto of the scheme against an entrant. */
export const raiseVeto = z.strictObject({
  id: id.optional(),
  /** A veto of the scheme, which also says how far it reaches. */
  kind: code,
  evidence: z
    .array(
      z
        .string()
        .min(1)
        .max(2000)
        .refine((text) => text === '' || text.trim() !== '', '请写明依据，不能只是空格 / must say what proves it'),
    )
    .min(1)
    .max(100),
});
/** Lifts a veto that was raised wrongly. */
export const liftVeto = z.strictObject({ reason: prose });
/** Opens a round for entry; the reason is needed before its period's first day. */
export const openRound = z.strictObject({ reason: prose.optional() }).nullish();
/** Closes a round; the reason is needed before its period's last day. */
export const closeRound = z.strictObject({ reason: prose.optional() }).nullish();
/** Opens a closed round again. */
export const reopenRound = z.strictObject({ reason: prose });
/** Publishes the results of a closed round or an evaluated year so far, or freezes what is shown of them. */
export const setPublication = z.strictObject({
  to: publicationState,
  /** Readers keep seeing the standings as they are now, until they are no longer frozen. */
  frozen: z.boolean().default(false),
  /** Working days in which entrants may appeal, from the day after their results are published; 5 unless set. */
  appealDays: z.int().min(0).max(60).optional(),
  /** Needed to publish less than before. */
  reason: prose.optional(),
});
/** Corrects a sealed result: the reason is shown, and the year is evaluated anew. */
export const correctResult = z.strictObject({
  reason: prose,
  /** New marks by criterion; absent: only what became known since the sealing (days on site, group) is taken in. */
  marks: z.record(code, exactly(mark)).default({}),
  /** Vetoes established after the sealing. */
  raise: z
    .array(z.strictObject({ kind: code, evidence: raiseVeto.shape.evidence }))
    .max(50)
    .default([]),
  /** Vetoes that no longer stand, by kind. */
  lift: z.array(code).max(50).default([]),
});
/** A correction that is only tried; of the year: other marks of its review. */
export const whatIf = correctResult.omit({ reason: true });
/** Another text of the track's scheme, tried on the closed periods. */
export const previewImpact = z.strictObject({ competition: id, track: code, body: jsonObject });
/** Records marks of the year-end review of an entry. */
export const recordReview = z.strictObject({
  entry: id,
  marks: byCriterion(mark),
  /** Needed once the year is evaluated: it is then evaluated anew. */
  reason: prose.optional(),
});
/** Evaluates the year of a track, whose rounds must all be closed. */
export const completeEvaluation = z.strictObject({ competition: id, track: code });
