// The whole document: how one competition is scored, rolled up, ranked and honoured.
import { z } from 'zod';
import { NamedSheet } from './sheet.ts';
import { Stage } from './stage.ts';
import { Id, Named, Text } from './text.ts';

/** Entrants of one kind with their groups and the stages that they go through. */
export const Track = z.strictObject({
  id: Id,
  label: Text,
  groups: z.array(Named).min(1).max(200).optional(),
  /** The kinds of entrant that it takes, as whoever runs the competition calls them; absent: all. */
  takes: z.array(Id).min(1).max(20).optional(),
  stages: z.array(Stage).min(1).max(50),
});
export type Track = z.infer<typeof Track>;

/** The scheme document: how one competition is scored, rolled up, ranked and honoured (docs/schemes). */
export const Scheme = z.strictObject({
  /** 2 adds words; a document in 1 keeps its numbers for ever. */
  language: z.union([z.literal(1), z.literal(2)]),
  id: Id,
  version: z.int().min(1),
  title: Text,
  formula: z.strictObject({ name: Text, pairs: z.array(Text).min(1).max(50) }).optional(),
  departments: z.array(Named).min(1).max(200).optional(),
  sheets: z.array(NamedSheet).min(1).max(200).optional(),
  tracks: z.array(Track).min(1).max(50),
});
/** A parsed scheme: defaults filled in. */
export type Scheme = z.infer<typeof Scheme>;
/** A scheme as people write it: defaults may be absent. */
export type SchemeInput = z.input<typeof Scheme>;
