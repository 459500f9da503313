// What follows by itself: a list from an evaluation and what its revisions change, days of notice to their list, an objection from its list and back,
// a decision from its list, grants from a decision, and their fall with it.
import { awardListId, grantId } from '@jiangong/contracts';
import { deadline, definedOnly, on } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { awardListCommand } from './award-list.ts';
import { contestDrafts, contestNotes, teamsOf } from './contest-drafting.ts';
import { decisionCommand } from './decision.ts';
import { draftFrom, draftFromRound, unitsOf } from './drafting.ts';
import { barsAgainst } from './eligibility-facts.ts';
import { grantCommand } from './grant.ts';
import { noticeCommand } from './notice.ts';
import { objectionCommand } from './objection.ts';
import { recipientOn, recipients } from './recipients.ts';
import { noteOf, noteOfRound } from './revision.ts';
import { awardLists } from './views.ts';

export const reactions = [
  on('annual-evaluation-completed', async ({ data, org }, read) => [
    awardListCommand(
      awardListId(data.evaluation),
      'draft',
      draftFrom(data, await barsAgainst(data, unitsOf(data), read, org)),
    ),
  ]),
  on('annual-evaluation-revised', ({ data }) => [
    awardListCommand(awardListId(data.evaluation), 'note-revision', noteOf(data)),
  ]),
  on('round-honours-granted', async ({ data, org }, read) => {
    const list = awardListId(data.round);
    const drafted = await read.get(awardLists, list);
    if (drafted) return [awardListCommand(list, 'note-revision', noteOfRound(drafted, data))];
    const units = unitsOf(data);
    if (units.length === 0) return [];
    return [awardListCommand(list, 'draft', draftFromRound(data, await barsAgainst(data, units, read, org)))];
  }),
  on('contest-stage-closed', async ({ data, time }, read) => {
    const teams = await Promise.all(teamsOf(data).map((team) => read.get(recipients, team)));
    const day = businessDateOf(time);
    const members = teams.flatMap((row) => (row ? [[row.id, recipientOn(row, day).members ?? []] as const] : []));
    return contestDrafts(data, new Map(members));
  }),
  on('contest-stage-revised', ({ data }) => contestNotes(data)),
  on('ballot-closed', ({ data: { list, ballot, quorate, results, reason } }) => {
    const [carried, failed] = [true, false].map((of) => results.filter((each) => each.carried === of));
    const idsOf = (of = results) => of.map(({ candidate }) => candidate);
    const counted = { ballot, carried: idsOf(carried), failed: idsOf(failed), quorate, ...definedOnly({ reason }) };
    return [awardListCommand(list, 'note-ballot', counted)];
  }),
  on('notice-published', ({ data: { list, notice, from, lastDay, review } }) => [
    awardListCommand(list, 'publish', { notice, from, lastDay, review }),
  ]),
  on('notice-lengthened', ({ data: { list, notice, lastDay } }) => [
    awardListCommand(list, 'lengthen-notice', { notice, lastDay }),
  ]),
  on('award-list-returned', ({ data: { notice, reason } }) =>
    notice === undefined ? [] : [noticeCommand(notice, 'withdraw', { reason })],
  ),
  on('award-list-notice-declined', ({ data: { notice, reason } }) => [noticeCommand(notice, 'withdraw', { reason })]),
  on('candidate-held', ({ data: { objection, ...data } }) => [objectionCommand(objection, 'file', data)]),
  on('objection-decided', ({ data: { list, candidate, objection, outcome, finding } }) => [
    awardListCommand(list, 'settle', { candidate, objection, outcome, finding }),
  ]),
  on('awards-decided', ({ data: { decision, ...data } }) => [decisionCommand(decision, 'issue', data)]),
  on('decision-issued', ({ data: { decision, document, competition, year, awards } }) =>
    awards.map(({ candidate: _, ...award }) =>
      grantCommand(grantId(decision, award.honour.code, award.recipient.id), 'grant', {
        decision,
        documentNumber: document.number,
        grantedBy: document.grantedBy,
        competition,
        year,
        decisionDate: document.date,
        validFrom: document.date,
        validTo: document.validTo,
        ...award,
      }),
    ),
  ),
  on('decision-revoked', ({ data: { grants, reason, revokedOn } }) =>
    grants.map((id) => grantCommand(id, 'revoke', { reason }, revokedOn)),
  ),
];

export const deadlines = [
  deadline('notice-end', ['notice-published', 'notice-lengthened'], ({ data: { notice, closesAt } }) => ({
    at: closesAt,
    request: noticeCommand(notice, 'end', {}),
  })),
];
