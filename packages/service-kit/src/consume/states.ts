// Follows state topics into private rows: a newer state replaces the row, a tombstone empties it and stays, so that an older
// state that comes again brings nothing back. Of its own topics a service only looks whether an older state came last.
import { stateRecord, stateTopicsOf } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import type { LogRecord } from '../log/port.ts';
import { isNaming, recordOf } from '../relay/naming.ts';
import { overtakenRowOf, owedByName, type StateRow, stateRowOf } from '../relay/states.ts';
import type { PrivateRow, Store } from '../store/port.ts';

type Rows = Pick<Store, 'privateRow' | 'privateRows' | 'write'>;

/** What is owed again after a record of one of the service's own topics. */
async function overtaken(store: Rows, topic: string, { org, key, revision }: StateRow): Promise<PrivateRow[]> {
  const own = (await store.privateRow(topic, `${org}/${key}`)) as StateRow | undefined;
  const newest = own && (await recordOf(store, topic, own));
  return newest && newest.revision > revision ? [overtakenRowOf(topic, own, revision)] : [];
}

export async function follow(service: string, store: Rows, record: LogRecord, positions: PrivateRow[]): Promise<void> {
  const { topic, ...state } = stateRecord.parse(record.value) as StateRow & { topic: string };
  const isOwn = (stateTopicsOf(service) as string[]).includes(topic);
  let rows = isOwn ? await overtaken(store, topic, state) : [stateRowOf(topic, state)];
  failpoint('before-effect');
  if (isNaming(service, topic)) {
    // The name first: a state that comes to name it meanwhile is published with it, or is among those that are owed.
    await store.write({ privateRows: rows });
    failpoint('after-name-kept');
    rows = await owedByName(store, topic, state);
  }
  if (rows.length + positions.length > 0) await store.write({ privateRows: [...rows, ...positions] });
  failpoint('after-state-kept');
}
