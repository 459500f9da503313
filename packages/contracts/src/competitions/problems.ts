// What competitions refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const competitionsProblems = {} as const satisfies Record<string, ProblemDefinition>;
