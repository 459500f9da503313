// What the awards service tells the others: lists, notices, objections, decisions, and the grants HR consumes.
import { type EventOf, event } from '../event.ts';
import { certificateLayoutSet, certificatesIssued } from './certificate.ts';
import { awardCommitteeSet, awardListVoted, ballotClosed, ballotOpened, ballotRecused, voteCast } from './committee.ts';
import { publicationConsentGiven, publicationConsentWithdrawn } from './consent.ts';
import { awardsDecided, decisionIssued, decisionRevoked } from './decision-events.ts';
import { awardListPapersSet, dossierTextsErased, paperHandedIn, paperWaived } from './dossier.ts';
import {
  awardBarLifted,
  awardBarRecorded,
  awardRulesSet,
  candidatesBarred,
  eligibilityOverridden,
} from './eligibility.ts';
import { grant, grantExample } from './grant.ts';
import {
  awardListDrafted,
  awardListNoticeDeclined,
  awardListNoticeLengthened,
  awardListPublished,
  awardListReturned,
  awardListReviewed,
  candidateHeld,
  candidateRecommended,
  candidateReleased,
  candidateRemoved,
  candidateStruck,
  candidatesAdded,
  honourApproved,
  honourNamed,
  tieReopened,
  tieResolved,
} from './list-events.ts';
import {
  noticeContinued,
  noticeEnded,
  noticeLengthened,
  noticePublished,
  noticeWithdrawn,
  objectionAnswered,
  objectionDecided,
  objectionFiled,
} from './notice-events.ts';
import {
  awardItemsLost,
  awardItemsReturned,
  awardReturnDue,
  awardReturnOpened,
  plaqueRemovalDecided,
  plaqueRemovalOpened,
} from './returns.ts';
import { evaluationRevisionAcknowledged, evaluationRevisionNoted } from './revision-events.ts';
import {
  webhookAmended,
  webhookDisabled,
  webhookEnabled,
  webhookRegistered,
  webhookRemoved,
  webhookReplayed,
  webhookSecretRotated,
} from './webhook.ts';

export * from './certificate.ts';
export * from './committee.ts';
export * from './consent.ts';
export * from './decision-events.ts';
export * from './dossier.ts';
export * from './eligibility.ts';
export * from './grant.ts';
export * from './list-events.ts';
export * from './notice-events.ts';
export * from './reconciliation.ts';
export * from './returns.ts';
export * from './revision-events.ts';
export * from './webhook.ts';

/** A recipient was granted an honour. */
export const awardGranted = event('award-granted', grant, grantExample, { version: 2 });
/** A grant reads otherwise from now on. */
export const awardCorrected = event(
  'award-corrected',
  grant,
  { ...grantExample, revision: 2, status: 'corrected', reason: '单位名称更正' },
  { version: 2 },
);
/** A grant does not hold any more. */
export const awardRevoked = event(
  'award-revoked',
  grant,
  { ...grantExample, revision: 2, status: 'revoked', reason: '申报材料不实' },
  { version: 2 },
);

/** Every event type of the awards service. */
export const awardsEvents = [
  awardListDrafted,
  candidatesAdded,
  candidateRemoved,
  candidateRecommended,
  honourApproved,
  honourNamed,
  tieResolved,
  awardListReviewed,
  awardListPublished,
  awardListNoticeLengthened,
  candidateHeld,
  candidateReleased,
  candidateStruck,
  evaluationRevisionNoted,
  evaluationRevisionAcknowledged,
  awardsDecided,
  noticePublished,
  noticeContinued,
  noticeLengthened,
  noticeEnded,
  objectionFiled,
  objectionAnswered,
  objectionDecided,
  decisionIssued,
  decisionRevoked,
  awardGranted,
  awardCorrected,
  awardRevoked,
  webhookRegistered,
  webhookAmended,
  webhookSecretRotated,
  webhookDisabled,
  webhookEnabled,
  webhookRemoved,
  webhookReplayed,
  certificateLayoutSet,
  certificatesIssued,
  awardBarRecorded,
  awardBarLifted,
  awardRulesSet,
  eligibilityOverridden,
  candidatesBarred,
  tieReopened,
  awardListReturned,
  awardListNoticeDeclined,
  noticeWithdrawn,
  plaqueRemovalOpened,
  plaqueRemovalDecided,
  awardReturnOpened,
  awardReturnDue,
  awardItemsReturned,
  awardItemsLost,
  awardCommitteeSet,
  ballotOpened,
  ballotRecused,
  voteCast,
  ballotClosed,
  awardListVoted,
  publicationConsentGiven,
  publicationConsentWithdrawn,
  awardListPapersSet,
  paperHandedIn,
  paperWaived,
  dossierTextsErased,
] as const;
/** Any event of the awards service; narrow it by `type`. */
export type AwardsEvent = EventOf<(typeof awardsEvents)[number]>;
