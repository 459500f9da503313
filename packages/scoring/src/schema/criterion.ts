// One node of a sheet: either children (`of`) or a measure. Without points it is a figure that is shown, not counted.
import { z } from 'zod';
import { Condition } from './condition.ts';
import { Measure } from './measure.ts';
import { Panel } from './panel.ts';
import { Scale } from './scale.ts';
import { Amount, Id, Num, Positive, Text } from './text.ts';

/** One item of a sheet: a leaf with a measure, or a branch whose children add up. `points` is its maximum. */
export const Criterion = z.strictObject({
  id: Id,
  label: Text,
  clause: z.string().max(500).optional(),
  owner: Id.optional(),
  /** Groups that it applies to; absent = all. */
  only: z.array(Id).min(1).max(200).optional(),
  points: Amount.optional(),
  /** Language 2, leaves: other points in some groups, by group. */
  pointsBy: z.record(Id, Amount).optional(),
  /** Language 2: the entrant's fact that the points are multiplied by, after floor and ceiling. */
  factor: Id.optional(),
  /** The lowest it can get; absent = 0. In language 1 of adjustments only. */
  min: Num.optional(),
  /** If it cannot be assessed, the whole sheet cannot. */
  required: z.boolean().optional(),
  better: z.enum(['lower', 'higher']).optional(),
  /** Places that are published; in language 2 also those that flow on to the sum. */
  decimals: z.int().min(0).max(4).optional(),
  /** Flags the entrant when the raw number is lower. */
  alertBelow: Num.optional(),
  /** Must it be entered? A list names the periods in which it must. Base criteria default to true, adjustments to false. */
  due: z.union([z.boolean(), z.array(Id).max(400)]).optional(),
  /** Adjustments: any condition that holds makes it 0. */
  voidIf: z.array(Condition).min(1).max(50).optional(),
  /** Language 2: any condition that holds makes it 0; of a branch, on figures below it. */
  zeroIf: z.array(Condition).min(1).max(50).optional(),
  /** Language 2, branches: items that do not apply are scaled within the branch (`own`), not at the root. */
  normalise: z.enum(['own', 'root']).optional(),
  panel: Panel.optional(),
  measure: Measure.optional(),
  scale: Scale.optional(),
  /** Branches: what the children's points add up to when that is not the branch's own points. */
  outOf: Positive.optional(),
  get of() {
    return z.array(Criterion).min(1).max(2_000).optional();
  },
});
export type Criterion = z.infer<typeof Criterion>;
