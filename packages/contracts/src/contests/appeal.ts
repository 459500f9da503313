// Appeals of a stage: a contestant's side holds that one item was scored wrongly; who scored it answers, and somebody else decides.
import { z } from 'zod';
import { event, strict } from '../event.ts';
import { appealOutcome } from '../quarterly-checks/appeals.ts';
import { publishedStanding } from '../quarterly-checks/evaluation-events.ts';
import { type mark as anyMark, mark, marks } from '../quarterly-checks/marks.ts';
import { businessDate, code, filledProse, id, instant, label, prose } from '../values.ts';
import { contestExample } from './contest.ts';
import { contestAbsence } from './performance.ts';
import { contestantExample, contestEntrant } from './squad.ts';
import { contestMove } from './stage.ts';

/** Appeals against one item of a published result. */
export const fileContestAppeal = z.strictObject({
  contestant: id,
  /** A criterion of the stage; left out: why there is no number. */
  item: code.optional(),
  reason: filledProse,
  /** What proves it. */
  evidence: z.array(filledProse).max(100).default([]),
});
/** Answers an appeal, as somebody who scored the contestant. */
export const answerContestAppeal = z.strictObject({ answer: filledProse });
const corrected = z
  .record(code, strict(mark) as typeof anyMark)
  .refine((given) => Object.keys(given).length <= 200, '最多 200 项 / takes at most 200');
/** Decides an appeal; upheld, what was recorded or marked is corrected with it. */
export const decideContestAppeal = z.strictObject({
  outcome: appealOutcome,
  finding: filledProse,
  /** Of the criteria given; the others stay as they are. */
  marks: corrected.default({}),
  /** Lists the contestant last, without a number; null: it was a mistake. */
  absence: contestAbsence.nullable().optional(),
  /** What judges should have marked, seat by seat. */
  sheets: z
    .array(z.strictObject({ panel: id, seat: code, marks: corrected }))
    .max(50)
    .default([]),
});

const appeal = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d61';
const stage = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41';
/** What the result came from when it was appealed. */
const enteredThen = z.object({
  marks,
  judges: z.record(code, z.record(code, z.union([marks, z.literal('recused')]))).optional(),
  absence: contestAbsence.optional(),
});
/** An appeal was filed; `answerBy`: from the next day on it is decided without an answer. */
export const contestAppealFiled = event(
  'contest-appeal-filed',
  z.object({
    appeal: id,
    stage: id,
    contest: id,
    contestName: label,
    stageLabel: label,
    contestant: id,
    entrant: contestEntrant,
    /** Null: why there is no number. */
    item: code.nullable(),
    itemLabel: label,
    reason: prose,
    evidence: z.array(prose).max(100),
    /** The revision of the results that it is against, and what was entered of the contestant. */
    revision: z.int().min(1),
    entered: enteredThen,
    /** Who recorded or marked the contestant: each of them may answer. */
    scorers: z.array(z.string()),
    answerBy: businessDate,
    by: z.string(),
    at: instant,
  }),
  {
    ...{ appeal, stage, contest: contestExample.contest, contestName: contestExample.name, stageLabel: '五公里跑' },
    ...{ contestant: contestantExample.contestant, entrant: contestantExample.entrant },
    ...{ item: 'time', itemLabel: '成绩（秒）', reason: '终点录像显示提前到达', evidence: ['终点录像 3'] },
    ...{
      revision: 1,
      entered: { marks: { time: { value: 1295.4 } } },
    },
    ...{ scorers: ['user-referee'], answerBy: '2024-04-18', by: 'user-wanquansi', at: '2024-04-15T09:00:00+08:00' },
  },
);
const answer = z.object({ answer: prose, by: z.string(), at: instant });
/** Somebody who scored the contestant answered. */
export const contestAppealAnswered = event('contest-appeal-answered', answer.extend({ appeal: id }), {
  ...{ appeal, answer: '经核对录像，确早到 3 秒', by: 'user-referee', at: '2024-04-16T09:00:00+08:00' },
});
/** The appeal is decided; upheld, what is to be corrected follows by itself. */
export const contestAppealDecided = event(
  'contest-appeal-decided',
  z.object({
    appeal: id,
    stage: id,
    contestant: id,
    outcome: appealOutcome,
    finding: prose,
    marks,
    absence: contestAbsence.nullable().optional(),
    sheets: z.array(z.object({ panel: id, seat: code, marks })),
    decidedBy: z.string(),
    at: instant,
  }),
  {
    ...{ appeal, stage, contestant: contestantExample.contestant, outcome: 'upheld', finding: '录像属实，予以更正' },
    ...{ marks: { time: { value: 1292.4 } }, sheets: [], decidedBy: 'user-union', at: '2024-04-17T09:00:00+08:00' },
  },
);
/** The events of an appeal. */
export const contestAppealEvents = [contestAppealFiled, contestAppealAnswered, contestAppealDecided] as const;

/** An appeal as it stands. */
export const contestAppealView = contestAppealFiled.data.omit({ entered: true, scorers: true }).extend({
  status: z.enum(['open', 'upheld', 'dismissed']),
  answers: z.array(answer),
  decided: contestAppealDecided.data.pick({ finding: true, decidedBy: true, at: true }).optional(),
  code: code.optional(),
  name: label.optional(),
});
/** An appeal as it stands. */
export type ContestAppealView = z.infer<typeof contestAppealView>;
const shown = publishedStanding.extend({
  absence: contestAbsence.optional(),
  text: z.object({ zh: z.string(), en: z.string() }),
});
/** An appeal with the result that it is against and, once decided, the one that stands, step by step; and whom it moved. */
export const contestAppealExplained = contestAppealView.extend({
  before: shown.optional(),
  after: shown.optional(),
  moves: z.array(contestMove.extend({ code: code.optional(), name: label.optional() })),
});
