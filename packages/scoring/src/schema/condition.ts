// A condition compares one figure with one number: validity, voiding, the requirements of an honour.
import { z } from 'zod';
import { Figure } from './figure.ts';
import { Num } from './text.ts';

/**
 * Compares one figure of a sheet with one number (`atLeast` or `below`): for validity, voiding and the requirements of an
 * honour.
 */
export const Condition = z.union([
  z.strictObject({ figure: Figure, atLeast: Num }),
  z.strictObject({ figure: Figure, below: Num }),
]);
export type Condition = z.infer<typeof Condition>;
