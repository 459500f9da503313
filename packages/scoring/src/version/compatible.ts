// May a new version be published over results that are already closed? Findings say what would be missing.
import { findStage } from '../compile/context.ts';
import type { StageResult } from '../result.ts';
import type { Scheme } from '../schema/scheme.ts';
import type { Finding } from '../validate/finding.ts';
import { finding } from '../validate/messages.ts';
import { survey } from '../validate/site.ts';

const ALWAYS: readonly string[] = ['score', 'place', 'events'];

/**
 * Checks whether a new version may be published over closed results. Returns the findings `stage-missing`, `period-missing` and
 * `figure-missing`; none means compatible: closed stages and periods still exist, and results hold every figure that is
 * collected.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const season = examples['wu-bi-wu-sai']!;
 * const { results } = evaluateSeason(scheme, season);
 * compatible(scheme, results); // → []
 * ```
 */
export function compatible(next: Scheme, closed: readonly StageResult[]): Finding[] {
  const site = survey(next);
  const found = closed.flatMap((result) => checkClosed(next, result));
  for (const { track, sheet } of site.stages) {
    for (const { criterion, at } of sheet?.criteria ?? []) {
      const { measure } = criterion;
      if (measure?.kind !== 'collect') continue;
      const source = findStage(next, measure.from, track);
      if (!source) continue;
      const results = closed.filter((r) => r.track === source.track.id && r.stage === source.stage.id);
      for (const key of ['pick', 'weightBy'] as const) {
        const figure = measure[key];
        if (figure === undefined || measure.honour !== undefined || ALWAYS.includes(figure)) continue;
        for (const result of results.filter((r) => lacks(r, figure))) {
          const id = `${result.track}.${result.stage}`;
          const args = { figure, id, period: result.period ?? '—' };
          found.push(finding('figure-missing', `${at}/measure/${key}`, args));
        }
      }
    }
  }
  return found;
}

function checkClosed(next: Scheme, result: StageResult): Finding[] {
  const t = next.tracks.findIndex((track) => track.id === result.track);
  const s = next.tracks[t]?.stages.findIndex((stage) => stage.id === result.stage) ?? -1;
  const stage = next.tracks[t]?.stages[s];
  const id = `${result.track}.${result.stage}`;
  if (!stage) return [finding('stage-missing', '/tracks', { id })];
  const known = stage.periods ? stage.periods.some((p) => p.id === result.period) : result.period === null;
  if (known) return [];
  return [finding('period-missing', `/tracks/${t}/stages/${s}/periods`, { id, period: result.period ?? '—' })];
}

/** No scored entrant has the figure, although there are some. */
function lacks(result: StageResult, figure: string): boolean {
  const scored = result.entrants.filter((e) => e.status === 'scored');
  return scored.length > 0 && scored.every((e) => e.figures[figure] === undefined);
}
