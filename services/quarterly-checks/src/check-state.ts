// What a check knows: its plan and progress, its sheets and vetoes, and once it is sealed its result. And who may still
// change what.
import {
  type Actor,
  type DoneItem,
  type EntrantResult,
  type EventNamed,
  type Marks,
  type PlanItem,
  type Refusal,
  refuse,
  type VerifiedItem,
} from '@jiangong/contracts';
import type { Scored } from './evaluate.ts';
import type { CheckEvent } from './events.ts';

export interface Sheet {
  status: 'draft' | 'submitted' | 'returned';
  marks: Marks;
  by: string;
  /** Why it was returned. */
  reason?: string;
}
export type StandingVeto = Omit<EventNamed<'veto-raised'>['data'], 'check'>;
export interface Sealed {
  /** The round's attempt at closing that sealed it. */
  attempt: number;
  revision: number;
  inputs: Marks;
  vetoes: Scored['vetoes'];
  group?: string;
  result: EntrantResult;
  scoredBy: string[];
  digest: string;
  inputDigest?: string;
  resultDigest?: string;
  /** Of a correction. */
  reason?: string;
  by?: string;
}

export interface Check extends Omit<EventNamed<'check-made'>['data'], 'open' | 'vetoes'> {
  entry: string;
  unit: string;
  code: string;
  status: 'made' | 'open' | 'sealed' | 'withdrawn';
  vetoRules: EventNamed<'check-made'>['data']['vetoes'];
  /** Up to which of the entry's events its facts are taken in. */
  seen: number;
  plan?: { revision: number; items: Record<string, PlanItem>; reason?: string };
  reported: Record<string, DoneItem>;
  verified: Record<string, VerifiedItem & { by: string; at: string }>;
  /** Criteria verified against a plan that was revised since. */
  voided?: string[];
  /** By department. */
  sheets: Record<string, Sheet>;
  vetoes: StandingVeto[];
  /** Vetoes that were lifted: a late repetition does not raise them again. */
  lifted?: string[];
  sealed?: Sealed;
  /** What corrections replaced, the oldest first. */
  earlier: Sealed[];
  /** The last attempt at closing that it answered. */
  attempt: number;
  /** Something became known after the sealing that the result does not take in. */
  correctionDue: boolean;
}

/** Refused unless the check still takes what people enter; before the round opens only if `early`. */
export function closedTo(check: Check, early = false): Refusal | undefined {
  const { entrant, period, check: id } = check;
  const params = { check: id, unit: entrant.name, period: period.label };
  switch (check.status) {
    case 'made':
      return early ? undefined : refuse('check-not-open', params);
    case 'open':
      return undefined;
    case 'sealed':
      return refuse('check-closed', params);
    case 'withdrawn':
      return refuse('check-withdrawn', params);
    default:
      return check.status satisfies never;
  }
}

/** An entrant acts for its own units. */
export const foreignUnit = ({ roles, units }: Actor, { entrant }: Check): Refusal | undefined =>
  roles.includes('organiser') || units.includes(entrant.unit)
    ? undefined
    : refuse('not-yours', { scope: entrant.name, unit: entrant.unit });

/** A checker scores for its own departments. */
export const foreignDepartment = ({ departments }: Actor, check: Check, department: string): Refusal | undefined =>
  departments.includes(department)
    ? undefined
    : refuse('not-yours', { scope: departmentLabel(check, department), department });

export const departmentLabel = ({ departments }: Pick<Check, 'departments'>, department: string): string =>
  departments.find(({ id }) => id === department)?.label ?? department;

const blank = {
  ...{ reported: {}, verified: {}, sheets: {}, vetoes: [], earlier: [] },
  ...{ attempt: 0, correctionDue: false },
};

