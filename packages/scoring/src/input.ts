// What comes in: entries on a sheet, entrants, judges' marks, vetoes, and the question which stage to evaluate.
import { z } from 'zod';
import { Amount, Id, Num } from './schema/text.ts';

const source = {
  by: z.string().max(200).optional(),
  at: z.string().max(64).optional(),
  evidence: z.array(z.string().max(2_000)).max(100).optional(),
};
/** Any name that the caller uses for an entrant or a judge. */
export const Key = z.string().min(1).max(200);

/** Below zero only where the criterion takes losses (`signed`). */
const work = { plan: Num, done: Num, accepted: Num.optional() };
export const Part = z.strictObject({ weight: Amount, ...work });
export type Part = z.input<typeof Part>;
/** One line of an events measure: the tariff's code, how many times (1 if absent), and what it concerns. */
export const Event = z.strictObject({
  code: Id,
  times: z.int().min(0).max(1_000_000).default(1),
  subject: z.string().max(200).optional(),
  ref: z.string().max(200).optional(),
});

export type Event = z.input<typeof Event>;

/**
 * What was entered for one criterion: a mark or measurement, plan and done, parts, events, or a level; `na` gives the reason why
 * the criterion cannot be assessed. `by`, `at` and `evidence` say where the entry comes from.
 */
export const Entry = z.union([
  z.strictObject({ value: Num, ...source }),
  z.strictObject({ ...work, ...source }),
  z.strictObject({ parts: z.array(Part).min(1).max(1_000), ...source }),
  z.strictObject({ events: z.array(Event).max(10_000), ...source }),
  z.strictObject({ level: Id, value: Num.optional(), ...source }),
  z.strictObject({ na: z.string().min(1).max(2_000), ...source }),
]);
export type Entry = z.input<typeof Entry>;

/** Entries by criterion id. */
export const Inputs = z.record(z.string(), Entry);
export type Inputs = z.input<typeof Inputs>;

/** A veto that was established: its id, or the id with who found it and the evidence. */
export const VetoEntry = z.union([Id, z.strictObject({ id: Id, ref: z.string().max(200).optional(), ...source })]);

/** One competitor in one stage and period: its group, entries, judges' marks and established vetoes. */
export const Entrant = z.strictObject({
  id: Key,
  group: Id.nullable().optional(),
  /** Entrants of another track whose results this one collects. */
  members: z.array(Key).max(100_000).optional(),
  inputs: Inputs.default({}),
  /** Numbers that belong to the entrant and not to a sheet (difficulty, size), by name: for a criterion's `factor`. */
  facts: z.record(Id, Num).optional(),
  /** Marks by panel, then by judge. */
  judges: z.record(z.string(), z.record(z.string(), z.union([Inputs, z.literal('recused')]))).optional(),
  vetoes: z.array(VetoEntry).max(200).optional(),
});
export type Entrant = z.input<typeof Entrant>;

/** The committee's decision on a tie at the cut: who of the referred gets the open seats. */
export const Decision = z.strictObject({ honour: Id, group: Id.nullable().optional(), granted: z.array(Key) });
export type Decision = z.infer<typeof Decision>;

/** Which stage and period is evaluated, the locked panel (one roster, or one per panel id) and decisions taken. */
export const StageRef = z.strictObject({
  track: Id,
  stage: Id,
  period: Id.nullable().optional(),
  panel: z.union([z.array(Key), z.record(z.string(), z.array(Key))]).optional(),
  decisions: z.array(Decision).optional(),
});
export type StageRef = z.infer<typeof StageRef>;

/** The file that the evaluate command reads; stages in order, results feed later stages. */
export const Season = z.strictObject({
  stages: z.array(z.strictObject({ ...StageRef.shape, entrants: z.array(Entrant).max(1_000_000) })).max(1_000),
});
export type Season = z.input<typeof Season>;
