// Every closed round anew: whose results it holds, and the honours that come of them.
import { evaluateStage } from '@jiangong/scoring';
import { type Sealed, schemeOf, scoredOf } from './checks.ts';
import { byStream, type Fact, isOf } from './facts.ts';
import { honoursOf } from './honours.ts';
import { type Collector, digestOf } from './report.ts';

/** A closing of a round: which checks were sealed in it. */
export interface Closing {
  round: string;
  attempt: number;
  checks: string[];
}
const byCheck = (a: [string, string], b: [string, string]) => (a[0] < b[0] ? -1 : 1);
export const byEntry = (a: Sealed, b: Sealed) => (a.entrant.entry < b.entrant.entry ? -1 : 1);

/** By round, its closings in order. */
export function recomputeRounds(
  facts: readonly Fact[],
  checks: ReadonlyMap<string, Sealed[]>,
  report: Collector,
): Map<string, Closing[]> {
  const closings = new Map<string, Closing[]>();
  const all = [...checks.values()].flat();
  for (const own of byStream(facts, 'round').values()) {
    const [made] = own;
    if (!made || !isOf(made, 'round-made')) continue;
    const { round, track, stage, period, body } = made.data;
    const scheme = schemeOf(body);
    let attempt = 0;
    for (const fact of own) {
      if (isOf(fact, 'round-closing')) attempt = fact.data.attempt;
      if (isOf(fact, 'round-closed')) {
        const sealed = all.filter((each) => each.round === round && each.attempt === attempt && isFirst(each, checks));
        const digests = sealed.map(({ check, digest }): [string, string] => [check, digest]).sort(byCheck);
        const { count, digest } = fact.data;
        report.compare('closings', fact, { count, digest }, { count: digests.length, digest: digestOf(digests) });
        const found = { round, attempt, checks: digests.map(([check]) => check) };
        closings.set(round, [...(closings.get(round) ?? []), found]);
      }
      if (isOf(fact, 'round-honours-granted')) {
        const results = standingAt(closings.get(round)?.at(-1), checks, fact);
        const entrants = results.map(scoredOf);
        const result = evaluateStage(scheme, { track, stage, period: period.id }, entrants);
        const known = new Map(results.map(({ entrant }) => [entrant.entry, entrant]));
        report.compare('honours', fact, fact.data.honours, honoursOf(scheme, result, known));
      }
    }
  }
  return closings;
}

/** Of one attempt, the sealing itself and not what corrected it. */
const isFirst = (sealed: Sealed, checks: ReadonlyMap<string, Sealed[]>) =>
  checks.get(sealed.check)?.find(({ attempt }) => attempt === sealed.attempt) === sealed;

/** The results of a closing as far as they were corrected when its honours were granted: their revisions add up to `basis`. */
function standingAt(
  closing: Closing | undefined,
  checks: ReadonlyMap<string, Sealed[]>,
  { data: { basis }, at }: Fact<'round-honours-granted'>,
): Sealed[] {
  const own = (closing?.checks ?? []).map((check) => {
    return (checks.get(check) ?? []).filter(({ attempt }) => attempt === closing?.attempt);
  });
  const latest = own.map((results) => results.at(-1)!);
  const inTime = own.map((results) => results.findLast((result) => result.at <= at) ?? results[0]!);
  const sum = (results: Sealed[]) => results.reduce((all, { revision }) => all + revision, 0);
  return (sum(latest) === basis ? latest : inTime).sort(byEntry);
}
