// Appeals: an entrant holds that one item of its own check was scored wrongly; the department answers, the organiser decides.
import { z } from 'zod';
import { entrant } from '../competitions/events.ts';
import { event } from '../event.ts';
import { FILES_PER_RECORD, fileIds, namedFile, namedFileExample } from '../files.ts';
import { businessDate, code, filledProse, id, instant, label, prose } from '../values.ts';
import { correctResult } from './commands.ts';
import { movedIn, shownResult } from './result-views.ts';
import { checkExample as check, entrantExample, headExample, roundExample } from './samples.ts';

/** What an appeal is about: a criterion's marks, or a veto. */
export const appealAbout = z.enum(['criterion', 'veto']);
const proof = z
  .string()
  .min(1)
  .max(2000)
  .refine((text) => text === '' || text.trim() !== '', '请写明依据，不能只是空格 / must say what proves it');

/** Appeals against one item of a sealed and published check. */
export const fileAppeal = z.strictObject({
  id: id.optional(),
  about: appealAbout.default('criterion'),
  /** A criterion of the check, or the kind of a veto that stands. */
  item: code,
  reason: filledProse,
  evidence: z.array(proof).max(100).default([]),
  files: fileIds.optional(),
});
/** Answers an appeal, by a department that the item belongs to. */
export const answerAppeal = z.strictObject({ answer: filledProse });
/** How an appeal is decided. */
export const appealOutcome = z.enum(['upheld', 'dismissed']);
/** Decides an appeal; upheld, the correction is made with it. */
export const decideAppeal = z.strictObject({
  outcome: appealOutcome,
  finding: filledProse,
  ...correctResult.omit({ reason: true }).shape,
});

/** An appeal was filed; `revision`: the result that it is against, `answerBy`: from the next day on it is decided without an answer. */
export const appealFiled = event(
  'appeal-filed',
  z.object({
    check: id,
    appeal: id,
    round: id,
    competition: id,
    entrant,
    about: appealAbout,
    item: code,
    itemLabel: label,
    /** Each of them may answer. */
    departments: z.array(code),
    reason: prose,
    evidence: z.array(z.string()).max(100),
    files: z.array(namedFile).max(FILES_PER_RECORD).optional(),
    revision: z.int().min(1),
    answerBy: businessDate,
    by: z.string(),
    at: instant,
  }),
  {
    ...{ check, appeal: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21', round: roundExample, entrant: entrantExample },
    ...{ competition: headExample.competition, about: 'criterion', item: 'safety', itemLabel: '安全生产' },
    ...{ departments: ['safety'], reason: '该隐患属相邻标段，不在本项目范围内', evidence: ['检查记录 3'] },
    ...{ files: [namedFileExample], revision: 1, answerBy: '2024-04-18' },
    ...{ by: 'user-wanquansi', at: '2024-04-15T09:00:00+08:00' },
  },
);
const answer = z.object({ department: code, answer: prose, by: z.string(), at: instant });
/** A department answered. */
export const appealAnswered = event('appeal-answered', answer.extend({ check: id, appeal: id }), {
  ...{ check, appeal: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21', department: 'safety' },
  ...{ answer: '经核对图纸，该隐患确在相邻标段', by: 'user-safety', at: '2024-04-16T09:00:00+08:00' },
});
/** The appeal is decided; `revision`: the result that stands from now on. */
export const appealDecided = event(
  'appeal-decided',
  z.object({
    check: id,
    appeal: id,
    outcome: appealOutcome,
    finding: prose,
    revision: z.int().min(1),
    decidedBy: z.string(),
    at: instant,
  }),
  {
    ...{ check, appeal: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d21', outcome: 'upheld', revision: 2 },
    ...{ finding: '隐患不属本项目，予以更正', decidedBy: 'user-union', at: '2024-04-17T09:00:00+08:00' },
  },
);
/** Every event type of an appeal, which is in the stream of its check. */
export const appealEvents = [appealFiled, appealAnswered, appealDecided] as const;

/** An appeal as it stands. */
export const appealView = appealFiled.data.extend({
  status: z.enum(['open', 'upheld', 'dismissed']),
  answers: z.array(answer),
  decided: appealDecided.data.pick({ finding: true, revision: true, decidedBy: true, at: true }).optional(),
});
/** An appeal as it stands. */
export type AppealView = z.infer<typeof appealView>;
/** An appeal with the result that it is against and the one that it came to, step by step; and whom it moved. */
export const appealExplained = appealView.extend({
  before: shownResult.optional(),
  after: shownResult.optional(),
  moves: z.array(movedIn),
});
