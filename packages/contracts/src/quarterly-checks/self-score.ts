// What an entrant gives itself, next to what the departments give: shown side by side, and never counted.
import { z } from 'zod';
import { event } from '../event.ts';
import { code, id, instant, label } from '../values.ts';
import { mark, marks } from './marks.ts';
import { checkExample as check } from './samples.ts';

/** An entrant scored itself: all its marks as they now are. */
export const selfScored = event('self-scored', z.object({ check: id, marks, by: z.string(), at: instant }), {
  ...{ check, marks: { safety: { events: [{ code: 'minor', times: 1 }] } } },
  ...{ by: 'user-wanquansi', at: '2024-04-02T10:00:00+08:00' },
});

const given = z.object({ mark, points: z.number().optional() });
/** The entrant's own marks and the departments', item by item, with the points that each comes to. */
export const selfScoreView = z.object({
  check: id,
  by: z.string().optional(),
  at: instant.optional(),
  items: z.array(
    z.object({
      criterion: code,
      label,
      department: code,
      departmentLabel: label,
      most: z.number().optional(),
      self: given.optional(),
      /** Absent also while it is not published to the reader. */
      sheet: given.optional(),
    }),
  ),
  /** Sums of the points of what is entered so far. */
  totals: z.object({ self: z.number(), sheet: z.number() }),
});
