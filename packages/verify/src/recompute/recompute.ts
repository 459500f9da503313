// A whole archive anew: chains, inputs, scores, places, honours, duties and grants.
import { recomputeChecks } from './checks.ts';
import { recomputeDuties } from './duties.ts';
import { factsOf, readCommits } from './facts.ts';
import { recomputeGrants } from './grants.ts';
import { collector, type Report } from './report.ts';
import { recomputeRounds } from './rounds.ts';
import { recomputeYears } from './years.ts';

/** The commits of each service by its name, one a line. */
export type Archive = Readonly<Record<string, string>>;

/**
 * Follows every chain of an archive and recomputes what was published from what was entered. Never throws on an archive that
 * the services wrote; says where something differs.
 * @example
 * ```ts
 * const text = '{"stream":"round/1","version":1,"events":[{"type":"unheard-of","version":1,"data":{}}]}';
 * recompute({ 'quarterly-checks': text }).differences; // → []
 * ```
 */
export function recompute(archive: Archive): Report {
  const report = collector();
  const facts = new Map(
    Object.entries(archive).map(([service, text]) => {
      const { commits, broken } = readCommits(text);
      report.checked.commits = (report.checked.commits ?? 0) + commits.length;
      for (const where of broken)
        report.differences.push({ where, at: '/commits', written: 'follows', found: 'another hash or version' });
      return [service, factsOf(commits)];
    }),
  );
  const of = (service: string) => facts.get(service) ?? [];
  const judged = of('quarterly-checks');
  const checks = recomputeChecks(judged, report);
  const closings = recomputeRounds(judged, checks, report);
  recomputeYears(judged, of('competitions'), { checks, closings }, report);
  recomputeDuties(of('studio-alliances'), report);
  recomputeGrants(of('awards'), judged, report);
  const { checked, differences } = report;
  return { checked, differences };
}
