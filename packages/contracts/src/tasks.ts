// What somebody has to do: each service says it of its own records, the single address makes one list of it.
import { z } from 'zod';
import { businessDate, label } from './values.ts';

/**
 * What there is to do; the page shows its text, programs go by this.
 * @example
 * ```ts
 * taskKind.parse('submit-sheet'); // → 'submit-sheet'
 * ```
 */
export const taskKind = z.enum([
  'open-round',
  'close-round',
  'set-plan',
  'report-progress',
  'verify-progress',
  'submit-sheet',
  'answer-appeal',
  'decide-appeal',
  'review-entries',
  'review-contestants',
  'open-contest-stage',
  'close-contest-stage',
  'publish-contest-stage',
  'mark-contestants',
  'look-again',
  'enter-games',
  'confirm-games',
  'settle-game',
  'decide-contest-tie',
  'approve-points',
  'launch-competition',
  'answer-invitation',
  'approve-alliance',
  'certify-benefit',
  'accept-output',
  'mend-output',
  'meet-duty',
  'close-duty-year',
  'rectify-duty',
  'confirm-studio',
  'take-up-suggestion',
  'decide-suggestion',
  'hand-in-papers',
  'review-list',
  'resolve-tie',
  'publish-notice',
  'answer-objection',
  'decide-objection',
  'issue-decision',
  'cast-vote',
  'decide-plaque-removal',
  'collect-returns',
]);
/** What there is to do, for programs. */
export type TaskKind = z.infer<typeof taskKind>;

/**
 * One thing that somebody has to do.
 * @example
 * ```ts
 * const text = { zh: '提交安全评分表', en: 'Submit the sheet of safety' };
 * const link = '/sheets/8f14e45f-ceea-867a-9c0b-3f2c5a1b6d12/safety';
 * task.parse({ task: 'submit-sheet', text, about: '万泉寺项目部', until: '2024-03-31', link }).until; // → '2024-03-31'
 * ```
 */
export const task = z.object({
  task: taskKind,
  text: z.object({ zh: z.string(), en: z.string() }),
  /** What it is about, as people call it: a unit, a competition, a list. */
  about: label,
  /** How many records wait, where one task stands for all of them. */
  count: z.int().min(1).optional(),
  since: businessDate.optional(),
  /** The last day for it. */
  until: businessDate.optional(),
  /** The place on the page where it is done. */
  link: z.string(),
});
/** One thing that somebody has to do. */
export type Task = z.infer<typeof task>;
