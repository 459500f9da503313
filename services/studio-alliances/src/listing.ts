// How every list is asked for and answered: a page at a time, from a cursor on, filtered by what is given.
import { z } from 'zod';

export const listQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });
export const pageOf = ({ cursor, limit }: z.infer<typeof listQuery>) => ({ after: cursor, limit });

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
/** Only the conditions that were given. */
export const where = <T extends object>(conditions: T): Given<T> =>
  Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined)) as Given<T>;
