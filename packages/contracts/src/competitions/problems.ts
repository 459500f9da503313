// What the competitions service refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const competitionsProblems = {
  'registration-closed': {
    status: 409,
    title: ['不在报名期内', 'Registration is not open'],
    detail: [
      '{on} 不在报名期 {from} 至 {to} 内；如需补报，请由组织者办理。',
      '{on} is outside the registration window {from} to {to}; ask the organiser about late entries.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
