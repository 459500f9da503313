// A mark or a measurement, as it was entered.
import type { Slot } from '../compile/context.ts';
import { SCORED } from '../compile/row.ts';
import { shown, under } from '../explain/trace.ts';
import type { Gauge } from './entered.ts';
import { readNumber, wrongKind } from './read.ts';

export function valueGauge(slot: Slot): Gauge {
  const { index } = slot;
  const { id } = slot.criterion;
  return {
    read: (s, entry) => {
      if (!('value' in entry)) return wrongKind(s, id, 'value');
      s.row.raw[index] = readNumber(entry.value, s, id);
      return SCORED;
    },
    explain: (s) => under(slot, 'value', {}, shown(s.row.raw[index]!)),
  };
}
