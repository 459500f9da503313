// What a check is scored by, folded from what people entered: plans and verified work, days on site, submitted sheets, vetoes.
import { derivedId, type EventNamed, type Marks, type PlanItem, type VerifiedItem } from '@jiangong/contracts';
import { canonical } from '@jiangong/scoring';
import type { Fact } from './facts.ts';

export type Sealing = EventNamed<'check-sealed'>['data'] | EventNamed<'result-corrected'>['data'];
type Made = EventNamed<'check-made'>['data'];
type Mark = Marks[string];
export interface Veto {
  veto: string;
  id: string;
  by: string;
  at: string;
  evidence: string[];
}
/** What was entered so far. */
export interface Entered {
  made: Made;
  siteDays: Made['siteDays'];
  group: string | undefined;
  plan: Record<string, PlanItem>;
  verified: Record<string, VerifiedItem & { by: string; at: string }>;
  /** Criteria whose verification was of an earlier plan. */
  voided: string[];
  /** Work of a sealed result that a correction had changed, until it is planned or verified anew. */
  carried: Marks;
  sheets: Record<string, { isSubmitted: boolean; marks: Marks }>;
  vetoes: Veto[];
}

const without = <T>(table: Record<string, T>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => !keys.includes(key)));

export function enter(before: Entered | undefined, fact: Fact): Entered | undefined {
  if (fact.type === 'check-made') {
    const { siteDays, entrant } = fact.data;
    const blank = { plan: {}, verified: {}, voided: [], carried: {}, sheets: {}, vetoes: [] };
    return { ...blank, ...before, made: fact.data, siteDays, group: entrant.group };
  }
  if (!before) return before;
  const sheet = (department: string) => before.sheets[department] ?? { isSubmitted: false, marks: {} };
  const put = (department: string, change: object) => ({
    ...before,
    sheets: { ...before.sheets, [department]: { ...sheet(department), ...change } },
  });
  switch (fact.type) {
    case 'entry-facts-noted':
      return { ...before, siteDays: fact.data.siteDays, group: fact.data.group };
    case 'plan-set': {
      const { items, voids = [] } = fact.data;
      const voided = [...new Set([...before.voided, ...voids])];
      return { ...before, plan: items, voided, carried: without(before.carried, voids) };
    }
    case 'progress-verified': {
      const { items, by, at } = fact.data;
      const signed = Object.entries(items).map(([id, item]) => [id, { ...item, by, at }]);
      const verified = { ...before.verified, ...Object.fromEntries(signed) };
      const carried = without(before.carried, Object.keys(items));
      return { ...before, verified, carried, voided: before.voided.filter((id) => !(id in items)) };
    }
    case 'sheet-saved':
      return put(fact.data.department, { isSubmitted: false, marks: fact.data.marks });
    case 'sheet-submitted':
      return put(fact.data.department, { isSubmitted: true });
    case 'sheet-returned':
      return put(fact.data.department, { isSubmitted: false });
    case 'veto-raised': {
      const { veto, kind: id, by, at, evidence } = fact.data;
      return { ...before, vetoes: [...before.vetoes, { veto, id, by, at, evidence }] };
    }
    case 'veto-lifted':
      return { ...before, vetoes: before.vetoes.filter(({ veto }) => veto !== fact.data.veto) };
    default:
      return before;
  }
}

/** The marks that count, by criterion. */
export function inputsOf(entered: Entered): Marks {
  const inputs = submitted(entered);
  for (const { id, from } of entered.made.criteria) {
    if (from === 'site-days') inputs[id] = { ...entered.siteDays };
    const mark = from === 'work' ? workOf(entered, id) : undefined;
    if (mark) inputs[id] = mark;
  }
  return inputs;
}
const submitted = ({ sheets }: Entered): Marks =>
  Object.assign({}, ...Object.values(sheets).map(({ isSubmitted, marks }) => (isSubmitted ? marks : {})));
/** The vetoes that stand, as scoring reads them. */
export const vetoesOf = ({ vetoes }: Entered) => vetoes.map(({ veto: _, ...read }) => read);

function workOf({ plan, verified, voided, carried }: Entered, id: string): Mark | undefined {
  if (carried[id]) return carried[id];
  const planned = plan[id];
  if (!planned) return undefined;
  const found = voided.includes(id) ? undefined : verified[id];
  const source = found ? { by: found.by, at: found.at } : {};
  if (!('parts' in planned)) {
    if (planned.plan === 0) return { plan: 0, done: 0, accepted: 0, ...source };
    if (!found || 'parts' in found) return undefined;
    return { plan: planned.plan, done: found.done, accepted: found.accepted, ...source };
  }
  const parts = new Map((found && 'parts' in found ? found.parts : []).map((part) => [part.id, part]));
  // A part without a plan owes nothing; any other must have been verified.
  if (planned.parts.some((part) => part.plan > 0 && !parts.has(part.id))) return undefined;
  const marks = planned.parts.map(({ id: part, weight, plan: owed }) => {
    const { done = 0, accepted = 0 } = parts.get(part) ?? {};
    return { weight, plan: owed, done, accepted };
  });
  return { parts: marks, ...source };
}

/** A sealed result that opens again gives back what corrections changed in it. */
export function reopened(entered: Entered, { inputs, vetoes, revision }: Sealing): Entered {
  const { made } = entered;
  const before = submitted(entered);
  const sheets = { ...entered.sheets };
  for (const { id: department } of made.departments) {
    const own = made.criteria.filter(({ from, owner }) => from === 'sheet' && owner === department);
    const among = (marks: Marks): Marks =>
      Object.fromEntries(own.flatMap(({ id }) => (marks[id] ? [[id, marks[id]]] : [])));
    if (canonical(among(inputs)) !== canonical(among(before)))
      sheets[department] = { isSubmitted: true, marks: among(inputs) };
  }
  const worked = made.criteria.filter(({ from, id }) => from === 'work' && inputs[id]);
  const changed = worked.filter(({ id }) => canonical(inputs[id]) !== canonical(workOf(entered, id)));
  const carried = { ...entered.carried, ...Object.fromEntries(changed.map(({ id }) => [id, inputs[id]!])) };
  const standing = vetoes.map(({ id, by = '', at = '', evidence = [] }): Veto => {
    const known = entered.vetoes.find((veto) => veto.id === id);
    if (known && canonical([known.by, known.at, known.evidence]) === canonical([by, at, evidence])) return known;
    return { veto: derivedId('veto', made.check, id, revision), id, by, at, evidence };
  });
  return { ...entered, sheets, carried, vetoes: standing };
}
