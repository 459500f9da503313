// Plan and progress of a check as rows of a file give them: one amount or one milestone at a time, next to what is there.
import { type Command, canonical, type PlanItem, type Refusal } from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import { undecided } from './deciders.ts';
import type { CheckEvent } from './events.ts';
import { planned, reported, verified } from './plan.ts';

/** `part`: what people call a milestone, or its id; without one, the criterion's one amount. */
export type EnterPlan = Command<
  'enter-plan',
  {
    criterion: string;
    plan: number;
    part?: { label: string; weight: number; due?: string | undefined } | undefined;
    reason?: string | undefined;
  }
>;
/** With `accepted` it is a verification, without it a report. */
export type EnterProgress = Command<
  'enter-progress',
  { criterion: string; done: number; accepted?: number | undefined; part?: string | undefined }
>;

export function planEntered(check: Check, { data, ...command }: EnterPlan): CheckEvent[] | Refusal {
  const { criterion, plan, part, reason } = data;
  const before = check.plan?.items[criterion];
  const item = part === undefined ? { plan } : { parts: withPart(before, { ...part, plan }) };
  const items = { ...check.plan?.items, [criterion]: item };
  return planned(check, { ...command, type: 'set-plan', data: { items, reason } });
}

type Part = Extract<PlanItem, { parts: unknown }>['parts'][number];
const partsOf = (item: PlanItem | undefined): Part[] => (item && 'parts' in item ? item.parts : []);
const isCalled =
  (name: string) =>
  ({ id, label }: Pick<Part, 'id' | 'label'>) =>
    id === name || label === name;

/** Whether a plan has no such amount or milestone yet. */
export const isNewInPlan = (check: Check, criterion: string, part: string | undefined): boolean => {
  const item = check.plan?.items[criterion];
  return part === undefined ? item === undefined : !partsOf(item).some(isCalled(part));
};
/** Whether nothing of an amount or a milestone is reported yet, or verified. */
export function isNewProgress(check: Check, { criterion, part, accepted }: EnterProgress['data']): boolean {
  const found = (accepted === undefined ? check.reported : check.verified)[criterion];
  if (part === undefined || !found || !('parts' in found)) return found === undefined;
  const id = partsOf(check.plan?.items[criterion]).find(isCalled(part))?.id;
  return !(found.parts as { id: string }[]).some((each) => each.id === id);
}

function withPart(before: PlanItem | undefined, { due, ...entered }: Omit<Part, 'id'>): Part[] {
  const parts = partsOf(before);
  const known = parts.find(isCalled(entered.label));
  const { id = freeId(parts), label = entered.label } = known ?? {};
  const day = due ?? known?.due;
  const part = { ...entered, id, label, ...(day === undefined ? {} : { due: day }) };
  return known ? parts.map((each) => (each === known ? part : each)) : [...parts, part];
}
function freeId(parts: readonly Part[]): string {
  for (let n = parts.length + 1; ; n += 1) if (!parts.some(({ id }) => id === `m${n}`)) return `m${n}`;
}

export function progressEntered(check: Check, { data, ...command }: EnterProgress): CheckEvent[] | Refusal {
  const { criterion, done, accepted, part } = data;
  // With an accepted value it is a verification, and for whoever verifies.
  const refused = accepted === undefined ? undefined : undecided(check, { ...command, type: 'verify-progress', data });
  if (refused) return refused;
  const id = part === undefined ? undefined : (partsOf(check.plan?.items[criterion]).find(isCalled(part))?.id ?? part);
  if (accepted === undefined) {
    const before = check.reported[criterion];
    const item = id === undefined ? { done } : { parts: replaced(before, { id, done }) };
    if (before && canonical(item) === canonical(before)) return [];
    return reported(check, { ...command, type: 'report-progress', data: { items: { [criterion]: item } } });
  }
  const { by: _, at: __, ...before } = check.verified[criterion] ?? { by: '', at: '' };
  const stands = !check.voided?.includes(criterion);
  const found = { done, accepted };
  const item = id === undefined ? found : { parts: replaced(stands ? before : undefined, { id, ...found }) };
  if (stands && canonical(item) === canonical(before)) return [];
  return verified(check, { ...command, type: 'verify-progress', data: { items: { [criterion]: item } } });
}

function replaced<P extends { id: string }>(before: object | undefined, part: P): P[] {
  const parts = before && 'parts' in before ? (before.parts as P[]) : [];
  const isKnown = parts.some(({ id }) => id === part.id);
  return isKnown ? parts.map((each) => (each.id === part.id ? part : each)) : [...parts, part];
}
