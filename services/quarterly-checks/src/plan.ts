// The plan of a check and the work done against it: planned by the entrant, reported by it, verified by the department.
import {
  type Actor,
  type CheckCriterion,
  type Command,
  canonical,
  hasPart,
  type Mark,
  type PlanItem,
  type Refusal,
  refuse,
  type reportProgress,
  type setPlan,
  type verifyProgress,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { type Check, closedTo, foreignDepartment, foreignUnit } from './check-state.ts';
import { applies, unknownCriterion } from './criteria.ts';
import type { CheckEvent } from './events.ts';

export type SetPlan = Command<'set-plan', z.infer<typeof setPlan>>;
export type ReportProgress = Command<'report-progress', z.infer<typeof reportProgress>>;
export type VerifyProgress = Command<'verify-progress', z.infer<typeof verifyProgress>>;

/** Criteria of the check that are measured by plan and work done. */
const workOf = ({ criteria, entrant }: Check) =>
  criteria.filter((criterion) => criterion.from === 'work' && applies(criterion, entrant.group));

export function planned(check: Check, { data: { items, reason }, actor }: SetPlan): CheckEvent[] | Refusal {
  const refused =
    closedTo(check, true) ?? foreignUnit(actor, check) ?? fixedFor(actor, check) ?? unknownWork(check, items);
  if (refused) return refused;
  for (const [criterion, item] of Object.entries(items)) {
    const ids = idsOf(item);
    if (new Set(ids).size < ids.length) {
      const known = [...new Set(ids)];
      return refuse('unknown-part', { ...called(check, criterion), known, knownLabels: partLabels(item, known) });
    }
    const weightless = 'parts' in item && item.parts.find(({ weight }) => weight <= 0);
    if (weightless) return refuse('plan-weight', { ...called(check, criterion), part: weightless.label });
  }
  const dropped = verifiedButDropped(check, items);
  if (dropped) return dropped;
  if (canonical(items) === canonical(check.plan?.items)) return [];
  if (check.status === 'open' && !reason) return refuse('plan-reason-required');
  const revision = (check.plan?.revision ?? 0) + 1;
  const voids = Object.keys({ ...check.reported, ...check.verified, ...check.carried }).filter(
    (criterion) => measured(items[criterion]) !== measured(check.plan?.items[criterion]),
  );
  const data = { check: check.check, revision, items, ...(reason ? { reason } : {}), voids, by: actor.sub };
  return [{ type: 'plan-set', data }];
}

/** Whoever is measured by the plan does not change it once the round is open, though they organise as well. */
const fixedFor = (actor: Actor, { status, entrant, period }: Check): Refusal | undefined =>
  status === 'open' && (!actor.roles.includes('organiser') || hasPart(actor, entrant))
    ? refuse('plan-fixed', { unit: entrant.name, period: period.label })
    : undefined;

/** What work is measured against; a label or a date is not. */
const measured = (item: PlanItem | undefined): string | undefined =>
  item && canonical('parts' in item ? item.parts.map(({ id, weight, plan }) => ({ id, weight, plan })) : item);

function verifiedButDropped(check: Check, items: Record<string, PlanItem>): Refusal | undefined {
  for (const [criterion, found] of Object.entries(check.verified)) {
    const item = items[criterion];
    const ids = idsOf(found);
    const planned = item ? idsOf(item) : [];
    if (item && 'parts' in item === 'parts' in found && ids.every((id) => planned.includes(id))) continue;
    const before = check.plan?.items[criterion];
    const knownLabels = before && ids.length > 0 ? partLabels(before, ids) : ['完成量（done）'];
    return refuse('plan-part-verified', { ...called(check, criterion), known: ids, knownLabels });
  }
  return undefined;
}

export function reported(check: Check, { data: { items }, actor }: ReportProgress): CheckEvent[] | Refusal {
  const refused = closedTo(check) ?? foreignUnit(actor, check) ?? unknownWork(check, items) ?? unlikePlan(check, items);
  if (refused) return refused;
  return [{ type: 'progress-reported', data: { check: check.check, items, by: actor.sub } }];
}

export function verified(check: Check, { data: { items }, actor, now }: VerifyProgress): CheckEvent[] | Refusal {
  const refused = closedTo(check) ?? unknownWork(check, items);
  if (refused) return refused;
  const owners = workOf(check).filter(({ id }) => id in items);
  const foreign = owners.map(({ owner }) => foreignDepartment(actor, check, owner)).find((refusal) => refusal);
  const unlike = foreign ?? unlikePlan(check, items);
  if (unlike) return unlike;
  for (const [criterion, item] of Object.entries(items))
    for (const { done, accepted } of 'parts' in item ? item.parts : [item])
      if (accepted > done) return refuse('accepted-exceeds-done', { ...called(check, criterion), done, accepted });
  return [{ type: 'progress-verified', data: { check: check.check, items, by: actor.sub, at: now } }];
}

const idsOf = (item: object): string[] => ('parts' in item ? (item.parts as { id: string }[]).map(({ id }) => id) : []);

const called = ({ criteria }: Check, criterion: string) => ({
  criterion,
  criterionLabel: criteria.find(({ id }) => id === criterion)?.label ?? criterion,
});
/** The parts of a plan as people call them, with the ids that a request takes. */
const partLabels = (item: PlanItem, ids: readonly string[]): string[] =>
  ids.map((id) => {
    const part = 'parts' in item ? item.parts.find((each) => each.id === id) : undefined;
    return part ? `${part.label}（${id}）` : id;
  });

function unknownWork(check: Check, items: Record<string, object>): Refusal | undefined {
  const known = workOf(check);
  const stranger = Object.keys(items).find((criterion) => !known.some(({ id }) => id === criterion));
  return stranger === undefined ? undefined : unknownCriterion(stranger, known);
}

/** What is done is given in the parts that were planned, each at most once. */
function unlikePlan(check: Check, items: Record<string, object>): Refusal | undefined {
  for (const [criterion, item] of Object.entries(items)) {
    const plan = check.plan?.items[criterion];
    if (!plan) return refuse('plan-missing', called(check, criterion));
    const known = idsOf(plan);
    const given = idsOf(item);
    const alike = 'parts' in plan === 'parts' in item;
    if (!alike || new Set(given).size < given.length || given.some((id) => !known.includes(id)))
      return refuse('unknown-part', {
        ...called(check, criterion),
        known: 'parts' in plan ? known : ['done'],
        knownLabels: 'parts' in plan ? partLabels(plan, known) : ['完成量（done）'],
        ...('parts' in plan ? {} : { knownLabelsEn: ['the amount done (done)'] }),
      });
  }
  return undefined;
}

/** The mark that plan and verified progress come to, or a correction; undefined while something is missing. */
export function workMark(check: Check, { id }: CheckCriterion): Mark | undefined {
  if (check.carried?.[id]) return check.carried[id];
  const plan = check.plan?.items[id];
  if (!plan) return undefined;
  const found = check.voided?.includes(id) ? undefined : check.verified[id];
  const source = found ? { by: found.by, at: found.at } : {};
  if (!('parts' in plan)) {
    if (plan.plan === 0) return { plan: 0, done: 0, accepted: 0, ...source };
    if (!found || 'parts' in found) return undefined;
    return { plan: plan.plan, done: found.done, accepted: found.accepted, ...source };
  }
  const byPart = new Map((found && 'parts' in found ? found.parts : []).map((part) => [part.id, part]));
  // A part without a plan owes nothing; any other must have been verified.
  if (plan.parts.some((part) => part.plan > 0 && !byPart.has(part.id))) return undefined;
  const parts = plan.parts.map((part) => {
    const { done = 0, accepted = 0 } = byPart.get(part.id) ?? {};
    return { weight: part.weight, plan: part.plan, done, accepted };
  });
  return { parts, ...source };
}

/** Whether a plan is what is missing, rather than its verification. */
export const unplanned = (check: Check, criterion: string): boolean => {
  const plan: PlanItem | undefined = check.plan?.items[criterion];
  return plan === undefined;
};

/** What the parts of a sealed mark are called: as in the plan, unless a correction has other parts. */
export function partLabelOf({ plan, sealed }: Check) {
  return (criterion: string, at: number): string | undefined => {
    const item = plan?.items[criterion];
    const mark = sealed?.inputs[criterion];
    const planned = item && 'parts' in item ? item.parts : [];
    const found = mark && 'parts' in mark ? mark.parts : [];
    const isPlanned = found.length === planned.length && found.every(({ weight }, n) => weight === planned[n]!.weight);
    return isPlanned ? planned[at]?.label : undefined;
  };
}
