// Paging of every list: one page at a time, from a cursor, with optional filters.
import { z } from 'zod';

/** The query's part that says which page: `cursor`, absent for the first page, and `limit`, 1 to 200 items. */
export const paging = {
  cursor: z.string().max(500).optional().describe('上一页的 next · `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
/**
 * The schema of a page of items: `next` is the cursor of the page after it, absent on the last.
 * @example
 * ```ts
 * import { z } from 'zod';
 * pageOf(z.string()).parse({ items: ['XM-07'] }); // → { items: ['XM-07'] }
 * ```
 */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

/**
 * Drops undefined fields, so that a filter names only the fields given.
 * @example
 * ```ts
 * definedOnly({ unit: 'XM-07', track: undefined }); // → { unit: 'XM-07' }
 * ```
 */
export function definedOnly<T extends object>(filter: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as never;
}
