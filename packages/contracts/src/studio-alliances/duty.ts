// Events of the yearly duty that outputs are counted for: closed for one alliance or for all, and corrected with a reason.
import { z } from 'zod';
import { event } from '../event.ts';
import { businessDate, id, prose, year } from '../values.ts';

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

/** Every event type of duties. */
export const dutyEvents = [dutyYearClosed, dutyYearCorrected, dutiesClosed] as const;
