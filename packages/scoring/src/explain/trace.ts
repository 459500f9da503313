// Collects the explanation while an entrant is scored; nothing here runs unless an explanation is requested.
import type { Slot } from '../compile/context.ts';
import { ABSENT, INVALID, NONE, PENDING, type Row, SCORED } from '../compile/row.ts';
import { plain } from '../decimal.ts';
import type { Entry } from '../input.ts';
import type { Op } from './ops.ts';
import type { Argument, Explain, Source, Trace } from './step.ts';

export const newTrace = (): Trace => [[]];

export function open(trace: Trace): void {
  trace.push([]);
}

/** Ends a level: everything noted since it was opened becomes the step's children. */
export function close(trace: Trace, step: Explain): void {
  const of = trace.pop() ?? [];
  if (of.length > 0) step.of = of;
  trace.at(-1)?.push(step);
}

export function note(trace: Trace, step: Explain): void {
  trace.at(-1)?.push(step);
}

/** The step noted last, to be completed by what happens to its number afterwards. */
export function last(trace: Trace): Explain | undefined {
  return trace.at(-1)?.at(-1);
}

/** Says in the outermost step of a criterion which exact number decides how it is published. */
export function amend(trace: Trace, slot: Slot, value: number, exact: string): void {
  const stack = trace.flat().toReversed();
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.at === slot.at && next.value === plain(value)) {
      next.args.exact = exact;
      return;
    }
    stack.push(...(next.of ?? []).toReversed());
  }
}

/** A count of 1/10000 as an ordinary number; null for NaN and infinities. */
export function shown(n: number): number | null {
  return Number.isFinite(n) ? plain(n) : null;
}

/** A step about a criterion, its number taken from the row. */
export function step(slot: Slot, op: Op, args: Record<string, Argument>, row: Row): Explain {
  const { criterion, index } = slot;
  const status = statusWord(row.status[index]!);
  return {
    at: slot.at,
    ...(criterion.clause === undefined ? {} : { clause: criterion.clause }),
    id: criterion.id,
    label: criterion.label,
    op,
    args,
    value: status === 'scored' ? shown(row.value[index]!) : null,
    max: criterion.points === undefined || status !== 'scored' ? null : shown(row.max[index]!),
    status,
    ...(status === 'pending' ? { running: shown(row.value[index]!) ?? 0 } : {}),
  };
}

/** A step below a criterion (an event, a part, a collected result, the measure itself). */
export function under(slot: Slot, op: Op, args: Record<string, Argument>, value: number | null): Explain {
  const { id, label } = slot.criterion;
  return { at: slot.at, id, label, op, args, value, max: null, status: value === null ? 'not-assessable' : 'scored' };
}

export function sourceOf(entry: Entry): Source {
  const { by, at, evidence, ...value } = entry;
  return {
    value: value as Entry,
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

export function statusWord(code: number): Explain['status'] {
  switch (code) {
    case SCORED:
      return 'scored';
    case PENDING:
      return 'pending';
    case INVALID:
      return 'invalid';
    case ABSENT:
      return 'not-applicable';
    case NONE:
      return 'not-assessable';
    default:
      return 'not-assessable';
  }
}
