// What people enter in a check and what comes out: marks, plans, work done, results. The shapes of the scheme language.
import { z } from 'zod';
import { businessDate, code, label } from '../values.ts';

/** The noise of binary fractions is this small: `0.1 + 0.2` is 0.30000000000000004. */
const NOISE = 1e-9;
const withoutNoise = (n: number) => {
  const rounded = Math.round(n * 1e4) / 1e4;
  return Math.abs(rounded - n) <= NOISE ? rounded : n;
};
/** A number with at most four decimals, as all scoring is done; one that is within 1e-9 of it is taken for it. */
export const decimal = z
  .number()
  .overwrite(withoutNoise)
  .refine(
    (n) => Math.abs(n) <= 1e11 && Math.round(n * 1e4) / 1e4 === n,
    '最多四位小数，绝对值不超过 1000 亿 / takes at most four decimals and 100,000,000,000',
  );
/** A number of {@link decimal} that is not negative. */
export const amount = decimal.min(0);

const source = {
  /** Who entered it, by id, and when. */
  by: z.string().optional(),
  at: z.string().optional(),
  /** Where the proof is: a file number, an address. */
  evidence: z.array(z.string().min(1).max(2000)).max(100).optional(),
};
const times = z.int().min(0).max(1_000_000);

/** What was entered for one criterion; `na` says why it cannot be assessed. */
export const mark = z.union([
  z.object({ value: decimal, ...source }),
  z.object({
    parts: z
      .array(z.object({ weight: amount, plan: amount, done: amount, accepted: amount.optional() }))
      .min(1)
      .max(1000),
    ...source,
  }),
  z.object({
    events: z
      .array(
        z.object({
          code,
          times: times.optional(),
          /** What it is about: of one achievement only the highest level may count. */
          subject: z.string().max(200).optional(),
          ref: z.string().max(200).optional(),
        }),
      )
      .max(1000),
    ...source,
  }),
  z.object({ level: code, ...source }),
  z.object({ na: z.string().min(1).max(2000), ...source }),
  z.object({ plan: amount, done: amount, accepted: amount.optional(), ...source }),
]);
/** A mark as it was entered. */
export type Mark = z.infer<typeof mark>;
/** Marks by criterion. */
export const marks = z.record(z.string(), mark);
/** Marks by the id of their criterion. */
export type Marks = z.infer<typeof marks>;

/** What is planned for one criterion: weighted milestones, or one amount. */
export const planItem = z.union([
  z.object({
    parts: z
      .array(z.object({ id: code, label, weight: amount, plan: amount, due: businessDate.optional() }))
      .min(1)
      .max(200),
  }),
  z.object({ plan: amount }),
]);
/** A plan of one criterion. */
export type PlanItem = z.infer<typeof planItem>;
/** What the entrant says was done. */
export const doneItem = z.union([
  z.object({
    parts: z
      .array(z.object({ id: code, done: amount }))
      .min(1)
      .max(200),
  }),
  z.object({ done: amount }),
]);
/** A report of one criterion. */
export type DoneItem = z.infer<typeof doneItem>;
/** What the department found done, and how much of it passed quality acceptance. */
export const verifiedItem = z.union([
  z.object({
    parts: z
      .array(z.object({ id: code, done: amount, accepted: amount }))
      .min(1)
      .max(200),
  }),
  z.object({ done: amount, accepted: amount }),
]);
/** A verification of one criterion. */
export type VerifiedItem = z.infer<typeof verifiedItem>;

/** Working days of a period, and those on which the project was under construction. */
export const siteDays = z.object({ plan: z.int().min(0), done: z.int().min(0) });
/** Days of a period on a project's site. */
export type SiteDays = z.infer<typeof siteDays>;

/**
 * Why an entrant is not placed, how far that reaches, and where it comes from.
 * @example
 * ```ts
 * bar.parse({ cause: 'casualty', level: 'year', at: '/vetoes/0' }).level; // → 'year'
 * ```
 */
export const bar = z.object({ cause: code, level: z.enum(['stage', 'year']), at: z.string() });
/** Whether an entrant could be scored. */
export const resultStatus = z.enum(['scored', 'not-assessable', 'pending', 'invalid']);
/** The result of one entrant, before it is placed among the others. Numbers with four decimals, unpublished. */
export const entrantResult = z.object({
  status: resultStatus,
  score: z.number().nullable(),
  band: code.nullable(),
  bars: z.array(bar),
  /** Every figure that has a value: `<criterion>`, `<criterion>.raw`, `.plan`, `.events`. */
  figures: z.record(z.string(), z.number()),
  alerts: z.array(code).optional(),
});
/** One entrant's result. */
export type EntrantResult = z.infer<typeof entrantResult>;

/** An established veto, as scoring reads it. */
export const standingVeto = z.object({ id: code, ...source });

/**
 * Something that is due and not there: which unit, which department, for which criterion.
 * @example
 * ```ts
 * const [check, entry] = [checkId('entry-1', 'q1'), derivedId('entry', 'entry-1')];
 * const sheet = { what: 'sheet', department: 'safety', departmentLabel: '安全部', criteria: ['safety'] };
 * missingItem.parse({ check, entry, unit: '万泉寺项目部', ...sheet }).what; // → 'sheet'
 * ```
 */
export const missingItem = z.object({
  check: z.uuid(),
  entry: z.uuid(),
  unit: label,
  /** A plan, verified progress, a department's sheet, or a result of another stage. */
  what: z.enum(['plan', 'progress', 'sheet', 'result']),
  department: code.optional(),
  departmentLabel: label.optional(),
  criteria: z.array(code),
});
/** One thing that a round waits for. */
export type MissingItem = z.infer<typeof missingItem>;

/**
 * A result before it is sealed: how many of the due criteria are in, what is missing by its labels, and the score if the rest
 * were no points or full points; null where even then there is none.
 * @example
 * ```ts
 * const missing = [{ what: 'sheet', departmentLabel: '安全部', criteria: ['安全生产'] }];
 * provisional.parse({ due: 8, in: 7, missing, ifNothing: 81.5, ifFull: 95.5 }).in; // → 7
 * ```
 */
export const provisional = z.object({
  due: z.int(),
  in: z.int(),
  missing: z.array(missingItem.pick({ what: true, departmentLabel: true }).extend({ criteria: z.array(label) })),
  ifNothing: z.number().nullable(),
  ifFull: z.number().nullable(),
});
/** A result before it is sealed, as far as it has come. */
export type Provisional = z.infer<typeof provisional>;
