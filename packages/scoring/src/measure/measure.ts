// From an entry to the raw number of a criterion, whatever the kind of measure.
import type { Context, Slot } from '../compile/context.ts';
import { compileFigure } from '../compile/references.ts';
import { NONE, PENDING, type Sitting } from '../compile/row.ts';
import { units } from '../decimal.ts';
import type { Entry } from '../input.ts';
import type { Measure } from '../schema/measure.ts';
import { compileCollect } from './collect.ts';
import { compileDue } from './due.ts';
import { compileEvents } from './events.ts';
import { compileLevel } from './level.ts';
import { compileRatio } from './ratio.ts';
import { compileValue } from './value.ts';

/** Puts the raw number (and plan, events) into the row and says the node's status. */
export type Gauge = (s: Sitting, entry: Entry) => number;
export type Measuring = (s: Sitting) => number;

export function compileMeasure(context: Context, slot: Slot, measure: Measure): Measuring {
  const { criterion, index } = slot;
  const { id } = criterion;
  switch (measure.kind) {
    case 'value':
      return entered(slot, compileValue(id, index));
    case 'ratio':
      return entered(slot, compileRatio(measure, id, index));
    case 'events':
      return entered(slot, compileEvents(measure, id, index, units(criterion.points ?? 0)));
    case 'level':
      return entered(slot, compileLevel(measure, id, index));
    case 'figure': {
      const of = compileFigure(context, measure.of);
      return (s) => {
        const status = of.status(s);
        s.row.raw[index] = of.read(s);
        return status === 0 && Number.isNaN(s.row.raw[index]) ? NONE : status;
      };
    }
    case 'collect':
      return compileCollect(context, slot, measure);
    default: {
      const never: never = measure;
      return never;
    }
  }
}

/** A missing entry is pending where it is due in this period, and left out where it is not. */
function entered(slot: Slot, gauge: Gauge): Measuring {
  const { id, owner } = slot.criterion;
  const due = compileDue(slot);
  return (s) => {
    const entry = s.inputs[id];
    if (entry !== undefined) {
      const status = gauge(s, entry);
      if (status === PENDING) s.missing.push(pending(s, id, owner));
      return status;
    }
    if (!due(s)) return NONE;
    s.missing.push(pending(s, id, owner));
    return PENDING;
  };
}

function pending(s: Sitting, item: string, owner: string | undefined) {
  const where = { entrant: s.entrant.id, item, ...(owner === undefined ? {} : { owner }) };
  return s.judge === undefined
    ? { ...where, missing: 'input' as const }
    : { ...where, missing: 'mark' as const, of: s.judge };
}
