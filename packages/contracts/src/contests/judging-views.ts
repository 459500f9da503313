// What the contests service answers of judging: panels, scorecards, and how strict each judge was.
import { z } from 'zod';
import { marks } from '../quarterly-checks/marks.ts';
import { code, id, label, prose } from '../values.ts';
import { judgingPanelDrawn } from './judging.ts';

/** How far a panel is. */
export const judgingPanelStatus = z.enum(['drawn', 'locked']);
/** A panel; the pool and its seed for those who organise. */
export const judgingPanelView = judgingPanelDrawn.data.partial({ pool: true, seed: true }).extend({
  status: judgingPanelStatus,
  /** The reader's own seat. */
  seat: code.optional(),
});
/** A panel. */
export type JudgingPanelView = z.infer<typeof judgingPanelView>;

/** What one seat gave a contestant. */
export const seatSheet = z.object({
  seat: code,
  /** For those who organise. */
  judge: label.optional(),
  recused: z.boolean(),
  marks: marks.optional(),
});
/** A contestant's scorecard: of others, a judge sees no mark before the stage is closed. */
export const scorecardView = z.object({
  contestant: id,
  code: code.optional(),
  name: label.optional(),
  /** How many seats have marked. */
  marked: z.int(),
  /** Marks lie far apart and were not looked at again. */
  differs: z.boolean().optional(),
  reviewed: prose.optional(),
  sheets: z.array(seatSheet),
});

/** One judge against the panel. */
export const judgeCalibration = z.object({
  judge: label,
  seats: z.array(code),
  marked: z.int(),
  /** In hundredths of the full mark: the mean, how far above the panel it lies on the same contestants, and the spread. */
  mean: z.number(),
  offset: z.number(),
  spread: z.number(),
});
const place = z.int().nullable();
/**
 * How lenient or strict each judge was, and whose place would be another if marks were normalised, which they are not.
 * @example
 * ```ts
 * const text = { zh: '不改变任何名次', en: 'No place would be another' };
 * judgingCalibration.parse({ panel: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d45', judges: [], moves: [], text }).moves; // → []
 * ```
 */
export const judgingCalibration = z.object({
  panel: id,
  judges: z.array(judgeCalibration),
  moves: z.array(
    z.object({ contestant: id, code: code.optional(), name: label.optional(), before: place, after: place }),
  ),
  text: z.object({ zh: z.string(), en: z.string() }),
});
