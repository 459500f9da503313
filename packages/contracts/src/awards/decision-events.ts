// A decision under one document number, first taken on the list, then recorded by itself with all its awards.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { grantExample, grantedHonour, recipient } from './grant.ts';

/** The document behind a decision. */
export const decisionDocument = z.object({
  number: code,
  date: businessDate,
  /** The office that signs, never a person's name. */
  signatory: label,
  grantedBy: label,
  validTo: businessDate.optional(),
});
/** A candidate as the decision grants it: all that its grant needs. */
export const awarded = z.object({
  candidate: id,
  honour: grantedHonour,
  collective: z.boolean(),
  recipient,
  place: z.int().optional(),
  joint: z.boolean(),
  prize: z.number().min(0).optional(),
});
const decided = z.object({
  decision: id,
  list: id,
  title: label,
  year,
  competition: id.optional(),
  document: decisionDocument,
  /** Each page tells the whole head; pages of one decision come in order. */
  page: z.int().min(1),
  pages: z.int().min(1),
  awards: z.array(awarded).max(500),
});
/** A page of a decision. */
export type Decided = z.infer<typeof decided>;
const decidedExample: Decided = {
  decision: grantExample.decision,
  list: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d20',
  title: '2024年“七比七赛”劳动竞赛：优胜项目部',
  year: 2024,
  competition: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d04',
  document: {
    number: grantExample.documentNumber,
    date: '2025-01-20',
    signatory: '公司工会委员会',
    grantedBy: grantExample.grantedBy,
  },
  page: 1,
  pages: 1,
  awards: [
    {
      candidate: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21',
      honour: grantExample.honour,
      collective: true,
      recipient: grantExample.recipient,
      place: 1,
      joint: false,
    },
  ],
};
/** The list grants these candidates: decided where objections and earlier decisions are known. */
export const awardsDecided = event('awards-decided', decided, decidedExample, { version: 2 });
/** The decision is in force: each of its awards becomes a grant. */
export const decisionIssued = event('decision-issued', decided, decidedExample, { version: 2 });
/** The decision falls with all its grants. */
export const decisionRevoked = event(
  'decision-revoked',
  z.object({
    decision: id,
    reason: prose,
    /** When certificates and plaques are to be back. */
    returnBy: businessDate,
    revokedOn: businessDate,
    page: z.int().min(1),
    pages: z.int().min(1),
    grants: z.array(id).max(500),
  }),
  {
    decision: grantExample.decision,
    reason: '申报材料不实',
    returnBy: '2025-06-30',
    revokedOn: '2025-06-03',
    page: 1,
    pages: 1,
    grants: [grantExample.grant],
  },
);
