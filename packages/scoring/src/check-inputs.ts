// What is wrong with an entrant's inputs, all at once, when they are recorded: evaluating then never refuses them.
import { compileStage } from './compile/stage.ts';
import { type Entrant, Entry, type Inputs, type StageRef } from './input.ts';
import type { InputError } from './refusal.ts';
import { segment } from './refusal.ts';
import type { Criterion } from './schema/criterion.ts';
import type { Scheme } from './schema/scheme.ts';
import { rankStage } from './stage/standings.ts';
import type { Finding } from './validate/finding.ts';
import { finding } from './validate/messages.ts';

/**
 * Checks an entrant's inputs when they are recorded, so that evaluating later does not refuse them. Returns all findings:
 * `unknown-item`, `entry-shape`, `out-of-bounds` (points), `below-zero` (a measurement, unless its scale or `min` goes below),
 * `accepted-over-done`, or `refused` with the evaluator's code. `at` is a JSON pointer (RFC 6901) relative to the entrant:
 * `/inputs/safety`, `/judges/panel/li/practice`, `/vetoes/0`, `/group`.
 * Throws an `InputError` if the scheme has no such track, stage or sheet.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const ref = { track: 'projects', stage: 'quarter', period: 'q1' };
 * const found = checkInputs(scheme, ref, { id: 'north', inputs: { speed: { value: 1 } } });
 * found.map((f) => [f.code, f.at]); // → [['unknown-item', '/inputs/speed']]
 * ```
 */
export function checkInputs(scheme: Scheme, ref: StageRef, entrant: Entrant): Finding[] {
  const { context } = compileStage(scheme, ref.track, ref.stage);
  const found: Finding[] = [];
  const base: Entrant = { id: entrant.id, inputs: {} };
  const attempt = (part: Partial<Entrant>, at: string) => {
    const refused = refusalOf(() => rankStage(scheme, ref, [{ ...base, ...part }]));
    if (refused) found.push(finding('refused', at, { code: refused.code, english: refused.message }));
  };
  if (entrant.group !== undefined) attempt({ group: entrant.group }, '/group');
  for (const [i, veto] of (entrant.vetoes ?? []).entries()) attempt({ vetoes: [veto] }, `/vetoes/${i}`);
  const look = (inputs: Inputs, at: string, wrap: (one: Inputs) => Partial<Entrant>) => {
    for (const [id, entry] of Object.entries(inputs)) {
      const where = `${at}/${segment(id)}`;
      const criterion = context.byId.get(id)?.criterion;
      if (!criterion?.measure || ['figure', 'collect'].includes(criterion.measure.kind)) {
        found.push(finding('unknown-item', where, { id }));
      } else if (!Entry.safeParse(entry).success) found.push(finding('entry-shape', where, { id }));
      else {
        attempt(wrap({ [id]: entry }), where);
        found.push(...excess(criterion, entry, where));
      }
    }
  };
  look(entrant.inputs ?? {}, '/inputs', (inputs) => ({ inputs }));
  for (const [panel, marks] of Object.entries(entrant.judges ?? {})) {
    for (const [judge, inputs] of Object.entries(marks)) {
      const at = `/judges/${segment(panel)}/${segment(judge)}`;
      if (inputs === 'recused') attempt({ judges: { [panel]: { [judge]: inputs } } }, at);
      else look(inputs, at, (one) => ({ judges: { [panel]: { [judge]: one } } }));
    }
  }
  return found;
}

/** Entries that would be cut down silently, or that nobody can measure: a mark above its maximum, a time below zero. */
function excess(criterion: Criterion, entry: Entry, at: string): Finding[] {
  const { id, points, measure, scale, pointsBy } = criterion;
  if ('value' in entry && entry.value !== undefined && measure?.kind === 'value') {
    const least = leastOf(criterion);
    if (points === undefined || scale) return entry.value < least ? [finding('below-zero', at, { id, least })] : [];
    const most = measure.outOf ?? Math.max(points, ...Object.values(pointsBy ?? {}));
    return entry.value > most || entry.value < least ? [finding('out-of-bounds', at, { id, most })] : [];
  }
  const parts = 'parts' in entry ? entry.parts : 'plan' in entry ? [entry] : [];
  return parts.some((p) => (p.accepted ?? 0) > p.done) ? [finding('accepted-over-done', at, { id })] : [];
}
/** The lowest measurement: 0, unless its scale begins below, or, where there is none, the criterion says so. */
function leastOf({ scale, min = 0 }: Criterion): number {
  switch (scale?.kind) {
    case undefined:
      return Math.min(0, min);
    case 'rate':
      return Math.min(0, scale.from);
    case 'steps':
      return Math.min(0, ...scale.steps.map(({ from }) => from));
    case 'linear':
      return Math.min(0, ...scale.linear.map(({ from }) => from));
    default:
      return 0;
  }
}

function refusalOf(run: () => unknown): InputError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error as InputError;
    throw error;
  }
}
