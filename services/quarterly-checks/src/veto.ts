// A veto of a check: raised with evidence, lifted with a reason. It never changes a number, only what the number is worth.
import { type Actor, type Command, type Refusal, refuse } from '@jiangong/contracts';
import { type Check, closedTo } from './check-state.ts';
import type { Competing } from './deciders.ts';
import type { CheckEvent } from './events.ts';

export type RaiseVeto = Command<'raise-veto', Competing & { veto: string; kind: string; evidence: string[] }>;
export type LiftVeto = Command<'lift-veto', Competing & { veto: string; reason: string }>;

export function raised(check: Check, { data, actor, now }: RaiseVeto): CheckEvent[] | Refusal {
  if (isLifted(check, data.veto) || check.vetoes.some(({ veto, kind }) => veto === data.veto && kind === data.kind))
    return [];
  const refused = closedTo(check, true) ?? unknownVeto(check, data.kind) ?? foreignVeto(actor, check, data.kind);
  if (refused) return refused;
  if (check.vetoes.some(({ veto, kind }) => veto === data.veto || kind === data.kind))
    return refuse('already-exists', { what: vetoLabel(check, data.kind) });
  const { bars } = ruleOf(check, data.kind)!;
  const level = bars ?? 'item';
  const { veto, kind, evidence } = data;
  return [{ type: 'veto-raised', data: { check: check.check, veto, kind, evidence, level, by: actor.sub, at: now } }];
}

export function lifted(check: Check, { data, actor }: LiftVeto): CheckEvent[] | Refusal {
  if (isLifted(check, data.veto)) return [];
  const refused = closedTo(check, true);
  if (refused) return refused;
  if (!check.vetoes.some(({ veto }) => veto === data.veto)) return refuse('veto-not-standing', { veto: data.veto });
  const { veto, reason } = data;
  return [{ type: 'veto-lifted', data: { check: check.check, veto, reason, by: actor.sub } }];
}

const isLifted = ({ lifted = [] }: Check, veto: string) => lifted.includes(veto);
const ruleOf = ({ vetoRules }: Check, kind: string) => vetoRules.find(({ id }) => id === kind);
export const vetoLabel = (check: Check, kind: string) => ruleOf(check, kind)?.label ?? kind;

export const unknownVeto = (check: Check, kind: string): Refusal | undefined =>
  ruleOf(check, kind)
    ? undefined
    : refuse('unknown-veto', {
        kind,
        known: check.vetoRules.map(({ id }) => id),
        knownLabels: check.vetoRules.map(({ label }) => label),
      });

/** A checker raises the vetoes of its own departments, where the scheme says whose they are. */
function foreignVeto({ roles, departments }: Actor, check: Check, kind: string): Refusal | undefined {
  if (roles.includes('organiser')) return undefined;
  const raisedBy = ruleOf(check, kind)?.raisedBy ?? check.departments.map(({ id }) => id);
  return raisedBy.some((department) => departments.includes(department))
    ? undefined
    : refuse('not-yours', { scope: vetoLabel(check, kind) });
}
