// Measures that read an entry: what happens when it is there, when it is missing, and when it says "not assessable".
import type { Slot } from '../compile/context.ts';
import { NONE, PENDING, type Sitting } from '../compile/row.ts';
import type { Explain, Trace } from '../explain/step.ts';
import { note, sourceOf, under } from '../explain/trace.ts';
import type { Entry } from '../input.ts';
import type { Pending } from '../result.ts';
import { compileDue } from './due.ts';

/** Puts the raw number (and plan, events) of a criterion into the row and says the node's status. */
export type Measuring = (s: Sitting, trace: Trace | undefined) => number;

/** How one kind of entry is read and explained. */
export interface Gauge {
  read: (s: Sitting, entry: Entry) => number;
  explain: (s: Sitting, entry: Entry) => Explain;
}

/** A missing entry is pending where it is due in this period, and left out where it is not. */
export function entered(slot: Slot, gauge: Gauge): Measuring {
  const { id } = slot.criterion;
  const due = compileDue(slot);
  const { read } = gauge;
  return (s, trace) => {
    const entry = s.inputs[id] ?? packedEntry(s, slot.index);
    if (entry === undefined) {
      if (trace) note(trace, under(slot, 'none', { entered: false }, null));
      if (!due(s)) return NONE;
      s.missing.push(missingEntry(s, slot));
      return PENDING;
    }
    const status = 'na' in entry ? NONE : read(s, entry);
    if (status === PENDING) s.missing.push(missingEntry(s, slot));
    if (trace) {
      const explained =
        'na' in entry ? under(slot, 'none', { entered: true, reason: entry.na }, null) : gauge.explain(s, entry);
      note(trace, { ...explained, inputs: [sourceOf(entry)] });
    }
    return status;
  };
}

function packedEntry(s: Sitting, index: number): Entry | undefined {
  const mark = s.marks && s.columns[index]! >= 0 ? s.marks[s.from + s.columns[index]!] : undefined;
  return mark === undefined || Number.isNaN(mark) ? undefined : { value: mark };
}

function missingEntry(s: Sitting, slot: Slot): Pending {
  const { id, owner } = slot.criterion;
  const where = { entrant: s.entrant.id, item: id, ...(owner === undefined ? {} : { owner }) };
  return s.judge === undefined ? { ...where, missing: 'input' } : { ...where, missing: 'mark', of: s.judge };
}
