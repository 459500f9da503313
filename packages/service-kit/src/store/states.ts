// Reads states from the private rows in which a service keeps those that it publishes or follows; what was erased is not there.
import { type StateTopicName, stateTopics } from '@jiangong/contracts';
import type { StateRow } from '../relay/states.ts';
import type { Store } from './port.ts';

/**
 * What a service's private rows have of keys of a state topic that it publishes or follows; of all, if none are given.
 * @example
 * ```ts
 * const none = { privateRow: async () => undefined, privateRows: async () => [] };
 * (await statesIn(none, 'union', 'people.state.v1')).size; // → 0
 * ```
 */
export async function statesIn(
  store: Pick<Store, 'privateRow' | 'privateRows'>,
  org: string,
  topic: StateTopicName,
  keys?: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const bodies = keys
    ? await Promise.all([...new Set(keys)].map((key) => store.privateRow(topic, `${org}/${key}`)))
    : (await store.privateRows(topic, `${org}/`)).map(({ body }) => body);
  const read = (bodies as (StateRow | undefined)[]).flatMap((row) => {
    const { data, success } = stateTopics[topic].value.safeParse(row?.value);
    return row && success ? [[row.key, data] as const] : [];
  });
  return new Map(read);
}
