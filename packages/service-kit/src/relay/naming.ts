// States that name others: a row holds keys alone, and what they are called is read from the rows of another topic when the state
// is published. The revision of such a record grows with its own and with those of whom it names, so that an erased name does not
// come after its erasure, and a link from each of them to the state says what is owed when a name changes.
import { type StateRecord, type StateTopicName, stateNamings, stateTopics, stateTopicsOf } from '@jiangong/contracts';
import type { PrivateRow, Store } from '../store/port.ts';

/** A private row of a state: in the table that has its topic's name, by organisation and key. */
export interface StateRow {
  key: string;
  org: string;
  revision: number;
  value?: Record<string, unknown>;
}

const LINKS = 'states-named';
/** More revisions than one who is named ever has. */
const STEP = 1_000_000;

type Rows = Pick<Store, 'privateRow' | 'privateRows'>;
type Naming = {
  from: StateTopicName;
  keysOf(value: object): string[];
  fill(value: object, states: ReadonlyMap<string, unknown>): Record<string, unknown> | undefined;
};
const namingOf = (topic: string) => (stateNamings as unknown as Record<string, Naming | undefined>)[topic];
/** The service's own topics that name keys of another. */
const namedBy = (service: string, from: string) =>
  stateTopicsOf(service).filter((topic) => namingOf(topic)?.from === from);

/** Under which a topic is noted as filled: one filled before it had names is filled once more, for its links. */
export const filledAs = (topic: string) => (namingOf(topic) ? `${topic} with names` : topic);

const keysIn = (topic: string, { value }: StateRow) => (value && namingOf(topic)?.keysOf(value)) ?? [];
const linkKeys = (topic: string, state: StateRow) =>
  keysIn(topic, state).map((named) => `${namingOf(topic)!.from}/${state.org}/${named}/${topic}/${state.key}`);

/** The private rows that say whom a state names; they stay, since whoever is named once may be erased. */
export const linksOf = (topic: string, state: StateRow): PrivateRow[] =>
  linkKeys(topic, state).map((key) => ({ table: LINKS, key, body: { topic, row: `${state.org}/${state.key}` } }));

/** A state as its topic has it; undefined while its links are not there yet: a name that changes now would pass it by. */
export async function recordOf(
  store: Pick<Store, 'privateRow'>,
  topic: string,
  state: StateRow,
): Promise<StateRecord | undefined> {
  const naming = namingOf(topic);
  if (!naming) return { topic, ...state } as StateRecord;
  for (const key of linkKeys(topic, state)) if (!(await store.privateRow(LINKS, key))) return undefined;
  const { value, ...rest } = state;
  const named = new Map<string, unknown>();
  let revision = state.revision * STEP;
  for (const key of keysIn(topic, state)) {
    const row = (await store.privateRow(naming.from, `${state.org}/${key}`)) as StateRow | undefined;
    if (!row) continue;
    revision += row.revision;
    const { data, success } = stateTopics[naming.from].value.safeParse(row.value);
    if (!row.value) named.set(key, 'erased');
    else if (success) named.set(key, data);
  }
  const filled = value && naming.fill(value, named);
  return { topic, ...rest, revision, ...(filled ? { value: filled } : {}) } as StateRecord;
}

/** Whether the service's own states name keys of this topic. */
export const isNaming = (service: string, from: string) => namedBy(service, from).length > 0;

/** The own states that name a key, each with what has it owed again. */
export async function namersOf(
  store: Rows,
  from: string,
  { org, key }: Pick<StateRow, 'org' | 'key'>,
): Promise<{ topic: string; row: string }[]> {
  const links = await store.privateRows(LINKS, `${from}/${org}/${key}/`);
  return links.map(({ body }) => body as { topic: string; row: string });
}
