// Evaluates one stage: scores, ranks and honours its entrants, as plain data that later stages and people read.

import { INVALID, NONE, PENDING, SCORED } from '../compile/row.ts';
import { type CompiledStage, compileStage } from '../compile/stage.ts';
import { plain, roundTo } from '../decimal.ts';
import { tellPlace } from '../explain/place.ts';
import type { Explain } from '../explain/step.ts';
import type { Entrant, StageRef } from '../input.ts';
import { failInput } from '../refusal.ts';
import type { EntrantResult, StageResult, Status } from '../result.ts';
import type { Scheme } from '../schema/scheme.ts';
import { grantAll } from './honours.ts';
import type { Options } from './options.ts';
import type { Packed } from './packed.ts';
import { indexPrior } from './prior.ts';
import { rankAll } from './rank.ts';
import { scoreAll } from './score.ts';
import type { Table } from './table.ts';

/** A stage's result, with the explanation of the entrant named in the options. */
export type Evaluated = StageResult & { explain?: Explain };

/**
 * The result of one stage and period: scores in points with at most four decimals, 1224 places per group, honours, and what is
 * still missing. `scheme` is a parsed scheme, `prior` the results that the stage collects from.
 * Throws an `InputError` for inputs that no result can be computed from (unknown stage, period, group or code; an entrant listed
 * twice; a number out of range; a decision that fits no tie).
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const season = examples['wu-bi-wu-sai']!;
 * const { entrants, ...ref } = season.stages[0]!;
 * const result = evaluateStage(scheme, ref, entrants);
 * [result.track, result.stage, result.period]; // → ['projects', 'quarter', 'q1']
 * result.entrants.length === entrants.length; // → true
 * ```
 */
export function evaluateStage(
  scheme: Scheme,
  ref: StageRef,
  entrants: Iterable<Entrant> | Packed,
  prior: readonly StageResult[] = [],
  options: Options = {},
): Evaluated {
  const stage = compileStage(scheme, ref.track, ref.stage);
  const { table, explained } = scoreAll(stage, ref, entrants, indexPrior(prior), {
    figures: true,
    ...options,
  });
  const rankings = rankAll(stage, table);
  const honours = grantAll(stage, ref, table, rankings);
  const order = rankings.flatMap((r) => [...r.placed, ...r.unplaced]);
  return {
    track: ref.track,
    stage: ref.stage,
    period: ref.period ?? null,
    entrants: order.map((i) => entrantResult(stage, table, i)),
    honours,
    pending: table.pending.sort(byEntrant),
    ...(explained?.tree
      ? { explain: tellPlace(stage, table, rankings, options.explain ?? '', explained.tree, explained.bars) }
      : {}),
  };
}

const byEntrant = (a: { entrant: string }, b: { entrant: string }) =>
  a.entrant < b.entrant ? -1 : a.entrant === b.entrant ? 0 : 1;

function entrantResult(stage: CompiledStage, table: Table, i: number): EntrantResult {
  const score = table.score[i]!;
  const scored = table.status[i] === SCORED && !Number.isNaN(score);
  const alerts = table.alerts.get(i);
  return {
    id: table.ids[i]!,
    group: stage.context.track.groups?.[table.group[i]!]?.id ?? null,
    status: statusName(table.status[i]!),
    score: scored ? plain(score) : null,
    place: table.place[i] || null,
    band: scored ? band(stage, score, table.caps.get(i)) : null,
    bars: table.bars.get(i) ?? [],
    figures: figures(stage, table, i),
    ...(alerts ? { alerts } : {}),
  };
}

/** The band of the published score, so that a published 90.00 is in the band from 90; never above the cap. */
function band(stage: CompiledStage, score: number, cap = 0): string | null {
  const shown = roundTo(score, 2);
  return stage.bands.find((b, i) => i >= cap && b.from <= shown)?.id ?? null;
}

function figures(stage: CompiledStage, table: Table, i: number): Record<string, number> {
  const found: Record<string, number> = {};
  const width = stage.figures.length;
  for (let f = 0; f < width; f++) {
    const value = table.figures[i * width + f]!;
    if (!Number.isNaN(value)) found[stage.figures[f]!.figure] = plain(value);
  }
  return found;
}

function statusName(code: number): Status {
  switch (code) {
    case SCORED:
      return 'scored';
    case NONE:
      return 'not-assessable';
    case PENDING:
      return 'pending';
    case INVALID:
      return 'invalid';
    default:
      return failInput('status', '', `no status ${code}`);
  }
}
