// The registry of problems: one table from a refusal's code to what the user is told.
import { awardsProblems } from './awards/problems.ts';
import { competitionsProblems } from './competitions/problems.ts';
import { consoleProblems } from './console/problems.ts';
import { generalProblems, type Problem, type ProblemDefinition } from './problem.ts';
import { quarterlyChecksProblems } from './quarterly-checks/problems.ts';
import { studioAlliancesProblems } from './studio-alliances/problems.ts';
import type { Refusal } from './vocabulary.ts';

export const problems = {
  ...generalProblems,
  ...consoleProblems,
  ...competitionsProblems,
  ...quarterlyChecksProblems,
  ...studioAlliancesProblems,
  ...awardsProblems,
};
export type ProblemCode = keyof typeof problems;

/** A refusal as a value. `params` fill the `{…}` of the problem's sentences. */
export const refuse = (code: ProblemCode, params: Record<string, unknown> = {}): Refusal => ({ refused: code, params });

/** The problem details of a refusal: what goes over the wire. */
export function describe(refusal: Refusal, instance?: string): Problem {
  const known: ProblemDefinition = problems[refusal.refused as ProblemCode];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name) => {
      const value = refusal.params[name];
      return Array.isArray(value) ? value.join('、') : String(value ?? '');
    });
  const { errors, ...params } = refusal.params;
  return {
    type: `/problems/${refusal.refused}`,
    title: known.title[0],
    titleEn: known.title[1],
    status: known.status,
    detail: fill(known.detail[0]),
    detailEn: fill(known.detail[1]),
    ...(instance ? { instance } : {}),
    ...(Object.keys(params).length ? { params } : {}),
    ...(errors ? { errors: errors as Problem['errors'] } : {}),
  };
}
