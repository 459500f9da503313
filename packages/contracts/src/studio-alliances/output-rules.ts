// A union's rules for outputs: which kinds there are, where they apply, what proves them and how many points they earn. Published
// versions never change; a submitted output keeps the rule of its kind as it was submitted under.
import { z } from 'zod';
import { event } from '../event.ts';
import { id, label } from '../values.ts';

/** Where an output is in use. */
export const outputApplied = z.enum(['production', 'operation', 'research', 'management']);
/** What an output may leave open unless its rules need it. */
export const outputField = z.enum(['code', 'summary', 'files']);
const points = z.int().min(0).max(10_000);
/** A kind of output: its points, what has to prove it, and whether it is accepted only with a certified benefit. */
export const outputKind = z.object({
  kind: label,
  points,
  /** Each is the title of a document, or part of it. */
  evidence: z.array(label).max(10),
  benefitNeeded: z.boolean(),
});
/** What a certified benefit of so many yuan adds. */
export const benefitBand = z.object({ from: z.int().min(0).max(1_000_000_000), points });
/**
 * The rules of a version.
 * @example
 * ```ts
 * const { example } = definitionOf('output-rules-published')!;
 * outputRulesBody.parse(example.body).kinds[0].kind; // → '小发明'
 * ```
 */
export const outputRulesBody = z.object({
  title: label,
  kinds: z.array(outputKind).min(1).max(50),
  applied: z.array(outputApplied).min(1).max(4),
  /** What every output has to fill in. */
  fields: z.array(outputField).max(3),
  /** By ascending amounts; the highest that is reached counts. */
  bands: z.array(benefitBand).max(20),
  /** The most points of one output. */
  most: points,
});
/** The rules of a version. */
export type OutputRulesBody = z.infer<typeof outputRulesBody>;
/**
 * What an output is judged by: the rule of its kind in the version it was submitted under.
 * @example
 * ```ts
 * const { example } = definitionOf('output-submitted')!;
 * outputRule.parse(example.rule).version; // → 1
 * ```
 */
export const outputRule = z.object({
  version: z.int().min(1),
  ...outputKind.shape,
  bands: outputRulesBody.shape.bands,
  most: points,
});
/** What an output is judged by. */
export type OutputRule = z.infer<typeof outputRule>;
/**
 * A sample of a rule.
 * @example
 * ```ts
 * outputRule.parse(outputRuleExample).points; // → 10
 * ```
 */
export const outputRuleExample: OutputRule = {
  version: 1,
  kind: '小发明',
  points: 10,
  evidence: ['应用证明'],
  benefitNeeded: false,
  bands: [{ from: 100_000, points: 10 }],
  most: 40,
};
const { version: _, bands, most, ...kindExample } = outputRuleExample;

const rules = z.object({ rules: id, version: z.int().min(1), body: outputRulesBody });
const example = {
  rules: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d40',
  version: 1,
  body: {
    title: '五小成果规则',
    kinds: [kindExample],
    applied: ['production' as const],
    fields: ['summary' as const],
    ...{ bands, most },
  },
};
/** The next version of the rules reads so, until it is published. */
export const outputRulesDrafted = event('output-rules-drafted', rules, example);
/** This version applies to what is logged, submitted and accepted from now on. */
export const outputRulesPublished = event('output-rules-published', rules, example);

/** Every event type of output rules. */
export const outputRulesEvents = [outputRulesDrafted, outputRulesPublished] as const;
