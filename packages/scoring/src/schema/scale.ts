// How a raw number becomes points when plain proportion is not meant.
import { z } from 'zod';
import { Amount, Num, Positive } from './text.ts';

/** start + (raw − from) ÷ per × points; `whole` counts full steps only. */
export const Rate = z.strictObject({
  kind: z.literal('rate'),
  start: Num.default(0),
  from: Num.default(0),
  per: Positive.default(1),
  points: Num,
  whole: z.boolean().default(false),
});

/** The points of the highest `from` that the raw number reaches; below all of them 0. */
export const Steps = z.strictObject({
  kind: z.literal('steps'),
  steps: z
    .array(z.strictObject({ from: Num, points: Amount }))
    .min(1)
    .max(500),
  /**
   * Language 2, over places that are collected: each place gives its points before they are taken together, and those who
   * share a place share the points of the places that they take up, or get the best or the worst of these.
   */
  ties: z.enum(['share', 'best', 'worst']).optional(),
});

/**
 * Language 2: straight lines between the points given; under the lowest 0, above the highest its points. A line that ends in a
 * jump says where it ends (`to`).
 */
export const Linear = z.strictObject({
  kind: z.literal('linear'),
  linear: z
    .array(z.strictObject({ from: Num, points: Amount, to: Amount.optional() }))
    .min(2)
    .max(500),
});

/** Language 2: the best raw number of those who rank together gets all points, the others in proportion to it. */
export const Relative = z.strictObject({ kind: z.literal('relative') });

/** How a raw number becomes points where plain proportion does not apply: a rate, steps, straight lines, or against the best. */
export const Scale = z.discriminatedUnion('kind', [Rate, Steps, Linear, Relative]);
export type Scale = z.infer<typeof Scale>;
