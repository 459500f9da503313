// What a project department plans for a quarter and how much of it is done: two milestones in the order of the works, and
// the output value. The figures follow from the tables of the seed.
import { nothingPlanned, planRevision } from './seed/incidents.ts';
import type { Found } from './seed/marks.ts';
import { type Project, type Quarter, quarters, works } from './seed/projects.ts';

const ids = ['m1', 'm2'] as const;
/** Weights of the two milestones, and what the site's year is like in each quarter. */
const weights = [60, 40] as const;
const season = { q1: 0.8, q2: 1.1, q3: 1.2, q4: 0.9 };

const isIdle = ({ code }: Project, quarter: Quarter) =>
  code === nothingPlanned.code && quarter === nothingPlanned.quarter;
const outputPlan = ({ output }: Project, quarter: Quarter) => Math.round(output * season[quarter]);

export function planOf(project: Project, quarter: Quarter, split: readonly [number, number] = weights) {
  const index = quarters.findIndex(({ id }) => id === quarter);
  const { to } = quarters[index]!;
  const parts = ids.map((id, at) => ({
    id,
    label: works[project.phase + index * 2 + at] ?? works.at(-1)!,
    weight: split[at]!,
    plan: isIdle(project, quarter) ? 0 : 100,
    due:
      at === 0 ? `${to.slice(0, 5)}${String(Number(to.slice(5, 7)) - 1).padStart(2, '0')}-25` : `${to.slice(0, 8)}25`,
  }));
  return { progress: { parts }, output: { plan: outputPlan(project, quarter) } };
}

/** The revised plan has other weights, so the same work comes to nearly the same progress. */
export const revisedPlanOf = (project: Project, quarter: Quarter) => planOf(project, quarter, [55, 45]);
export const isRevised = (code: string, quarter: Quarter) =>
  code === planRevision.code && quarter === planRevision.quarter;

/** The first milestone is reached; what is missing is missing in the second. */
function doneOf(project: Project, { quarter, progress, output }: Found) {
  const second = ((progress - weights[0]) * 100) / weights[1];
  const parts = [
    { id: ids[0], done: 100 },
    { id: ids[1], done: second },
  ];
  return {
    progress: isIdle(project, quarter) ? [] : parts,
    output: Math.round(outputPlan(project, quarter) * output) / 100,
  };
}

/** As the entrant reports it: work that was to be done again is in it, too. */
export function reportOf(project: Project, found: Found) {
  const { progress, output } = doneOf(project, found);
  const again = found.quality.some(({ code }) => code === 'rework') ? 5 : 0;
  const parts = progress.map(({ id, done }) => ({ id, done: Math.min(100, done + (id === 'm2' ? again : 0)) }));
  return { ...(parts.length > 0 ? { progress: { parts } } : {}), output: { done: output } };
}

/** As the department found it: only what passed quality acceptance counts. */
export function verificationOf(project: Project, found: Found) {
  const { progress, output } = doneOf(project, found);
  const reported = reportOf(project, found).progress?.parts ?? [];
  const parts = progress.map(({ id, done }, at) => ({ id, done: reported[at]!.done, accepted: done }));
  return { ...(parts.length > 0 ? { progress: { parts } } : {}), output: { done: output, accepted: output } };
}
