// What comes of reading somebody's file of rows, besides the rows.
import { z } from 'zod';

/**
 * What could not be read of a file, and what else was done with it.
 * @example
 * ```ts
 * const fault = { row: 3, column: '编码', cell: 'A3', zh: '编码为空', en: 'the code is empty' };
 * const notes = [{ zh: '未使用「备注」列', en: 'the column “remarks” is not used' }];
 * fileReading.parse({ notes, faults: [fault], faultsTotal: 1 }).faults[0]!.cell; // → 'A3'
 * ```
 */
export const fileReading = z.object({
  /** No faults: columns that are not used, other sheets, rows that were merged. */
  notes: z.array(z.object({ zh: z.string(), en: z.string() })),
  /** The first of them; `row` is the line in the file, `column` its heading there, `cell` the address, such as B7. */
  faults: z.array(
    z.object({
      row: z.int(),
      column: z.string().optional(),
      cell: z.string().optional(),
      zh: z.string(),
      en: z.string(),
    }),
  ),
  faultsTotal: z.int(),
});
