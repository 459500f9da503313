// The embedded event log: one append-only SQLite file for all services of the process. Subscribers keep their own
// positions with their effects, so nothing here need be written when an event is read.
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { type CloudEvent, isStateTopic, type StateRecord } from '@jiangong/contracts';
import { addSums, openDatabase, type Summed, sumOf } from '../sqlite/sqlite.ts';
import type { EventLog, LogRecord, Subscription } from './port.ts';
import { shuffled } from './shuffle.ts';
import { sqliteStates, statesSchema } from './sqlite-states.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS events (place INTEGER PRIMARY KEY, topic TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL,
    sum INTEGER);
`;
const BATCH = 256;
/** Where a reader's place among the events is kept. */
export const PARTITION = 'log';
const RETRY_MS = 200;
/** Nobody waits for the log's fsync, so under load it is shared by the commands of several turns. */
const REST_MS = 5;

export interface SqliteLogOptions {
  /** Tests: hand streams out interleaved at random, as partitions do in life, each stream still in its order. */
  shuffle?: () => number;
}

/** Opens `<folder>/log.db`; `url` is `file:<folder>`, or `memory:`. */
export async function openSqliteLog(url: string, options: SqliteLogOptions = {}): Promise<EventLog> {
  const db = openDatabase(
    url === 'memory:' ? ':memory:' : join(url.slice('file:'.length), 'log.db'),
    schema + statesSchema,
    'quick_check',
    REST_MS,
  );
  addSums(db.sql, 'events');
  const states = sqliteStates(db);
  const insert = db.sql.prepare('INSERT INTO events (topic, key, body, sum) VALUES (?, ?, ?, ?)');
  const after = db.sql.prepare(
    `SELECT place, topic, key, body, sum FROM events WHERE place > ? ORDER BY place LIMIT ${BATCH}`,
  );
  const lastPlace = db.sql.prepare('SELECT max(place) AS place FROM events');
  const counted = db.sql.prepare('SELECT topic, count(*) AS records FROM events GROUP BY topic').all();
  const held = new Map(counted.map(({ topic, records }) => [String(topic), Number(records)]));
  const appended = new EventEmitter().setMaxListeners(0);
  const reached = new Map<string, number>();
  /** By group and topic. */
  const reachedStates = new Map<string, { group: string; topic: string; place: number }>();

  /** Records after a place, and the place up to which they reach; of other topics only the place is of interest. */
  function next(place: number, topics: readonly string[]) {
    const rows = after.all(place) as unknown as ({ place: number; topic: string; key: string } & Summed)[];
    const records = rows
      .filter(({ topic }) => topics.includes(topic))
      .map(({ place, topic, key, ...summed }) => ({
        topic,
        key,
        value: db.read<unknown>(summed),
        position: { partition: PARTITION, offset: String(place) },
      }));
    return { records: options.shuffle ? shuffled(records, options.shuffle) : records, upTo: rows.at(-1)?.place };
  }

  async function handOut({ onRecord, signal }: Subscription, record: LogRecord) {
    while (!signal.aborted) {
      try {
        return await onRecord(record);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async function subscribe(subscription: Subscription) {
    const { topics, signal } = subscription;
    signal.addEventListener('abort', () => appended.emit('append'), { once: true });
    const states = topics.filter(isStateTopic);
    await Promise.all([followEvents(subscription), ...states.map((topic) => followStates(topic, subscription))]);
  }

  async function followStates(topic: string, subscription: Subscription) {
    const { group, from, signal } = subscription;
    let place = Number(from.find(({ partition }) => partition === topic)?.offset ?? 0);
    while (!signal.aborted) {
      reachedStates.set(`${group}/${topic}`, { group, topic, place });
      let found: ReturnType<typeof states.next>;
      try {
        found = states.next(topic, place);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        continue;
      }
      if (found.length === 0) await once(appended, 'append');
      for (const next of found) {
        await handOut(subscription, next.record);
        if (signal.aborted) return;
        place = next.place;
      }
    }
  }

  async function followEvents(subscription: Subscription) {
    const { group, topics, from, signal } = subscription;
    let place = Number(from.find(({ partition }) => partition === PARTITION)?.offset ?? 0);
    while (!signal.aborted) {
      reached.set(group, place);
      let found: ReturnType<typeof next>;
      try {
        found = next(place, topics);
      } catch {
        // The disk's fault, which readiness tells; what it holds back is neither passed over nor lost.
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        continue;
      }
      const { records, upTo } = found;
      if (upTo === undefined) {
        await once(appended, 'append');
        continue;
      }
      for (const record of records) {
        await handOut(subscription, record);
        if (signal.aborted) return;
      }
      place = upTo;
    }
  }

  return {
    async publish(topic, events: CloudEvent[]) {
      if (events.length === 0) return;
      await db.group(() => {
        for (const event of events) {
          const body = JSON.stringify(event);
          insert.run(topic, event.subject, body, sumOf(body));
        }
      });
      held.set(topic, (held.get(topic) ?? 0) + events.length);
      appended.emit('append');
    },
    async publishStates(records: StateRecord[]) {
      await db.group(() => states.put(records));
      appended.emit('append');
    },
    subscribe,
    held: async (topic) => ({ records: held.get(topic) ?? 0, lost: 0 }),
    async lag() {
      const last = (lastPlace.get() as { place: number | null }).place ?? 0;
      const lag = new Map([...reached].map(([group, place]) => [group, last - place]));
      for (const { group, topic, place } of reachedStates.values())
        lag.set(group, (lag.get(group) ?? 0) + states.behind(topic, place));
      return Object.fromEntries(lag);
    },
    backup: (folder) => db.backup(folder),
    async check() {
      db.check();
    },
    async close() {
      db.close();
    },
  };
}
