// Ids of what the awards service derives from natural keys, so that both sides can compute them.
import { derivedId } from '../ids.ts';

/**
 * The list drafted from an annual evaluation.
 * @example
 * ```ts
 * awardListId('evaluation-1'); // → derivedId('award-list', 'evaluation-1')
 * ```
 */
export const awardListId = (evaluation: string) => derivedId('award-list', evaluation);
/**
 * A recipient's candidacy for an honour of a list.
 * @example
 * ```ts
 * candidateId('list-1', 'winner', 'unit-1'); // → derivedId('candidate', 'list-1', 'winner', 'unit-1')
 * ```
 */
export const candidateId = (list: string, honour: string, recipient: string) =>
  derivedId('candidate', list, honour, recipient);
/**
 * The one public notice of a list.
 * @example
 * ```ts
 * noticeId('list-1'); // → derivedId('notice', 'list-1')
 * ```
 */
export const noticeId = (list: string) => derivedId('notice', list);
/**
 * A list's decision under a document number.
 * @example
 * ```ts
 * decisionId('list-1', '京建一工〔2025〕3号'); // → derivedId('decision', 'list-1', '京建一工〔2025〕3号')
 * ```
 */
export const decisionId = (list: string, number: string) => derivedId('decision', list, number);
/**
 * The one proposal to take the plaques off an alliance or a studio that was made on a day.
 * @example
 * ```ts
 * plaqueRemovalId('alliance-1', '2025-06-30'); // → derivedId('plaque-removal', 'alliance-1', '2025-06-30')
 * ```
 */
export const plaqueRemovalId = (holder: string, on: string) => derivedId('plaque-removal', holder, on);
