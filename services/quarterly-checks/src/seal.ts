// Sealing a check: its marks are scored by the round's scheme and the result stands; afterwards only a correction, which
// is a new revision with a reason, changes it.
import {
  type Command,
  canonical,
  digestOf,
  type EventNamed,
  isRefusal,
  type Marks,
  type MissingItem,
  peopleOf,
  type Refusal,
  refuse,
} from '@jiangong/contracts';
import { type Change, changed } from './changed.ts';
import { evolve } from './check-evolve.ts';
import { type Check, departmentLabel, type Sealed } from './check-state.ts';
import type { Competing } from './deciders.ts';
import { type Body, evaluateOne, type Scored } from './evaluate.ts';
import type { CheckEvent } from './events.ts';
import { unplanned, workMark } from './plan.ts';
import { submittedMarks } from './sheet.ts';

/** The closure of the round that was undone last, if any was. */
interface Undone {
  attempt: number;
  reason: string;
  by: string;
}
export type Seal = Command<'seal', { attempt: number; page: number; body: Body; undone?: Undone }>;
export type Unseal = Command<'unseal', { attempt: number; undone?: Undone }>;
export type Correct = Command<'correct', Competing & Change & { body: Body; reason: string }>;

/** What counts of a check as it stands: plan and verified progress, days on site, submitted sheets. */
export function inputsOf(check: Check): Marks {
  const inputs = submittedMarks(check);
  for (const criterion of check.criteria) {
    if (criterion.from === 'site-days') inputs[criterion.id] = { ...check.siteDays };
    const mark = criterion.from === 'work' ? workMark(check, criterion) : undefined;
    if (mark) inputs[criterion.id] = mark;
  }
  return inputs;
}

const scoredOf = (check: Check, inputs: Marks, vetoes: Scored['vetoes']): Scored => ({
  id: check.entry,
  group: check.entrant.group ?? null,
  inputs,
  vetoes,
});
const score = (check: Check, body: Body, inputs: Marks, vetoes: Scored['vetoes']) => {
  const ref = { track: check.track, stage: check.stage, period: check.period.id };
  return evaluateOne(body, ref, scoredOf(check, inputs, vetoes));
};
export const standing = (check: Check): Scored['vetoes'] =>
  check.vetoes.map(({ kind, by, at, evidence }) => ({ id: kind, by, at, evidence }));

/** What is due in a check and not there, by who owes it; `as`: if it had these marks and vetoes. */
export function missingOf(check: Check, body: Body, as?: Pick<Scored, 'inputs' | 'vetoes'>): MissingItem[] {
  if (check.status === 'withdrawn' || check.status === 'sealed') return [];
  const { inputs, vetoes } = as ?? { inputs: inputsOf(check), vetoes: standing(check) };
  const { pending } = score(check, body, inputs, vetoes);
  const owed = new Map<string, MissingItem>();
  for (const id of pending) {
    const criterion = check.criteria.find((each) => each.id === id);
    const what = criterion?.from === 'work' ? (unplanned(check, id) ? 'plan' : 'progress') : 'sheet';
    // A plan is owed by the entrant itself.
    const department = what === 'plan' ? undefined : criterion?.owner;
    const key = `${what}/${department ?? ''}`;
    const item = owed.get(key);
    if (item) item.criteria.push(id);
    else
      owed.set(key, {
        check: check.check,
        entry: check.entry,
        unit: check.entrant.shortName,
        what,
        ...(department ? { department, departmentLabel: departmentLabel(check, department) } : {}),
        criteria: [id],
      });
  }
  return [...owed.values()];
}

export function sealed(before: Check, { data: { attempt, page, body, undone } }: Seal): CheckEvent[] {
  if (attempt <= before.attempt) return [];
  // The walk of an earlier attempt that is to unseal it may still be on its way.
  const first = before.sealed ? unsealing(before, before.sealed.attempt, undone) : [];
  const check = first.reduce<Check>((state, event) => evolve(state, event)!, before);
  const { check: id, round } = check;
  if (check.status === 'withdrawn') return [{ type: 'check-excused', data: { check: id, round, attempt, page } }];
  const missing = missingOf(check, body);
  if (missing.length > 0) return [...first, { type: 'seal-refused', data: { check: id, round, attempt, missing } }];
  return [...first, { type: 'check-sealed', data: { ...resultOf(check, body), attempt, page } }];
}

