// Events of an alliance's outputs, with their benefit.
import { z } from 'zod';
import { event } from '../event.ts';
import { FILES_PER_RECORD, namedFile, namedFileExample } from '../files.ts';
import { businessDate, code, id, label, prose, year } from '../values.ts';
import { belonging, belongingExample } from './belonging.ts';
import { outputApplied, outputRule, outputRuleExample } from './output-rules.ts';

/** A document that proves an output: what it is, and where it lies or its hash. */
export const outputEvidence = z.object({ title: label, reference: label });
/**
 * What an output says of itself.
 * @example
 * ```ts
 * const { example } = definitionOf('output-logged')!;
 * outputContent.parse(example).kind; // → '先进操作法'
 * ```
 */
export const outputContent = z.object({
  /** From the union's own list: patent, method, five-small, QC result … */
  kind: label,
  title: label,
  /** The union's own code of it. */
  code: code.optional(),
  summary: prose.optional(),
  applied: z.array(outputApplied).min(1).max(4),
  /** People, by id. */
  contributors: z.array(code).min(1).max(100),
  adoptedOn: businessDate,
  evidence: z.array(outputEvidence).max(50),
  /** Uploaded evidence. */
  files: z.array(namedFile).max(FILES_PER_RECORD).optional(),
  /** The honour it has already won elsewhere; such an output does not count for the duty. */
  wonElsewhere: label.optional(),
});
const contentExample = {
  kind: '先进操作法',
  title: '高强钢门框回弹补偿法',
  code: '2023-017',
  summary: '按材料批次调整补偿量，门框回弹减半',
  applied: ['production' as const],
  contributors: ['P-0005', 'P-0006'],
  adoptedOn: '2023-10-08',
  evidence: [{ title: '应用证明', reference: 'sha256:2c26b46b68ffc68ff99b453c1d304134' }],
  files: [namedFileExample],
};
const output = z.object({ output: id, alliance: id });
const outputExample = { output: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d31', alliance: belongingExample.alliance };
/** The first version had no files, the second no number and no summary, the third came of no suggestion. */
const withSuggestion = { version: 4 };
const withSummary = { version: 3 };
/** An output was drafted. */
export const outputLogged = event(
  'output-logged',
  output.extend({
    ...{ ...belonging.shape, ...outputContent.shape },
    /** The suggestion that it came of, and who adopted that. */
    suggestion: z.object({ suggestion: id, by: z.array(z.string()).min(1) }).optional(),
  }),
  {
    ...{ ...outputExample, ...belongingExample, ...contentExample },
    suggestion: { suggestion: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d61', by: ['P-0005'] },
  },
  withSuggestion,
);
/** The draft reads otherwise. */
export const outputAmended = event(
  'output-amended',
  output.extend(outputContent.shape),
  { ...outputExample, ...contentExample },
  withSummary,
);
/** The output waits for acceptance, by the rule of its kind where its union has published rules. */
export const outputSubmitted = event(
  'output-submitted',
  output.extend({ rule: outputRule.optional() }),
  { ...outputExample, rule: outputRuleExample },
  { version: 2 },
);
/** What the rule gives an output. */
const points = z.int().min(0).optional();
/** What it earned in at most twelve consecutive months from its adoption, net of cost; a later event replaces it. */
export const outputBenefitCertified = event(
  'output-benefit-certified',
  output.extend({
    yuan: z.number().min(0),
    from: businessDate,
    to: businessDate,
    /** What `yuan` is the difference of, or 0 where the cost is greater. */
    gross: z.number().min(0).optional(),
    cost: z.number().min(0).optional(),
    /** Certified for less than the twelve months from the adoption: more will follow. */
    provisional: z.boolean().optional(),
    /** The last of the twelve months. */
    until: businessDate.optional(),
    /** Why a benefit of twelve months was certified otherwise. */
    reason: prose.optional(),
    /** The points of an accepted output with this benefit. */
    points,
  }),
  {
    ...outputExample,
    ...{ yuan: 1260000, from: '2023-10-08', to: '2024-10-07' },
    ...{ gross: 1300000, cost: 40000, provisional: false, until: '2024-10-07', reason: '补计模具费用', points: 20 },
  },
  { version: 4 },
);
/** What the accepter wrote of an output that was accepted before and is alike. */
export const outputComparison = z.object({ output: id, same: z.boolean(), reason: prose });
/** Accepted: it counts for the year of its adoption unless `counts` says no, as it does where it is the same as another. */
export const outputAccepted = event(
  'output-accepted',
  output.extend({ year, counts: z.boolean(), points, comparisons: z.array(outputComparison).optional() }),
  {
    ...{ ...outputExample, year: 2023, counts: true, points: 20 },
    comparisons: [{ output: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d32', same: false, reason: '用于另一车型' }],
  },
  { version: 2 },
);
/** The output was returned. */
export const outputRejected = event('output-rejected', output.extend({ reason: prose }), {
  ...outputExample,
  reason: '缺少应用证明',
});
/** The output counts no longer. */
export const outputWithdrawn = event('output-withdrawn', output.extend({ reason: prose }), {
  ...outputExample,
  reason: '与另一项成果重复',
});
/** It won elsewhere, before or after it was accepted: it counts no longer, and says why. */
export const outputAwardNoted = event('output-award-noted', output.extend({ wonElsewhere: label }), {
  ...outputExample,
  wonElsewhere: '北京市职工技术创新成果一等奖',
});

/** Another unit has taken up an accepted output; what it earns there is as that unit says, and gives no points. */
export const outputAdopted = event(
  'output-adopted',
  output.extend({ unit: label, adoptedOn: businessDate, yuan: z.number().min(0).optional() }),
  { ...outputExample, unit: '二分厂冲压车间', adoptedOn: '2024-03-01', yuan: 80_000 },
);

/** Every event type of outputs. */
export const outputEvents = [
  outputLogged,
  outputAmended,
  outputSubmitted,
  outputBenefitCertified,
  outputAccepted,
  outputRejected,
  outputWithdrawn,
  outputAwardNoted,
  outputAdopted,
] as const;
