// The same evaluation with its numbers left in columns: scores and places of fields too large for an object each.
import { compileStage } from '../compile/stage.ts';
import { UNIT } from '../decimal.ts';
import type { Entrant, StageRef } from '../input.ts';
import type { Bar, Pending, StageResult } from '../result.ts';
import type { Scheme } from '../schema/scheme.ts';
import type { Packed } from './packed.ts';
import { indexPrior } from './prior.ts';
import { rankAll } from './rank.ts';
import { scoreAll } from './score.ts';

/** Scores and places in typed arrays; row i is the i-th entrant of the input. */
export interface Standings {
  ids: readonly string[];
  /** Ordinary numbers with at most four decimals; NaN unless scored. */
  score: Float64Array;
  /** 0 when not placed. */
  place: Int32Array;
  /** Rows in the order of a result: by group, place, id; the unplaced last. */
  order: Int32Array;
  /** By row, only the few that have some. */
  bars: ReadonlyMap<number, readonly Bar[]>;
  pending: readonly Pending[];
}

/**
 * Scores and ranks one stage like `evaluateStage`, without figures and honours, for fields of a hundred thousand entrants and
 * more. Throws an `InputError` as `evaluateStage` does.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const season = examples['wu-bi-wu-sai']!;
 * const { entrants, ...ref } = season.stages[0]!;
 * const standings = rankStage(scheme, ref, entrants);
 * standings.ids[standings.order[0]!] === evaluateStage(scheme, ref, entrants).entrants[0]!.id; // → true
 * ```
 */
export function rankStage(
  scheme: Scheme,
  ref: StageRef,
  entrants: Iterable<Entrant> | Packed,
  prior: readonly StageResult[] = [],
  options: { explain?: string | undefined } = {},
): Standings {
  const stage = compileStage(scheme, ref.track, ref.stage);
  const { table } = scoreAll(stage, ref, entrants, indexPrior(prior), { figures: false, explain: options.explain });
  const rankings = rankAll(stage, table);
  const order = new Int32Array(table.size);
  let at = 0;
  for (const { placed, unplaced } of rankings) {
    for (const i of placed) order[at++] = i;
    for (const i of unplaced) order[at++] = i;
  }
  const score = table.score.subarray(0, table.size);
  for (let i = 0; i < table.size; i++) score[i] = score[i]! / UNIT;
  const place = table.place.subarray(0, table.size);
  return { ids: table.ids, score, place, order, bars: table.bars, pending: table.pending };
}
