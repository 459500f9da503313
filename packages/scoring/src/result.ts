// What comes out of one stage: numbers with at most four decimals, places, honours, and what is still missing.
import { z } from 'zod';
import { Key } from './input.ts';
import { Id } from './schema/text.ts';

/**
 * `scored` has a score; `not-assessable` has nothing that can be assessed; `pending` waits for entries that are due; `invalid`
 * breaks `validIf`.
 */
export const Status = z.enum(['scored', 'not-assessable', 'pending', 'invalid']);
export type Status = z.infer<typeof Status>;

/** Why an entrant is not placed: the veto (or `admission`), how far it reaches, and the stage and period it comes from. */
export const Bar = z.strictObject({ cause: Id, level: z.enum(['stage', 'year']), at: z.string() });
export type Bar = z.infer<typeof Bar>;

/** One entrant's result: score in points (at most four decimals), place, band, bars and figures. */
export const EntrantResult = z.strictObject({
  id: Key,
  group: Id.nullable(),
  status: Status,
  /** Not yet rounded for publication; null unless scored. */
  score: z.number().nullable(),
  /** 1224 place within the group; null when not scored or barred. */
  place: z.int().nullable(),
  band: Id.nullable(),
  bars: z.array(Bar),
  /** Every figure that has a value: `<id>`, `<id>.raw`, `<id>.plan`, `<id>.events`, `events`. */
  figures: z.record(z.string(), z.number()),
  /** Criteria whose raw number is under their alert line; absent when there are none. */
  alerts: z.array(Id).optional(),
});
export type EntrantResult = z.infer<typeof EntrantResult>;

/** Who receives one honour in one group: number of seats, who has been granted one, who is referred to the committee. */
export const HonourResult = z.strictObject({
  honour: Id,
  group: Id.nullable(),
  seats: z.int(),
  granted: z.array(Key),
  /** Tied at the cut: the committee decides. */
  referred: z.array(Key),
  /** May get it, depending on what is still open. */
  provisional: z.array(Key),
});
export type HonourResult = z.infer<typeof HonourResult>;

/** One thing that is due and missing: closing is refused until it is there. */
export const Pending = z.strictObject({
  entrant: Key,
  /** The criterion, or `admission`. */
  item: Id,
  owner: Id.optional(),
  missing: z.enum(['input', 'mark', 'judges', 'result', 'admission', 'fact']),
  /** The judge whose mark, the `track.stage.period` whose result, or the fact that is missing. */
  of: z.string().optional(),
});
export type Pending = z.infer<typeof Pending>;

/** The result of one stage and period; also the input of later stages that collect it. */
export const StageResult = z.strictObject({
  track: Id,
  stage: Id,
  period: Id.nullable(),
  /** Version of the scheme that it was scored with, added by callers that store results of several versions. */
  version: z.int().optional(),
  /** By group as declared, then place, then id; the unplaced last. */
  entrants: z.array(EntrantResult),
  honours: z.array(HonourResult),
  pending: z.array(Pending),
});
export type StageResult = z.infer<typeof StageResult>;
