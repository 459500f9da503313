// Several judges give points for the same thing; one number comes out. The roster is locked when judging starts.
import { z } from 'zod';
import { Id } from './text.ts';

/** Several judges give points for the same item; `reduce` makes one number of them. The roster is locked when judging starts. */
export const Panel = z.strictObject({
  id: Id.default('panel'),
  reduce: z.enum(['mean', 'trimmed', 'median']).default('mean'),
  /** How many marks a trimmed mean drops at each end. */
  drop: z.int().min(1).max(100).default(1),
  /** The fewest judges that may remain after recusals. */
  atLeast: z.int().min(1).max(1_000).default(1),
});
export type Panel = z.infer<typeof Panel>;
