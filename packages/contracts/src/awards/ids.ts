// Ids of what the awards service derives from natural keys, so that both sides can compute them.
import { derivedId } from '../ids.ts';

/** The list drafted from an annual evaluation. */
export const awardListId = (evaluation: string) => derivedId('award-list', evaluation);
/** A recipient's candidacy for an honour of a list. */
export const candidateId = (list: string, honour: string, recipient: string) =>
  derivedId('candidate', list, honour, recipient);
/** The one public notice of a list. */
export const noticeId = (list: string) => derivedId('notice', list);
/** A list's decision under a document number. */
export const decisionId = (list: string, number: string) => derivedId('decision', list, number);
