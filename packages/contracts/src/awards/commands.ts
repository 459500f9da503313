// The bodies of awards' commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import { businessDate, code, id, filledLabel as label, filledProse as prose, year } from '../values.ts';
import { decisionDocument } from './decision-events.ts';
import { grantedHonour, honourShortName } from './grant.ts';
import { objectionFiling } from './list-events.ts';
import { objectionChannel, objectionOutcome } from './notice-events.ts';

const honour = z.strictObject(grantedHonour.shape);
const prize = z.number().min(0).max(100_000_000);
const seats = z.int().min(1).max(100_000);

/** A list that no result drafted: plaques for chosen alliances, whoever met the duty or has accepted outputs of a year, or anything by hand. */
export const draftAwardList = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plaque'),
    /** Drawn by the client, or at the border. */
    id: id.optional(),
    title: label,
    year,
    honour,
    alliances: z.array(id).min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('duty'),
    id: id.optional(),
    title: label,
    year,
    honour,
    /** `exceeded`: more than the aim; `met` takes those, too. */
    status: z.enum(['met', 'exceeded']).default('met'),
  }),
  z.strictObject({
    kind: z.literal('outputs'),
    id: id.optional(),
    title: label,
    year,
    honour,
    /** So many outputs that count, at least. */
    atLeast: z.int().min(1).max(1000).default(1),
  }),
  z.strictObject({
    kind: z.literal('hand'),
    id: id.optional(),
    title: label,
    year,
    competition: id.optional(),
    honours: z
      .array(
        z.strictObject({
          ...honour.shape,
          group: code.nullable().default(null),
          seats: seats.nullable().default(null),
          prize: prize.optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
]);
/** Adds a candidate: `recipient` is the id of a unit or an alliance that is known here. */
export const addCandidate = z.strictObject({
  honour: code,
  group: code.nullable().default(null),
  recipient: id,
  place: z.int().min(1).optional(),
  joint: z.boolean().default(false),
  reason: prose,
});
/** Removes a candidate from a list that is not published. */
export const removeCandidate = z.strictObject({ candidate: id, reason: prose });
/** Recommends a candidate; whoever does cannot decide an objection against it. */
export const recommendCandidate = z.strictObject({ candidate: id, reason: prose });
/** Says what the decision will call an honour, and its seats and prize. */
export const nameHonour = z.strictObject({
  ...honour.shape,
  seats: seats.nullable().optional(),
  prize: prize.optional(),
  /** The document that approves a name with 国家, 中国 or 全国. */
  approval: code.optional(),
});
/** Either who of the tied gets the open seats, or `joint`: all of them. */
export const resolveTie = z.strictObject({
  honour: code,
  group: code.nullable().default(null),
  granted: z.array(id).max(500).default([]),
  joint: z.boolean().default(false),
  reason: prose,
});
/** Opens a tie again that the committee decided, and what was decided after it in the same group. */
export const reopenTie = z.strictObject({ honour: code, group: code.nullable().default(null), reason: prose });
/** Takes back a reviewed list on which nothing was decided: it can be changed again, and its notice is withdrawn. */
export const returnAwardList = z.strictObject({ reason: prose });
/** Records the committee's review, which bars candidates and checks quotas. */
export const reviewAwardList = z.strictObject({
  /** Who may not be honoured this time, and why: wage arrears, an accident, no union. */
  bars: z
    .array(z.strictObject({ candidate: id, reason: prose }))
    .max(500)
    .default([]),
  /** At least this share of the candidates must be among `counted`. */
  quotas: z
    .array(z.strictObject({ label, atLeast: z.number().min(0).max(1), counted: z.array(id).max(1000) }))
    .max(20)
    .default([]),
});
/** The committee has seen what the revised evaluation changed, and says what it makes of it. */
export const acknowledgeRevision = z.strictObject({ revision: z.int().min(2), reason: prose });
/** Publishes a list for so many working days in which anybody may object. */
export const publishNotice = z.strictObject({
  list: id,
  from: businessDate,
  workingDays: z.int().min(1).max(60).default(5),
  firstDayCounts: z.boolean(),
  closingTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为时刻，如 17:00 / must be a time of day such as 17:00')
    .default('17:00'),
  channels: z.array(z.strictObject(objectionChannel.shape)).min(1).max(10),
});
/** Lengthens a notice that still runs: it was found to be too short, or a later calendar gives people more days off. */
export const lengthenNotice = z.strictObject({ lastDay: businessDate, reason: prose });
/** Files an objection against a candidate, which holds its grant. */
export const fileObjection = z.strictObject({
  /** The objection's id: drawn by the client, or at the border. */
  objection: id.optional(),
  candidate: id,
  ...objectionFiling.shape,
  evidence: objectionFiling.shape.evidence.default([]),
  /** Kept in a private row. */
  objector: z.strictObject({ name: label, contact: label.optional() }),
});
/** Answers the objector. */
export const answerObjection = z.strictObject({ answer: prose });
/** Decides an objection; refused to those who scored or nominated the candidate. */
export const decideObjection = z.strictObject({ outcome: objectionOutcome, finding: prose, effect: prose });
/** Issues the decision on a list under its document number: the awards are granted. */
export const issueDecision = z.strictObject(decisionDocument.shape);
/** Revokes a decision with all its grants. */
export const revokeDecision = z.strictObject({ reason: prose, returnBy: businessDate });
/** Corrects what a grant says, or whom it is for; what is left out stays, `null` takes a prize or a last day away. HR reads a new revision. */
export const correctGrant = z.strictObject({
  recipientName: label.optional(),
  honourName: label.optional(),
  honourShortName: honourShortName.optional(),
  level: grantedHonour.shape.level.optional(),
  documentNumber: code.optional(),
  prize: prize.nullable().optional(),
  validFrom: businessDate.optional(),
  validTo: businessDate.nullable().optional(),
  /** Only the committee gives it to another. */
  recipient: id.optional(),
  reason: prose,
});
/** Revokes one grant. */
export const revokeGrant = z.strictObject({ reason: prose });
