// Judging panels of a contest's stage: drawn by lot from a pool, locked, marking each contestant on a scorecard.
import { z } from 'zod';
import { event, strict } from '../event.ts';
import { type mark as anyMark, mark, marks } from '../quarterly-checks/marks.ts';
import { code, filledProse, id, label, prose } from '../values.ts';
import { contestExample } from './contest.ts';
import { contestantExample } from './squad.ts';

const candidate = {
  /** The person, by the id they sign in under. */
  judge: label,
  /** Their own unit, whose contestants they do not mark. */
  unit: id.optional(),
};
/** Draws the judges of a panel by lot; drawn again before it is locked, it takes a reason. */
export const drawJudgingPanel = z.strictObject({
  /** The panel as the scheme calls it; may be left out where the stage has one. */
  item: code.optional(),
  pool: z
    .array(z.strictObject({ ...candidate, avoids: z.array(id).max(200).default([]) }))
    .min(1)
    .max(200),
  seats: z.int().min(1).max(50),
  /** Marks of one item that lie further apart, in hundredths of its full mark, are to be looked at again. */
  lookAgain: z.number().min(1).max(100).default(20),
  reason: filledProse.optional(),
});
const given = z
  .record(code, strict(mark) as typeof anyMark)
  .refine((given) => Object.keys(given).length <= 200, '最多 200 项 / takes at most 200')
  .refine((given) => Object.keys(given).length > 0, '至少一项 / needs at least one');
/** Marks a contestant, as the judge who signed in. */
export const markContestant = z.strictObject({ contestant: id, marks: given });
/** Corrects a judge's marks of a closed stage. */
export const correctMarks = z.strictObject({ contestant: id, seat: code, marks: given, reason: filledProse });
/** A judge does not mark a contestant; the next free person of the pool takes the seat. `seat`: of another, by an organiser. */
export const recuseJudge = z.strictObject({ contestant: id, seat: code.optional(), reason: filledProse });
/** Lets marks that lie far apart stand, with a reason. */
export const lookAgain = z.strictObject({ contestant: id, reason: filledProse });

const panel = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d45';
const stage = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41';
/** The judges of a panel are drawn: the pool in the order of the lot, whoever avoids fewer contestants first. */
export const judgingPanelDrawn = event(
  'judging-panel-drawn',
  z.object({
    panel: id,
    stage: id,
    contest: id,
    /** The panel as the scheme calls it, and what it marks. */
    item: code,
    itemLabel: label,
    /** Counts from 1. */
    draw: z.int().min(1),
    seed: label,
    /** The first `seats` of it sit on the panel, the others are substitutes; `ties`: how many contestants they avoid. */
    pool: z.array(
      z.object({
        ...candidate,
        avoids: z.array(id),
        ties: z.int().min(0),
        /** Of the earlier draw in which they came to the pool: a judge's lot is drawn once. */
        seed: label.optional(),
      }),
    ),
    seats: z.int().min(1),
    lookAgain: z.number(),
    reason: prose.optional(),
    by: z.string(),
  }),
  {
    ...{ panel, stage, contest: contestExample.contest, item: 'judges', itemLabel: '实操', draw: 1, seed: '20240410' },
    pool: [
      { judge: 'judge-2', avoids: [], ties: 0 },
      { judge: 'judge-1', unit: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d13', avoids: [], ties: 1 },
    ],
    ...{ seats: 1, lookAgain: 20, by: 'user-union' },
  },
);
/** The panel does not change any more; from now on its judges mark. */
export const judgingPanelLocked = event('judging-panel-locked', z.object({ panel: id, by: z.string() }), {
  ...{ panel, by: 'user-union' },
});

const card = {
  scorecard: id,
  panel: id,
  stage: id,
  contestant: id,
  /** Counts from 1 with each mark and recusal. */
  revision: z.int().min(1),
};
const cardExample = {
  ...{ scorecard: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d46', panel, stage },
  ...{ contestant: contestantExample.contestant, revision: 1 },
};
/** Whether the marks then lie further apart than the panel lets them; not in earlier events. */
const differs = z.boolean().optional();
/** All marks of one seat for a contestant, as they now stand; `reason`: of a correction after the stage was closed. */
export const judgeMarked = event(
  'judge-marked',
  z.object({ ...card, seat: code, judge: label, marks, by: z.string(), reason: prose.optional(), differs }),
  { ...cardExample, seat: '1', judge: 'judge-2', marks: { practice: { value: 88 } }, by: 'judge-2', differs: false },
);
/** A judge does not mark this contestant; the substitute does, if there is one. */
export const judgeRecused = event(
  'judge-recused',
  z.object({ ...card, seat: code, judge: label, substitute: label.optional(), reason: prose, by: z.string(), differs }),
  {
    ...cardExample,
    seat: '1',
    judge: 'judge-2',
    substitute: 'judge-1',
    reason: '师徒关系',
    by: 'judge-2',
    differs: false,
  },
);
/** Marks that lie far apart were looked at again and stand. */
export const scorecardReviewed = event('scorecard-reviewed', z.object({ ...card, reason: prose, by: z.string() }), {
  ...cardExample,
  revision: 5,
  reason: '录像复核，各评委打分均有依据',
  by: 'user-union',
});

/** The events of panels and scorecards. */
export const judgingEvents = [
  judgingPanelDrawn,
  judgingPanelLocked,
  judgeMarked,
  judgeRecused,
  scorecardReviewed,
] as const;
