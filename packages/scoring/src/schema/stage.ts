// One thing that is evaluated, closed and ranked.
import { z } from 'zod';
import { Figure } from './figure.ts';
import { Honour } from './honour.ts';
import { Panel } from './panel.ts';
import { Sheet } from './sheet.ts';
import { Id, Named, Text } from './text.ts';

/** One evaluation of a track, once or in each of its periods: sheet, ranking and honours. */
export const Stage = z.strictObject({
  id: Id,
  label: Text,
  periods: z.array(Named).min(1).max(400).optional(),
  /** How often it comes round, as an ISO 8601 duration; a word for people, no calendar arithmetic. */
  every: z
    .string()
    .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'an ISO 8601 duration such as P2Y')
    .optional(),
  /** The id of a named sheet, or a sheet. */
  sheet: z.union([Id, Sheet]),
  panel: Panel.optional(),
  /** Only entrants granted one of these honours by an earlier stage are placed. */
  admits: z
    .strictObject({ from: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/), honours: z.array(Id).min(1) })
    .optional(),
  /** The first figure orders, the others break ties. */
  rankBy: z.array(Figure).min(1).max(20).default(['score']),
  rankWithin: z.enum(['group', 'track']).default('group'),
  honours: z.array(Honour).max(50).optional(),
});
export type Stage = z.infer<typeof Stage>;
