// The test vectors of docs/verify, by file. `pnpm --filter @jiangong/scoring vectors` writes them; a test holds them equal.
import { ofOthers, overPeriods } from './collects.ts';
import { events, levels, ratios, values } from './measures.ts';
import { panels } from './panels.ts';
import { admissions, honours, ranks } from './places.ts';
import { limits, rounding, scales } from './scales.ts';
import { adjustments, statuses, vetoes } from './statuses.ts';
import type { Vector } from './vector.ts';

export const vectors: Record<string, () => Vector[]> = {
  values,
  ratios,
  events,
  levels,
  scales,
  rounding,
  limits,
  statuses,
  adjustments,
  vetoes,
  panels,
  'over-periods': overPeriods,
  'of-others': ofOthers,
  ranks,
  honours,
  admissions,
};

/** One vector a line, so that a change shows as the line that it changes. */
export const textOf = (list: readonly Vector[]): string =>
  `[\n${list.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`;
export const fileOf = (name: string): URL => new URL(`../../../../docs/verify/vectors/${name}.json`, import.meta.url);
