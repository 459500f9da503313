// What is scored in one stage: a tree of criteria, adjustments outside the base, vetoes, validity, bands.
import { z } from 'zod';
import { Condition } from './condition.ts';
import { Criterion } from './criterion.ts';
import { Id, Num, Positive, Text } from './text.ts';

/** `zero` makes one criterion's points 0; `bars` costs the place, for the stage or for the year. No number is erased. */
export const Veto = z.strictObject({
  id: Id,
  label: Text,
  clause: z.string().max(500).optional(),
  zero: Id.optional(),
  bars: z.enum(['stage', 'year']).optional(),
  /** Language 2: departments that establish it; absent: every department of the scheme. */
  raisedBy: z.array(Id).min(1).max(50).optional(),
});
export type Veto = z.infer<typeof Veto>;

/** A band reaches from `from` up to the next one, so overlap cannot be written. */
export const Band = z.strictObject({ id: Id, label: Text, from: Num });

/** Signed items outside the base; their sum is limited to `min` … `max` (absent = no limit of the block's own). */
export const Adjustments = z.strictObject({
  max: Num.optional(),
  min: Num.optional(),
  items: z.array(Criterion).min(1).max(500),
});

/** Language 2: while a condition or a veto holds, the band is this one at most; the number stays. */
export const Cap = z.strictObject({
  band: Id,
  if: z.array(Condition).min(1).max(50).optional(),
  veto: Id.optional(),
});
export type Cap = z.infer<typeof Cap>;

const sheet = {
  outOf: Positive.default(100),
  /** A template's rule: this criterion is strictly the largest, its points within `share`. */
  main: z.strictObject({ criterion: Id, share: z.tuple([Num, Num]).optional() }).optional(),
  criteria: z.array(Criterion).min(1).max(2_000),
  adjustments: Adjustments.optional(),
  vetoes: z.array(Veto).min(1).max(200).optional(),
  /** All must hold, or the result is invalid, and stages that collect it leave it out. */
  validIf: z.array(Condition).min(1).max(50).optional(),
  /** Language 2: any condition that holds makes the score 0, which counts, unlike an invalid result. */
  zeroIf: z.array(Condition).min(1).max(50).optional(),
  bands: z.array(Band).min(1).max(50).optional(),
  caps: z.array(Cap).min(1).max(50).optional(),
};

/** A scoring sheet: criteria, adjustments, vetoes, validity and bands. `outOf` is the full score in points, 100 if absent. */
export const Sheet = z.strictObject(sheet);
export type Sheet = z.infer<typeof Sheet>;
export const NamedSheet = z.strictObject({ id: Id, ...sheet });
