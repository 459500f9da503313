// Who gets what: a quota of places or of a share of the group, with requirements, in the order of the list.
import { z } from 'zod';
import { Condition } from './condition.ts';
import { Figure } from './figure.ts';
import { Id, Positive, Text } from './text.ts';

/** An honour: how many places (`take`) or what percentage of the group (`share`) receive it, under which requirements. */
export const Honour = z.strictObject({
  id: Id,
  label: Text,
  take: z.int().min(1).max(1_000_000).optional(),
  /** Percent of the group's entrants. */
  share: Positive.optional(),
  /** Language 2: how a share becomes seats; absent: rounded down. */
  round: z.enum(['down', 'up', 'nearest']).optional(),
  /** Language 2: an order of its own among those placed, instead of the stage's. */
  rankBy: z.array(Figure).min(1).max(20).optional(),
  /** Language 2: counted from the first place (the default) or from the last. */
  from: z.enum(['first', 'last']).optional(),
  require: z.array(Condition).min(1).max(50).optional(),
  /** A tie at the cut goes to the committee, or everybody tied is included. */
  ties: z.enum(['refer', 'include']).default('refer'),
});
export type Honour = z.infer<typeof Honour>;
