// The answers of awards' queries that other programs read: lists, notices, decisions, grants, the HR feed.
import { z } from 'zod';
import { businessDate, code, id, instant, label, prose, year } from '../values.ts';
import { awardListVoted } from './committee.ts';
import { decisionDocument } from './decision-events.ts';
import { awardListPapersSet } from './dossier.ts';
import { eligibilityOverridden } from './eligibility.ts';
import { grantedHonour, recipient } from './grant.ts';
import { awardListDrafted, candidate, objectionFiling } from './list-events.ts';
import { noticeItem, noticePublished } from './notice-events.ts';
import { evaluationRevisionNoted } from './revision-events.ts';

/** A candidate with its objections and recommendations. */
export const candidateView = candidate.extend({
  /** Objections that are not decided yet. */
  holds: z.array(id),
  /** Why it was removed, barred, struck or passed over. */
  reason: z.string().optional(),
  /** Why it was recommended, in order. */
  recommendations: z.array(z.string()),
  /** The decision that granted it. */
  decision: id.optional(),
});
/** A list with all that became of it. */
export const awardListView = awardListDrafted.data.extend({
  candidates: z.array(candidateView),
  reviewed: z.boolean(),
  /** Who reviewed it last. */
  reviewedBy: z.string().optional(),
  /** On whose behalf, if a deputy did. */
  reviewedFor: z.string().optional(),
  /** By honour, the document that approves its name. */
  approvals: z.record(code, code).optional(),
  /** What the committee overrode, for whom and why. */
  overrides: z
    .array(eligibilityOverridden.data.omit({ list: true }).extend({ behalf: z.string().optional() }))
    .optional(),
  /** Ties that were decided: how those whom each settled stood before. */
  ties: z
    .array(
      z.object({
        honour: code,
        group: code.nullable(),
        before: z.array(candidate.pick({ candidate: true, state: true, joint: true })),
      }),
    )
    .optional(),
  /** What the committee voted on it, as it holds. */
  ballot: awardListVoted.data.omit({ list: true }).optional(),
  /** Every ballot on it, the newest last: also those that changed nothing. */
  ballots: z.array(awardListVoted.data.omit({ list: true })).optional(),
  /** The papers that its candidates need, and the last day for them. */
  papers: awardListPapersSet.data.shape.papers.optional(),
  papersLastDay: businessDate.optional(),
  /** Each time that it was taken back after its review. */
  returned: z.array(z.object({ reason: prose, by: z.string() })).optional(),
  objections: z.array(id),
  notice: z.object({ notice: id, from: businessDate, lastDay: businessDate }).optional(),
  decisions: z.array(z.object({ decision: id, number: code, date: businessDate })),
  /** How the evaluation that the list was drawn from was revised since, and what the committee made of it. */
  revisions: z
    .array(
      evaluationRevisionNoted.data.omit({ list: true, scoredBy: true }).extend({ acknowledged: z.string().optional() }),
    )
    .optional(),
});
/** An award list as it is read. */
export type AwardListView = z.infer<typeof awardListView>;
/** A list among others. */
export const awardListSummary = awardListView
  .pick({ list: true, kind: true, title: true, year: true, competition: true, reviewed: true, notice: true })
  .extend({
    /** How many candidates stand in each state. */
    candidates: z.record(z.string(), z.int()),
    held: z.int(),
    decisions: awardListView.shape.decisions,
  });

/** `unnamed`: a person who does not agree to publish the name; `recipient` is the unit. */
const shownItem = noticeItem.extend({ unnamed: z.literal(true).optional() });
/** A notice, and whether its closing time has passed. */
export const noticeView = noticePublished.data.extend({
  items: z.array(shownItem),
  ended: z.boolean(),
  /** Each time it was lengthened: the last day before, and why. */
  lengthened: z.array(z.object({ from: businessDate, reason: prose })).optional(),
  /** Why it stands no longer. */
  withdrawn: prose.optional(),
});
/** What anybody may see: no ids of people or units, no scores. */
export const publicNoticeView = noticeView
  .omit({ list: true, review: true })
  .extend({ items: z.array(shownItem.omit({ person: true, unit: true }).extend({ recipient: label })) });
/** An objection with its answers and its outcome; the objector is not part of it. */
export const objectionView = z.object({
  objection: id,
  list: id,
  candidate: id,
  filing: objectionFiling,
  nominatedBy: z.array(z.string()),
  status: z.enum(['open', 'upheld', 'dismissed']),
  answers: z.array(z.string()),
  finding: z.string().optional(),
  effect: z.string().optional(),
  decidedBy: z.string().optional(),
});
/** A decision with its grants. */
export const decisionView = z.object({
  decision: id,
  list: id,
  title: label,
  year,
  document: decisionDocument,
  pages: z.int(),
  /** Pages recorded so far: all of them, but for a moment. */
  recorded: z.int(),
  grants: z.array(id),
  revoked: z.object({ reason: z.string(), returnBy: businessDate, revokedOn: businessDate }).optional(),
});

/** One revision of a grant, flat: what an HR system stores as a row. */
export const hrRow = z.object({
  grant: id,
  revision: z.int(),
  status: z.enum(['granted', 'corrected', 'revoked']),
  recordedAt: instant,
  decision: id,
  documentNumber: code,
  honourCode: code,
  honourName: label,
  shortName: z.string(),
  level: grantedHonour.shape.level,
  collective: z.boolean(),
  grantedBy: label,
  competition: id.optional(),
  year,
  place: z.int().optional(),
  joint: z.boolean(),
  recipientType: recipient.shape.type,
  recipientId: id,
  externalId: code.optional(),
  recipientName: label.optional(),
  recipientUnit: id.optional(),
  members: z.array(id).optional(),
  formerRecipientId: id.optional(),
  formerExternalId: code.optional(),
  decisionDate: businessDate,
  validFrom: businessDate,
  validTo: businessDate.optional(),
  reason: z.string().optional(),
  prize: z.number().optional(),
});
/** One row of the HR feed. */
export type HrRow = z.infer<typeof hrRow>;
