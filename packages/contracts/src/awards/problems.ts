// What awards refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const awardsProblems = {} as const satisfies Record<string, ProblemDefinition>;
