// What readers see of units, schemes, competitions and entries; fed by events, one stream to a row.
import type { EventNamed, View } from '@jiangong/contracts';

export type UnitRow = EventNamed<'unit-registered'>['data'];
export const units: View<UnitRow, EventNamed<'unit-registered' | 'unit-amended'>> = {
  name: 'units',
  on: ['unit-registered', 'unit-amended'],
  key: (event) => event.data.unit,
  apply: (_, event) => event.data,
  index: ['code', 'kind'],
};
