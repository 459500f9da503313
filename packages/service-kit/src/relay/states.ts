// The way of states out of a service: a state and the note that it is owed to its topic are private rows of the commit that
// made it; the note is erased when the topic has it. What is published is the row as it is then, so a key's newest state may go
// out twice, and never an older one in its place for ever: the service follows its own topic and owes what was overtaken again.
import { type StateChange, type StateRecord, stateTopics, stateTopicsOf } from '@jiangong/contracts';
import { failpoint } from '../failpoint.ts';
import type { EventLog } from '../log/port.ts';
import type { Commit, PrivateRow, Store } from '../store/port.ts';

export const OWED = 'states-owed';
/** A private row of a state: in the table that has its topic's name, by organisation and key. */
export interface StateRow {
  key: string;
  org: string;
  revision: number;
  value?: Record<string, unknown>;
}
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
export function owedRowOf(topic: string, { org, key, revision }: StateRow): PrivateRow {
  const row = `${org}/${key}`;
  return { table: OWED, key: `${topic}/${row}/${revision}`, body: { topic, row, revision } satisfies Owed };
}

/** The private rows by which a commit's states are kept and owed; its last event numbers them. */
export function rowsOfStates(changes: readonly StateChange[], { org, version, events }: Commit): PrivateRow[] {
  return changes.flatMap(({ topic, key, value }) => {
    const checked = value === undefined ? undefined : stateTopics[topic].value.parse(value);
    const body = { key, org, revision: version + events.length - 1, ...(checked ? { value: checked } : {}) };
    return [stateRowOf(topic, body), owedRowOf(topic, body)];
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

  async function publishSome(owed: { key: string; body: Owed }[]) {
    const newest = new Map<string, Owed>();
    for (const { body } of owed) {
      const place = `${body.topic}/${body.row}`;
      if ((newest.get(place)?.revision ?? 0) < body.revision) newest.set(place, body);
    }
    const records = new Map<string, StateRecord>();
    for (const [place, { topic, row, revision }] of newest) {
      const state = (await store.privateRow(topic, row)) as StateRow | undefined;
      // The row of a commit may be written a little later than its note.
      if (state && state.revision >= revision) records.set(place, { topic, ...(state as Omit<StateRecord, 'topic'>) });
    }
    if (records.size === 0) return;
    failpoint('before-states');
    await publish([...records.values()]);
    failpoint('after-states');
    const paid = owed.filter(({ body }) => records.has(`${body.topic}/${body.row}`));
    await store.write({ privateRows: paid.map(({ key }) => ({ table: OWED, key, body: undefined })) });
    failpoint('after-states-paid');
  }
  async function round() {
    for await (const owed of pagesOf(store, OWED, batch)) await publishSome(owed as { key: string; body: Owed }[]);
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
  store: Pick<Store, 'privateRows'>,
  log: Pick<EventLog, 'publishStates'>,
): Promise<void> {
  for (const topic of stateTopicsOf(service))
    for await (const page of pagesOf(store, topic))
      await log.publishStates(page.map(({ body }) => ({ topic, ...(body as Omit<StateRecord, 'topic'>) })));
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
