// The bodies of awards' commands, as they cross the border. Strict: an unknown field is an error.
import { z } from 'zod';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { decisionDocument } from './decision-events.ts';
import { grantedHonour, honourShortName } from './grant.ts';
import { objectionFiling } from './list-events.ts';
import { objectionChannel, objectionOutcome } from './notice-events.ts';

const honour = z.strictObject(grantedHonour.shape);
const prize = z.number().min(0).max(100_000_000);
const seats = z.int().min(1).max(100_000);

/** A list that no evaluation drafted: plaques for chosen alliances, or anything by hand. */
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
/** `recipient` is the id of a unit or an alliance that is known here. */
export const addCandidate = z.strictObject({
  honour: code,
  group: code.nullable().default(null),
  recipient: id,
  place: z.int().min(1).optional(),
  joint: z.boolean().default(false),
  reason: prose,
});
export const removeCandidate = z.strictObject({ candidate: id, reason: prose });
export const recommendCandidate = z.strictObject({ candidate: id, reason: prose });
export const nameHonour = z.strictObject({
  ...honour.shape,
  seats: seats.nullable().optional(),
  prize: prize.optional(),
});
/** Either who of the tied gets the open seats, or `joint`: all of them. */
export const resolveTie = z.strictObject({
  honour: code,
  group: code.nullable().default(null),
  granted: z.array(id).max(500).default([]),
  joint: z.boolean().default(false),
  reason: prose,
});
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
export const fileObjection = z.strictObject({
  /** The objection's id: drawn by the client, or at the border. */
  objection: id.optional(),
  candidate: id,
  ...objectionFiling.shape,
  evidence: objectionFiling.shape.evidence.default([]),
  /** Kept in a private row. */
  objector: z.strictObject({ name: label, contact: label.optional() }),
});
export const answerObjection = z.strictObject({ answer: prose });
export const decideObjection = z.strictObject({ outcome: objectionOutcome, finding: prose, effect: prose });
export const issueDecision = z.strictObject(decisionDocument.shape);
export const revokeDecision = z.strictObject({ reason: prose, returnBy: businessDate });
export const correctGrant = z.strictObject({
  recipientName: label.optional(),
  honourName: label.optional(),
  honourShortName: honourShortName.optional(),
  reason: prose,
});
export const revokeGrant = z.strictObject({ reason: prose });
