// What a result is scored by with a change made to it: a correction, or one that is only tried.
import { type Actor, isRefusal, type Marks, type Refusal, refuse } from '@jiangong/contracts';
import type { Check } from './check-state.ts';
import { codeLabelsOf, misfit, unknownCriterion } from './criteria.ts';
import type { Body, Scored } from './evaluate.ts';
import { unknownVeto, vetoLabel } from './veto.ts';

export interface Change {
  marks: Marks;
  raise: { kind: string; evidence: string[] }[];
  lift: string[];
}
type Counted = Pick<Scored, 'inputs' | 'vetoes'>;

/** Refused where a mark or a veto does not fit; days on site are those of today. */
export function changed(
  check: Check,
  before: Counted,
  { body, marks, raise, lift }: Change & { body: Body },
  { actor, now }: { actor: Actor; now: string },
): Counted | Refusal {
  const codeLabels = codeLabelsOf(body, check.track, check.stage);
  const strangers = Object.entries(marks).map(([id, mark]) => {
    const criterion = check.criteria.find((each) => each.id === id);
    return criterion ? misfit(criterion, mark, codeLabels) : unknownCriterion(id, check.criteria);
  });
  const kinds = before.vetoes.map(({ id }) => id);
  const refused = [
    ...strangers,
    ...raise.map(({ kind }) => unknownVeto(check, kind)),
    ...lift
      .filter((kind) => !kinds.includes(kind))
      .map((veto) => refuse('veto-not-standing', { veto, vetoLabel: vetoLabel(check, veto) })),
  ].find((refusal) => refusal && isRefusal(refusal));
  if (refused) return refused;
  const source = { by: actor.sub, at: now };
  const onSite = check.criteria.filter(({ from }) => from === 'site-days').map(({ id }) => [id, { ...check.siteDays }]);
  const entered = Object.entries(marks).map(([id, mark]) => [id, { ...mark, ...source }]);
  const raised = raise.map(({ kind, evidence }) => ({ id: kind, ...source, evidence }));
  const kept = before.vetoes.filter(({ id }) => !lift.includes(id) && !raised.some((veto) => veto.id === id));
  const inputs = { ...before.inputs, ...Object.fromEntries(onSite), ...Object.fromEntries(entered) };
  return { inputs, vetoes: [...kept, ...raised] };
}
