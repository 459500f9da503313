// The smallest words of the language: names, wordings and numbers.
import { z } from 'zod';
import { isNum } from '../decimal.ts';

/** Lower-case name of a node, unique where it is looked up. */
export const Id = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/, 'a lower-case name: letters, digits and -');

/** A wording: Chinese alone, or Chinese and English. */
export const Text = z.union([
  z.string().min(1).max(500),
  z.strictObject({ zh: z.string().min(1).max(500), en: z.string().min(1).max(500) }),
]);
export type Text = z.infer<typeof Text>;

/** A JSON number with at most four decimals. */
export const Num = z.number().refine(isNum, 'at most four decimals, magnitude at most 100000000000');
/** A Num that is not negative. */
export const Amount = Num.refine((n) => n >= 0, 'not negative');
/** A Num above zero. */
export const Positive = Num.refine((n) => n > 0, 'above zero');

/** A department, a group or a period: id and label. */
export const Named = z.strictObject({ id: Id, label: Text });
export type Named = z.infer<typeof Named>;
