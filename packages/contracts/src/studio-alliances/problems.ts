// What studio-alliances refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const studioAlliancesProblems = {} as const satisfies Record<string, ProblemDefinition>;
