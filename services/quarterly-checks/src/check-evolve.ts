// How events change what a check knows.
import type { EventNamed, Signed } from '@jiangong/contracts';
import { evolve as evolveAppeal } from './appeal-state.ts';
import { carriedBack } from './carried.ts';
import type { Check, Sealed } from './check-state.ts';
import { noteDeputy } from './deputies.ts';
import type { CheckEvent } from './events.ts';

const blank = {
  ...{ reported: {}, verified: {}, sheets: {}, vetoes: [], earlier: [] },
  ...{ attempt: 0, correctionDue: false },
};

export function evolve(check: Check | undefined, event: Signed<CheckEvent>): Check | undefined {
  const after = evolved(check, event);
  return after && noteDeputy(after, event);
}

function evolved(check: Check | undefined, event: CheckEvent): Check | undefined {
  if (event.type === 'check-made') {
    const { open, vetoes: vetoRules, ...made } = event.data;
    const { entry, unit, code } = made.entrant;
    // Whoever comes back finds its plan, marks and vetoes, and is not sealed by an attempt that passed it over.
    const before = { ...blank, ...check, seen: 0, calendar: 0 };
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
      const { seen, siteDays, group, calendar = 0 } = event.data;
      const { group: _, ...entrant } = check.entrant;
      const noted = { ...check, seen, calendar, siteDays, entrant: { ...entrant, ...(group ? { group } : {}) } };
      return { ...noted, correctionDue: outdated(noted) };
    }
    case 'plan-set': {
      const { revision, items, reason, voids = [] } = event.data;
      const plan = { revision, items, ...(reason ? { reason } : {}) };
      if (voids.length === 0) return { ...check, plan };
      const reported = without(check.reported, voids);
      const voided = [...new Set([...(check.voided ?? []), ...voids])];
      return { ...uncarried(check, voids), plan, reported, voided };
    }
    case 'progress-reported':
      return { ...check, reported: { ...check.reported, ...event.data.items } };
    case 'progress-verified': {
      const { items, by, at } = event.data;
      const signed = Object.entries(items).map(([criterion, item]) => [criterion, { ...item, by, at }]);
      const verified = { ...check.verified, ...Object.fromEntries(signed) };
      const { voided, ...rest } = uncarried(check, Object.keys(items));
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
      const sealed = { ...check, status: 'sealed' as const, attempt, correctionDue: false };
      const result = sealedBy(event.data, attempt);
      if (!check.undone) return { ...sealed, sealed: result };
      const { sealed: before, reason, by } = check.undone;
      if (result.revision === before.revision) return { ...sealed, sealed: { ...before, ...result } };
      return { ...sealed, sealed: { ...result, reason, by }, earlier: [...check.earlier, before] };
    }
    case 'seal-refused':
    case 'check-excused':
      return { ...check, attempt: event.data.attempt };
    case 'check-unsealed': {
      const { sealed, ...rest } = carriedBack(check);
      const { reason, by } = event.data;
      const open = { ...rest, status: 'open' as const, correctionDue: false };
      if (sealed && reason && by) return { ...open, undone: { sealed, reason, by } };
      // The attempt was given up, and with it a new revision.
      const earlier = check.earlier.filter(({ revision }) => revision < (check.undone?.sealed.revision ?? 1));
      return { ...open, earlier };
    }
    case 'result-corrected': {
      const { reason, by } = event.data;
      const before = check.sealed!;
      const sealed = { ...sealedBy(event.data, before.attempt), reason, by };
      return { ...check, sealed, earlier: [...check.earlier, before], correctionDue: false };
    }
    case 'self-scored': {
      const { marks, by, at } = event.data;
      return { ...check, selfScore: { marks, by, at } };
    }
    case 'appeal-filed':
    case 'appeal-answered':
    case 'appeal-decided': {
      const { appeal: id } = event.data;
      const appeal = evolveAppeal(check.appeals?.[id], event);
      return appeal ? { ...check, appeals: { ...check.appeals, [id]: appeal } } : check;
    }
    default:
      return event satisfies never;
  }
}

const without = <T>(table: Record<string, T>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(table).filter(([key]) => !keys.includes(key)));

function uncarried({ carried, ...check }: Check, criteria: readonly string[]): Check {
  const left = without(carried ?? {}, criteria);
  return Object.keys(left).length > 0 ? { ...check, carried: left } : check;
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
