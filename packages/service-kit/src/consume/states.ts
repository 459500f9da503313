// Follows state topics into private rows: a newer state replaces the row, a tombstone empties it and stays, so that an older
// state that comes again brings nothing back. Of its own topics a service only looks whether an older state came last.
import { stateRecord, stateTopicsOf } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import type { LogRecord } from '../log/port.ts';
import { owedRowOf, type StateRow, stateRowOf } from '../relay/states.ts';
import type { PrivateRow, Store } from '../store/port.ts';

/** @returns the private rows that follow from a record of a state topic */
export async function rowsOfRecord(
  service: string,
  store: Pick<Store, 'privateRow'>,
  record: LogRecord,
): Promise<PrivateRow[]> {
  const { topic, ...state } = stateRecord.parse(record.value);
  if (!(stateTopicsOf(service) as string[]).includes(topic)) return [stateRowOf(topic, state as StateRow)];
  const own = (await store.privateRow(topic, `${state.org}/${state.key}`)) as StateRow | undefined;
  return own && own.revision > state.revision ? [owedRowOf(topic, own)] : [];
}

export async function follow(
  service: string,
  store: Pick<Store, 'privateRow' | 'write'>,
  record: LogRecord,
  positions: PrivateRow[],
): Promise<void> {
  const rows = await rowsOfRecord(service, store, record);
  failpoint('before-effect');
  if (rows.length + positions.length > 0) await store.write({ privateRows: [...rows, ...positions] });
  failpoint('after-state-kept');
}
