// A mark or a measurement, as it was entered.
import { NONE, SCORED, type Sitting } from '../compile/row.ts';
import type { Gauge } from './measure.ts';
import { readNumber, wrongKind } from './read.ts';

export function compileValue(id: string, index: number): Gauge {
  return (s: Sitting, entry) => {
    if ('value' in entry) {
      s.row.raw[index] = readNumber(entry.value, s, id);
      return SCORED;
    }
    return 'na' in entry ? NONE : wrongKind(s, id, 'value');
  };
}
