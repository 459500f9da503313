// Events of the yearly duty that outputs are counted for: closed for one alliance or for all, and corrected with a reason.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, filledProse, id, label, prose, year } from '../values.ts';

const alliance = '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d07';
/** How far the duty of a year is: `open` until the year is over, `not-due` where nothing is owed. */
export const dutyStatus = z.enum(['met', 'behind', 'open', 'not-due', 'exceeded']);
const count = z.int().min(0);
const counted = z.object({
  alliance: id,
  ...{ outputs: count, minimum: count, aim: count },
  /** The accepted outputs of the year; the first version did not name them. */
  counted: z.array(id).optional(),
});
const closing = counted.extend({ year, status: dutyStatus.exclude(['open']) });
const countedExample = {
  ...{ alliance, outputs: 1, minimum: 1, aim: 2 },
  counted: ['8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31'],
};
const example = { ...countedExample, year: 2023, status: 'met' as const };
/** The duty of a year was closed: what counted, and whether it was enough. */
export const dutyYearClosed = event('duty-year-closed', closing, example, { version: 2 });
/** A closed year was counted again: another revision. */
export const dutyYearCorrected = event(
  'duty-year-corrected',
  closing.extend({ revision: z.int().min(2), reason: prose }),
  { ...example, outputs: 0, counted: [], status: 'behind', revision: 2, reason: '一项成果撤回' },
);
/** Every alliance of a union whose year could be closed is: each by this count. */
export const dutiesClosed = event(
  'duties-closed',
  z.object({ closing: id, year, on: businessDate, duties: z.array(counted) }),
  { closing: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d41', year: 2023, on: '2024-01-08', duties: [countedExample] },
);

/** The calendar would have closed the year, but these outputs await a decision; it closes with the last of them. */
export const dutyYearHeld = event(
  'duty-year-held',
  z.object({ alliance: id, year, undecided: z.array(label).min(1), on: businessDate }),
  { alliance, year: 2023, undecided: ['管道预制台车'], on: '2024-01-16' },
);

/** Gives an alliance that is behind a day by which it makes up for what is missing. */
export const rectifyDuty = z.strictObject({ rectifyBy: businessDate, reason: filledProse });
/** What became of it by that day; `undecided`: outputs await a decision, and with the last of them it is known. */
export const rectificationOutcome = z.enum(['rectified', 'not-rectified', 'undecided']);
const ofYear = z.object({ alliance: id, year });
/** An alliance that was behind has until this day to make up for it. */
export const dutyRectificationSet = event(
  'duty-rectification-set',
  ofYear.extend({ by: businessDate, reason: prose }),
  { alliance, year: 2023, by: '2024-06-30', reason: '未完成年度成果任务，限期整改' },
);
/** The day is over. */
export const dutyRectificationEnded = event('duty-rectification-ended', ofYear.extend({ by: businessDate }), {
  ...{ alliance, year: 2023, by: '2024-06-30' },
});
/** The year was judged again, with what was adopted after it and by the day. */
export const dutyReassessed = event(
  'duty-reassessed',
  ofYear.extend({
    by: businessDate,
    outcome: rectificationOutcome,
    /** What counts in the year, and what was adopted after it. */
    ...{ outputs: count, madeUp: count, minimum: count },
    undecided: z.array(label),
  }),
  {
    ...{ alliance, year: 2023, by: '2024-06-30', outcome: 'not-rectified' },
    ...{ outputs: 0, madeUp: 0, minimum: 1, undecided: [] },
  },
);

/** Every event type of duties. */
export const dutyEvents = [
  dutyYearClosed,
  dutyYearCorrected,
  dutiesClosed,
  dutyYearHeld,
  dutyRectificationSet,
  dutyRectificationEnded,
  dutyReassessed,
] as const;
