// What each department enters of a check in a quarter, by the tables of the seed.
import { reopened } from './seed/incidents.ts';
import { type Found, prizes } from './seed/marks.ts';

/** Those that score, in the order in which they do. */
export const departments = ['safety', 'quality', 'technology', 'finance', 'union'] as const;

/** A department's marks of one check. */
export function marksOf(department: (typeof departments)[number], { quarter, code, ...marks }: Found) {
  const bonus = prizes[`${quarter} ${code}`];
  switch (department) {
    case 'safety':
      return { safety: { events: marks.safety }, civilised: { level: marks.civilised } };
    case 'quality':
      return { quality: { events: marks.quality } };
    case 'technology':
      return { technology: { value: marks.technology } };
    case 'finance':
      return { cost: { value: marks.cost } };
    case 'union':
      return { team: { value: marks.team }, ...(bonus ? { prizes: { events: bonus } } : {}) };
    default:
      return department satisfies never;
  }
}

/** As the department enters them at first, with its mistake. */
export const enteredBy = (department: (typeof departments)[number], found: Found) =>
  reopened.code === found.code && reopened.quarter === found.quarter && reopened.department === department
    ? reopened.entered
    : marksOf(department, found);
