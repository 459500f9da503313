// What console refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const consoleProblems = {} as const satisfies Record<string, ProblemDefinition>;