export function evolve(check: Check | undefined, event: CheckEvent): Check | undefined {
  if (event.type === 'check-made') {
    const { open, vetoes: vetoRules, ...made } = event.data;
    const { entry, unit, code } = made.entrant;
    // Whoever comes back finds its plan, marks and vetoes, and is not sealed by an attempt that passed it over.
    const before = { ...blank, ...check, seen: 0 };
    return { ...before, ...made, vetoRules, entry, unit, code, status: open ? 'open' : 'made' };
  }
  if (!check) return check;
  switch (event.type) {
    case 'check-opened':
      return { ...check, status: 'open' };
    case 'check-withdrawn': {
      const { sealed: _, ...rest } = check;
      return { ...rest, status: 'withdrawn', correctionDue: false };
    }
    case 'entry-facts-noted': {
      const { seen, siteDays, group } = event.data;
      const { group: _, ...entrant } = check.entrant;
      const noted = { ...check, seen, siteDays, entrant: { ...entrant, ...(group ? { group } : {}) } };
      return { ...noted, correctionDue: outdated(noted) };
    }
    case 'plan-set': {
      const { revision, items, reason, voids = [] } = event.data;
      const plan = { revision, items, ...(reason ? { reason } : {}) };
      if (voids.length === 0) return { ...check, plan };
      const reported = Object.fromEntries(Object.entries(check.reported).filter(([id]) => !voids.includes(id)));
      return { ...check, plan, reported, voided: [...new Set([...(check.voided ?? []), ...voids])] };
    }
    case 'progress-reported':
      return { ...check, reported: { ...check.reported, ...event.data.items } };
    case 'progress-verified': {
      const { items, by, at } = event.data;
      const signed = Object.entries(items).map(([criterion, item]) => [criterion, { ...item, by, at }]);
      const verified = { ...check.verified, ...Object.fromEntries(signed) };
      const { voided, ...rest } = check;
      const left = voided?.filter((criterion) => !(criterion in items)) ?? [];
      return { ...rest, verified, ...(left.length > 0 ? { voided: left } : {}) };
    }
    case 'sheet-saved': {
      const { department, marks, by } = event.data;
      return { ...check, sheets: { ...check.sheets, [department]: { status: 'draft', marks, by } } };
    }
    case 'sheet-submitted': {
      const { department, by } = event.data;
      const marks = check.sheets[department]?.marks ?? {};
      return { ...check, sheets: { ...check.sheets, [department]: { status: 'submitted', marks, by } } };
    }
    case 'sheet-returned': {
      const { department, reason } = event.data;
      const sheet = { ...check.sheets[department]!, status: 'returned' as const, reason };
      return { ...check, sheets: { ...check.sheets, [department]: sheet } };
    }
    case 'veto-raised': {
      const { check: _, ...veto } = event.data;
      return { ...check, vetoes: [...check.vetoes, veto] };
    }
    case 'veto-lifted': {
      const { veto: id } = event.data;
      const vetoes = check.vetoes.filter(({ veto }) => veto !== id);
      return { ...check, vetoes, lifted: [...(check.lifted ?? []), id] };
    }
    case 'check-sealed': {
      const { attempt } = event.data;
      return { ...check, status: 'sealed', attempt, sealed: sealedBy(event.data, attempt), correctionDue: false };
    }
    case 'seal-refused':
    case 'check-excused':
      return { ...check, attempt: event.data.attempt };
    case 'check-unsealed': {
      const { sealed: _, ...rest } = check;
      return { ...rest, status: 'open', correctionDue: false };
    }
    case 'result-corrected': {
      const { reason, by } = event.data;
      const before = check.sealed!;
      const sealed = { ...sealedBy(event.data, before.attempt), reason, by };
      return { ...check, sealed, earlier: [...check.earlier, before], correctionDue: false };
    }
    default:
      return event satisfies never;
  }
}

type ResultData = EventNamed<'check-sealed' | 'result-corrected'>['data'];
function sealedBy(data: ResultData, attempt: number): Sealed {
  const { revision, inputs, vetoes, entrant, result, scoredBy, digest, inputDigest, resultDigest } = data;
  return {
    ...{ attempt, revision, inputs, vetoes, result, scoredBy, digest },
    ...(entrant.group ? { group: entrant.group } : {}),
    ...(inputDigest && resultDigest ? { inputDigest, resultDigest } : {}),
  };
}

/** Whether what is known of the entry differs from what the sealed result was scored by. */
function outdated({ sealed, criteria, siteDays, entrant }: Check): boolean {
  if (!sealed) return false;
  const onSite = criteria.filter(({ from }) => from === 'site-days').map(({ id }) => sealed.inputs[id]);
  const days = onSite.every(
    (mark) => mark && 'plan' in mark && mark.plan === siteDays.plan && mark.done === siteDays.done,
  );
  return !days || sealed.group !== entrant.group;
}
