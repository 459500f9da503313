// What quarterly-checks refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const quarterlyChecksProblems = {} as const satisfies Record<string, ProblemDefinition>;
