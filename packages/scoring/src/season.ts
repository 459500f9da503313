// Several stages in order, each fed by the results before it: what the evaluate command and a replay of a year do.
import type { Explain } from './explain/step.ts';
import type { Season } from './input.ts';
import type { StageResult } from './result.ts';
import type { Scheme } from './schema/scheme.ts';
import { evaluateStage } from './stage/evaluate.ts';

/**
 * Evaluates the stages in order; results feed later stages. `explain` is the tree of the last stage that lists `entrant`. Throws
 * an `InputError` as `evaluateStage` does.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const season = examples['wu-bi-wu-sai']!;
 * const { results } = evaluateSeason(scheme, season);
 * results.length === season.stages.length; // → true
 * ```
 */
export function evaluateSeason(
  scheme: Scheme,
  season: Season,
  entrant?: string,
): { results: StageResult[]; explain?: Explain } {
  const results: StageResult[] = [];
  const listing = season.stages.findLastIndex((s) => entrant !== undefined && s.entrants.some((e) => e.id === entrant));
  let tree: Explain | undefined;
  for (const [i, { entrants, ...ref }] of season.stages.entries()) {
    const options = i === listing ? { explain: entrant } : {};
    const { explain, ...result } = evaluateStage(scheme, ref, entrants, results, options);
    results.push(result);
    tree = explain ?? tree;
  }
  return tree ? { results, explain: tree } : { results };
}
