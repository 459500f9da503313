// What a check knows: its plan and progress, its sheets and vetoes, and once it is sealed its result. And who may still
// change what. How events change it is in check-evolve.ts.
import {
  type Actor,
  type AppealView,
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

/** Who was a deputy in what the entrant does, and for whom deputies scored and answered appeals. */
export interface CheckDeputies {
  entering?: string[];
  scoring?: string[];
  answering?: string[];
}

export interface Check extends Omit<EventNamed<'check-made'>['data'], 'open' | 'vetoes'> {
  entry: string;
  unit: string;
  code: string;
  status: 'made' | 'open' | 'sealed' | 'withdrawn';
  vetoRules: EventNamed<'check-made'>['data']['vetoes'];
  /** Up to which of the entry's events its facts are taken in. */
  seen: number;
  /** The edition of the calendar by which its days on site are counted. */
  calendar?: number;
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
  /** Corrected marks of criteria measured by plan and work done, until the plan or the verification changes. */
  carried?: Marks;
  sealed?: Sealed;
  /** The result that stood when the round was opened again, and why it was; sealed anew without a change, it stands again. */
  undone?: { sealed: Sealed; reason: string; by: string };
  /** What corrections replaced, the oldest first. */
  earlier: Sealed[];
  /** What its entrant gave itself. */
  selfScore?: { marks: Marks; by: string; at: string };
  /** Who was a deputy, or had one, in what was done; absent where nobody was. */
  deputies?: CheckDeputies;
  /** By id. */
  appeals?: Record<string, AppealView>;
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