/** The result as it now stands: the one before its round was opened again, if nothing has changed since. */
function resultOf(check: Check, body: Body): ResultData {
  const inputs = inputsOf(check);
  const vetoes = standing(check);
  const before = check.undone?.sealed;
  if (!before) return resultData(check, body, inputs, vetoes, { revision: 1, scoredBy: scorersOf(check) });
  const { revision, scoredBy } = before;
  if (!differs(before, inputs, vetoes, check.entrant.group))
    return resultData(check, body, before.inputs, before.vetoes, { revision, scoredBy });
  const all = [...new Set([...scoredBy, ...scorersOf(check)])].sort();
  return resultData(check, body, inputs, vetoes, { revision: revision + 1, scoredBy: all });
}

export function unsealed(check: Check, { data: { attempt, undone } }: Unseal): CheckEvent[] {
  return check.sealed?.attempt === attempt ? unsealing(check, attempt, undone) : [];
}
function unsealing({ check }: Check, attempt: number, undone: Undone | undefined): CheckEvent[] {
  const why = undone?.attempt === attempt ? { reason: undone.reason, by: undone.by } : {};
  return [{ type: 'check-unsealed', data: { check, attempt, ...why } }];
}

export function corrected(check: Check, { data, actor, now }: Correct): CheckEvent[] | Refusal {
  const before = check.sealed;
  if (!before) return refuse('not-sealed');
  const counted = changed(check, before, data, { actor, now });
  if (isRefusal(counted)) return counted;
  const { inputs, vetoes } = counted;
  if (!differs(before, inputs, vetoes, check.entrant.group)) return refuse('nothing-to-correct');
  const { pending } = score(check, data.body, inputs, vetoes);
  if (pending.length > 0) {
    const missing = check.criteria.filter(({ id }) => pending.includes(id)).map(({ label }) => label);
    return refuse('result-incomplete', { missing });
  }
  const scoredBy = [...new Set([...before.scoredBy, ...peopleOf(actor)])].sort();
  const result = resultData(check, data.body, inputs, vetoes, { revision: before.revision + 1, scoredBy });
  return [{ type: 'result-corrected', data: { ...result, reason: data.reason, by: actor.sub } }];
}

/** Whether anything that a result is scored by is another than it was, by whomever it was entered. */
const differs = (before: Sealed, inputs: Marks, vetoes: Scored['vetoes'], group: string | undefined): boolean =>
  canonical([unsigned(before.inputs), before.vetoes, before.group]) !== canonical([unsigned(inputs), vetoes, group]);
const unsigned = (inputs: Marks) =>
  Object.fromEntries(Object.entries(inputs).map(([id, { by: _, at: __, ...mark }]) => [id, mark]));

type ResultData = Omit<EventNamed<'check-sealed'>['data'], 'attempt' | 'page'>;
function resultData(
  check: Check,
  body: Body,
  inputs: Marks,
  vetoes: Scored['vetoes'],
  rest: { revision: number; scoredBy: string[] },
): ResultData {
  const { result } = score(check, body, inputs, vetoes);
  const { check: id, round, competition, track, stage, period, entrant, scheme, schemeVersion } = check;
  const where = { check: id, round, competition, track, stage, period: period.id, entrant, scheme, schemeVersion };
  return {
    ...{ ...where, inputs, vetoes, result, ...rest },
    digest: digestOf({ inputs, vetoes, result, ...rest }),
    inputDigest: digestOf({ inputs, vetoes, group: entrant.group ?? null }),
    resultDigest: digestOf(result),
  };
}

/** Everybody whose mark, verification or veto is in the result, and for whom a deputy gave any. */
export function scorersOf(check: Check): string[] {
  const marks = Object.values(inputsOf(check)).map(({ by }) => by);
  const submitters = Object.values(check.sheets).map(({ by }) => by);
  const all = [...marks, ...submitters, ...check.vetoes.map(({ by }) => by), ...(check.deputies?.scoring ?? [])];
  return [...new Set(all.filter((by) => by !== undefined))].sort();
}
