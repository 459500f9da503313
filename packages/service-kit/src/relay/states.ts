// The way of states out of a service: a state and the note that it is owed to its topic are private rows of the commit that
// made it; the note is erased when the topic has it. What is published is the row as it is then, so a key's newest state may go
// out twice, and never an older one in its place for ever: the service follows its own topic and owes what was overtaken again.
import { type StateChange, type StateRecord, stateTopics, stateTopicsOf } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import type { EventLog } from '../log/port.ts';
import type { Commit, PrivateRow, Store } from '../store/port.ts';
import { linksOf, namersOf, recordOf, type StateRow } from './naming.ts';

export type { StateRow } from './naming.ts';

export const OWED = 'states-owed';
interface Owed {
  topic: string;
  /** The key of the state's row. */
  row: string;
  revision: number;
}

export const stateRowOf = (topic: string, body: StateRow): PrivateRow => ({
  table: topic,
  key: `${body.org}/${body.key}`,
  body,
  newer: true,
});
const owed = (topic: string, row: string, { revision, why }: { revision: number; why: string }): PrivateRow => ({
  table: OWED,
  key: `${topic}/${row}/${why}`,
  body: { topic, row, revision } satisfies Owed,
});
export const owedRowOf = (topic: string, { org, key, revision }: StateRow): PrivateRow =>
  owed(topic, `${org}/${key}`, { revision, why: `${revision}` });
/** A newer state was overtaken by this older one: another note than the one that is being paid just now. */
export const overtakenRowOf = (topic: string, { org, key, revision }: StateRow, older: number): PrivateRow =>
  owed(topic, `${org}/${key}`, { revision, why: `${revision}/after/${older}` });
/** What the service's own states say of a key that they name is another: each revision of it has a note of its own. */
export async function owedByName(
  store: Pick<Store, 'privateRow' | 'privateRows'>,
  from: string,
  named: StateRow,
): Promise<PrivateRow[]> {
  const namers = await namersOf(store, from, named);
  const why = `${from}/${named.key}/${named.revision}`;
  return namers.map(({ topic, row }) => owed(topic, row, { revision: 1, why }));
}

/** The private rows by which a commit's states are kept and owed; its last event numbers them. */
export function rowsOfStates(changes: readonly StateChange[], { org, version, events }: Commit): PrivateRow[] {
  return changes.flatMap(({ topic, key, value }) => {
    const checked = value === undefined ? undefined : stateTopics[topic].value.parse(value);
    const body = { key, org, revision: version + events.length - 1, ...(checked ? { value: checked } : {}) };
    return [stateRowOf(topic, body), ...linksOf(topic, body), owedRowOf(topic, body)];
  });
}

export interface StateRelay {
  /** Publishes what is owed; resolves when this process owes nothing it knew of, or failed. */
  run(): Promise<void>;
}
export interface StateRelayDeps {
  store: Pick<Store, 'privateRows' | 'privateRow' | 'write'>;
  publish(records: StateRecord[]): Promise<void>;
  onError(error: unknown): void;
  /** States published together. */
  batch?: number;
}

export function stateRelayOf({ store, publish, onError, batch = 200 }: StateRelayDeps): StateRelay {
  let running: Promise<void> | undefined;
  let again = false;

  async function publishSome(notes: { key: string; body: Owed }[]) {
    const newest = new Map<string, Owed>();
    for (const { body } of notes) {
      const place = `${body.topic}/${body.row}`;
      if ((newest.get(place)?.revision ?? 0) < body.revision) newest.set(place, body);
    }
    const records = new Map<string, StateRecord>();
    for (const [place, { topic, row, revision }] of newest) {
      const state = (await store.privateRow(topic, row)) as StateRow | undefined;
      // The rows of a commit may be written a little later than its note.
      const record = state && state.revision >= revision ? await recordOf(store, topic, state) : undefined;
      if (record) records.set(place, record);
    }
    if (records.size === 0) return;
    failpoint('before-states');
    await publish([...records.values()]);
    failpoint('after-states');
    const paid = notes.filter(({ body }) => records.has(`${body.topic}/${body.row}`));
    await store.write({ privateRows: paid.map(({ key }) => ({ table: OWED, key, body: undefined })) });
    failpoint('after-states-paid');
  }
  async function round() {
    for await (const notes of pagesOf(store, OWED, batch)) await publishSome(notes as { key: string; body: Owed }[]);
  }
  async function rounds() {
    try {
      do {
        again = false;
        await round();
      } while (again);
    } catch (error) {
      // What is owed stays so; the next sweep goes on.
      onError(error);
    }
    running = undefined;
  }
  return {
    run() {
      again = true;
      running ??= rounds();
      return running;
    },
  };
}

/** Publishes every state that a service's private rows hold of its own topics: for a log that is written anew. */
export async function publishAllStates(
  service: string,
  store: Pick<Store, 'privateRow' | 'privateRows'>,
  log: Pick<EventLog, 'publishStates'>,
): Promise<void> {
  for (const topic of stateTopicsOf(service))
    for await (const page of pagesOf(store, topic)) {
      const records = await Promise.all(page.map(({ body }) => recordOf(store, topic, body as StateRow)));
      await log.publishStates(records.filter((record) => record !== undefined));
    }
}

type Row = Awaited<ReturnType<Store['privateRows']>>[number];
async function* pagesOf(store: Pick<Store, 'privateRows'>, table: string, limit = 500): AsyncGenerator<Row[]> {
  for (let after: string | undefined; ; ) {
    const page = await store.privateRows(table, '', { after, limit });
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    after = page.at(-1)!.key;
  }
}
