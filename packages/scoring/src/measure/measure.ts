// From an entry to the raw number of a criterion, for every kind of measure.
import type { Context, Slot } from '../compile/context.ts';
import { compileFigure } from '../compile/references.ts';
import { NONE, PENDING, SCORED, type Sitting } from '../compile/row.ts';
import { units } from '../decimal.ts';
import type { Trace } from '../explain/step.ts';
import { note, shown, under } from '../explain/trace.ts';
import type { Measure, MeasureOf } from '../schema/measure.ts';
import { compileCollect } from './collect.ts';
import { entered, type Measuring } from './entered.ts';
import { eventsGauge } from './events.ts';
import { levelGauge } from './level.ts';
import { ratioGauge } from './ratio.ts';
import { valueGauge } from './value.ts';

export function compileMeasure(context: Context, slot: Slot, measure: Measure): Measuring {
  switch (measure.kind) {
    case 'value':
      return entered(slot, valueGauge(slot));
    case 'ratio':
      return entered(slot, ratioGauge(slot, measure));
    case 'events':
      return entered(slot, eventsGauge(slot, measure, units(slot.criterion.points ?? 0)));
    case 'level':
      return entered(slot, levelGauge(slot, measure));
    case 'figure':
      return compileFigureMeasure(context, slot, measure);
    case 'collect':
      return compileCollect(context, slot, measure);
    default: {
      const never: never = measure;
      return never;
    }
  }
}

/** A figure without a value gives no points and takes none. */
function compileFigureMeasure(context: Context, slot: Slot, measure: MeasureOf<'figure'>): Measuring {
  const of = compileFigure(context, measure.of);
  return (s: Sitting, trace: Trace | undefined) => {
    const raw = of.read(s);
    s.row.raw[slot.index] = raw;
    if (s.fine) s.fine.raw[slot.index] = of.exact(s.fine, s);
    if (trace) note(trace, under(slot, 'figure', { figure: measure.of }, shown(raw)));
    if (!Number.isNaN(raw)) return SCORED;
    return of.status(s) === PENDING ? PENDING : NONE;
  };
}
