// What follows by itself: a list from an evaluation and what its revisions change, days of notice to their list, an objection from its list and back,
// a decision from its list, grants from a decision, and their fall with it.
import { awardListId, grantId } from '@jiangong/contracts';
import { deadline, on } from '@jiangong/service-kit';
import { draftFrom } from './drafting.ts';
import { noteOf } from './revision.ts';

export const reactions = [
  on('annual-evaluation-completed', ({ data }) => [
    { stream: 'award-list', id: awardListId(data.evaluation), type: 'draft', data: draftFrom(data) },
  ]),
  on('annual-evaluation-revised', ({ data }) => [
    { stream: 'award-list', id: awardListId(data.evaluation), type: 'note-revision', data: noteOf(data) },
  ]),
  on('notice-published', ({ data: { list, notice, from, lastDay } }) => [
    { stream: 'award-list', id: list, type: 'publish', data: { notice, from, lastDay } },
  ]),
  on('candidate-held', ({ data: { objection, ...data } }) => [
    { stream: 'objection', id: objection, type: 'file', data },
  ]),
  on('objection-decided', ({ data: { list, candidate, objection, outcome, finding } }) => [
    { stream: 'award-list', id: list, type: 'settle', data: { candidate, objection, outcome, finding } },
  ]),
  on('awards-decided', ({ data: { decision, ...data } }) => [
    { stream: 'decision', id: decision, type: 'issue', data },
  ]),
  on('decision-issued', ({ data: { decision, document, competition, year, awards } }) =>
    awards.map(({ candidate: _, ...award }) => ({
      stream: 'grant',
      id: grantId(decision, award.honour.code, award.recipient.id),
      type: 'grant',
      data: {
        decision,
        documentNumber: document.number,
        grantedBy: document.grantedBy,
        competition,
        year,
        decisionDate: document.date,
        validFrom: document.date,
        validTo: document.validTo,
        ...award,
      },
    })),
  ),
  on('decision-revoked', ({ data: { grants, reason, revokedOn } }) =>
    grants.map((id) => ({ stream: 'grant', id, type: 'revoke', data: { reason }, businessDate: revokedOn })),
  ),
];

export const deadlines = [
  deadline('notice-end', ['notice-published'], ({ data: { notice, closesAt } }) => ({
    at: closesAt,
    request: { stream: 'notice', id: notice, type: 'end', data: {} },
  })),
];
