// How a leaf criterion gets its raw number: a mark, a plan and what was done, events, a level, a figure, earlier results.
import { z } from 'zod';
import { Figure } from './figure.ts';
import { Amount, Id, Num, Positive, Text } from './text.ts';

/** A mark or a measurement; `outOf` defaults to the criterion's own points. */
export const Value = z.strictObject({ kind: z.literal('value'), unit: Text.optional(), outOf: Positive.optional() });

/** 100 × done ÷ plan (inverse: plan ÷ done, for less-is-better); `cap` in percent limits the points, never the raw number. */
export const Ratio = z.strictObject({
  kind: z.literal('ratio'),
  basis: z.enum(['total', 'parts']).default('total'),
  accepted: z.boolean().default(false),
  cap: Positive.default(100),
  inverse: z.boolean().default(false),
  /** Language 2: plan and work may be losses; raw = 100 + 100 × (done − plan) ÷ |plan|, which is done ÷ plan of a profit. */
  signed: z.boolean().optional(),
});

export const Tariff = z.strictObject({ id: Id, label: Text, points: Num, clause: z.string().max(500).optional() });

/** Start plus a signed tariff, floored at 0; `highestOnly` keeps the best event of each subject. */
export const Events = z.strictObject({
  kind: z.literal('events'),
  start: z.enum(['full', 'zero']).default('full'),
  highestOnly: z.boolean().default(false),
  tariff: z.array(Tariff).min(1).max(500),
});

/** Language 2: with `from` and `to`, the level leaves a range of marks, and the entry says which. */
export const Level = z.strictObject({
  kind: z.literal('level'),
  levels: z
    .array(z.strictObject({ id: Id, label: Text, points: Amount, from: Amount.optional(), to: Amount.optional() }))
    .min(1)
    .max(100),
});

/** Another figure of the same sheet; adjustments only, so that a sheet cannot contain a cycle. */
export const FigureMeasure = z.strictObject({ kind: z.literal('figure'), of: Figure });

/** Results of another stage: of this entrant over periods, or of its members. */
export const Collect = z.strictObject({
  kind: z.literal('collect'),
  from: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, 'a stage, or track.stage'),
  pick: Figure.default('score'),
  /** Language 2: instead of a figure, 1 for each time that the honour was granted, else 0. */
  honour: Id.optional(),
  /** Language 2: `period` is the period that is evaluated, of a stage with the same periods. */
  over: z.enum(['periods', 'members', 'period']).default('periods'),
  /** Language 2: `streak` is the longest run of results that keep to `streak`. */
  take: z.enum(['mean', 'sum', 'last', 'streak']).default('mean'),
  streak: z.union([z.strictObject({ atLeast: Num }), z.strictObject({ below: Num })]).optional(),
  /** Only the best n count; language 2: all but the worst (one always stays). */
  best: z.union([z.int().min(1).max(10_000), z.literal('all-but-1')]).optional(),
  /** Language 2: whoever is absent, or has no place, counts as one place behind the last. */
  absent: z.literal('last+1').optional(),
  atLeast: z.int().min(1).max(10_000).optional(),
  weightBy: Figure.optional(),
  outOf: Positive.default(100),
});

/**
 * How a leaf criterion gets its raw number: a mark or measurement, a ratio (percent), events, a level, another figure, or
 * results of another stage.
 */
export const Measure = z.discriminatedUnion('kind', [Value, Ratio, Events, Level, FigureMeasure, Collect]);
export type Measure = z.infer<typeof Measure>;
export type MeasureOf<K extends Measure['kind']> = Extract<Measure, { kind: K }>;
