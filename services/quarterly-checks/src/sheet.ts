// A department's sheet in a check: a draft that is saved as often as one likes, submitted when complete, returned with a
// reason.
import { type Command, type Mark, type Marks, type Refusal, refuse } from '@jiangong/contracts';
import { type Check, closedTo, departmentLabel, foreignDepartment } from './check-state.ts';
import { applies, type CodeLabels, misfit, unknownCriterion } from './criteria.ts';
import type { CheckEvent } from './events.ts';

export type SaveSheet = Command<'save-sheet', { department: string; marks: Marks; codeLabels?: CodeLabels }>;
/** One mark, put into the draft of the department that owns the criterion. */
export type EnterMark = Command<'enter-mark', { criterion: string; mark: Mark; codeLabels?: CodeLabels }>;
export type SubmitSheet = Command<'submit-sheet', { department: string }>;
export type ReturnSheet = Command<'return-sheet', { department: string; reason: string }>;

const criteriaOfSheet = (check: Check, department: string) =>
  check.criteria.filter(
    (criterion) =>
      criterion.from === 'sheet' && criterion.owner === department && applies(criterion, check.entrant.group),
  );

export function saved(check: Check, { data, actor, now }: SaveSheet): CheckEvent[] | Refusal {
  const { department } = data;
  const refused =
    closedTo(check) ??
    foreignDepartment(actor, check, department) ??
    submittedAlready(check, department) ??
    wrongMark(check, department, data.marks, data.codeLabels);
  if (refused) return refused;
  return [save(check, department, signed(data.marks, actor.sub, now), actor.sub)];
}

export function entered(check: Check, { data, actor, now }: EnterMark): CheckEvent[] | Refusal {
  const criterion = check.criteria.find(({ id, from }) => id === data.criterion && from === 'sheet');
  const known = check.criteria.filter(({ from }) => from === 'sheet');
  if (!criterion) return unknownCriterion(data.criterion, known);
  const { owner } = criterion;
  const marks = { [data.criterion]: data.mark };
  const refused =
    closedTo(check) ??
    (actor.roles.includes('organiser') ? undefined : foreignDepartment(actor, check, owner)) ??
    submittedAlready(check, owner) ??
    wrongMark(check, owner, marks, data.codeLabels);
  if (refused) return refused;
  return [save(check, owner, { ...check.sheets[owner]?.marks, ...signed(marks, actor.sub, now) }, actor.sub)];
}

export function submitted(check: Check, { data: { department }, actor }: SubmitSheet): CheckEvent[] | Refusal {
  const refused = closedTo(check) ?? foreignDepartment(actor, check, department);
  if (refused) return refused;
  const sheet = check.sheets[department];
  if (sheet?.status === 'submitted') return [];
  const own = criteriaOfSheet(check, department);
  const missing = own.filter(({ id, due }) => due && !sheet?.marks[id]).map(({ label }) => label);
  if (missing.length > 0)
    return refuse('sheet-incomplete', { department: departmentLabel(check, department), missing });
  return [{ type: 'sheet-submitted', data: { check: check.check, department, by: actor.sub } }];
}

export function returned(check: Check, { data, actor }: ReturnSheet): CheckEvent[] | Refusal {
  const refused = closedTo(check);
  if (refused) return refused;
  if (check.sheets[data.department]?.status !== 'submitted')
    return refuse('sheet-not-submitted', { department: departmentLabel(check, data.department) });
  return [{ type: 'sheet-returned', data: { check: check.check, ...data, by: actor.sub } }];
}

const save = (check: Check, department: string, marks: Marks, by: string): CheckEvent => ({
  type: 'sheet-saved',
  data: { check: check.check, department, marks, by },
});

const signed = (marks: Marks, by: string, at: string): Marks =>
  Object.fromEntries(Object.entries(marks).map(([criterion, mark]) => [criterion, { ...mark, by, at }]));

const submittedAlready = (check: Check, department: string) =>
  check.sheets[department]?.status === 'submitted'
    ? refuse('sheet-is-submitted', { department: departmentLabel(check, department) })
    : undefined;

function wrongMark(check: Check, department: string, marks: Marks, codeLabels?: CodeLabels): Refusal | undefined {
  const own = criteriaOfSheet(check, department);
  for (const [id, mark] of Object.entries(marks)) {
    const criterion = own.find((each) => each.id === id);
    if (!criterion) return unknownCriterion(id, own);
    const wrong = misfit(criterion, mark, codeLabels);
    if (wrong) return wrong;
  }
  return undefined;
}

/** The marks that count: those of submitted sheets. */
export const submittedMarks = (check: Check): Marks =>
  Object.assign({}, ...Object.values(check.sheets).map(({ status, marks }) => (status === 'submitted' ? marks : {})));
