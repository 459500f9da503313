// Moves an installation from its data folder to MongoDB and Kafka: journals and private rows are copied, the log is written
// anew from the journals, and views are filled from both when services start there. Nothing of the folder is changed, and
// a move that was interrupted is made again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type CloudEvent, type ServiceName, topics } from '@jiangong/contracts';
import { watched } from './disk.ts';
import { eventsOfCommit } from './envelope.ts';
import { lockFolder } from './lock.ts';
import type { EventLog } from './log/port.ts';
import { bodyOf, lookOver, type Summed } from './sqlite.ts';
import type { Commit, Keep, NumberedKey, Store } from './store/port.ts';

export interface Moved {
  service: ServiceName;
  commits: number;
  kept: number;
  /** Events that were published now; 0 if an earlier move had done so. */
  events: number;
}
export interface MoveOptions {
  /** The data folder of an installation that has stopped. */
  from: string;
  storeUrl: string;
  logUrl: string;
  now: string;
  onMoved?(moved: Moved): void;
}
const AT_ONCE = 500;
/** Where consumers stood in the old log; in the new one everything is read, and what has been done is known by its cause. */
const OF_THE_OLD_LOG = 'positions';

export async function move({ from, storeUrl, logUrl, now, onMoved = () => {} }: MoveOptions): Promise<Moved[]> {
  if (!existsSync(from)) throw notThere(from);
  const release = lockFolder(from, now);
  const journals: { service: ServiceName; file: string; db: DatabaseSync }[] = [];
  let log: EventLog | undefined;
  try {
    for (const service of Object.keys(topics) as ServiceName[]) {
      const file = join(from, `${service}.db`);
      if (!existsSync(file)) continue;
      const db = watched(new DatabaseSync(file, { readOnly: true }), file, () => {});
      journals.push({ service, file, db });
      // All of them before anything is moved.
      lookOver(db, file);
    }
    if (journals.length === 0) throw notThere(from);
    const { openMongoStore } = await import('./store/mongo.ts');
    const { openKafkaLog } = await import('./log/kafka.ts');
    log = await openKafkaLog(logUrl);
    const all: Moved[] = [];
    for (const { service, file, db } of journals) {
      // No views yet: they are filled when the service starts, from all that is here then.
      const store = await openMongoStore(storeUrl, service, []);
      try {
        const commits = await copyJournal(db, file, store);
        const kept = await copyKept(db, store);
        await copyNumbers(db, store);
        const moved = { service, commits, kept, events: await publishAll(service, store, log) };
        all.push(moved);
        onMoved(moved);
      } finally {
        await store.close();
      }
    }
    return all;
  } finally {
    for (const { db } of journals) db.close();
    await log?.close();
    release();
  }
}

const notThere = (folder: string) => new Error(`${folder}: 不是数据目录 / not a data folder`);

/**
 * Writes a log anew from the journals: into another namespace, when the old log is lost, or knows more than journals that
 * were restored from a copy. No service may run meanwhile.
 * @returns events per service
 */
export async function writeLogAnew(storeUrl: string, logUrl: string): Promise<Record<string, number>> {
  const { openMongoStore } = await import('./store/mongo.ts');
  const { openKafkaLog } = await import('./log/kafka.ts');
  const log = await openKafkaLog(logUrl);
  const written: Record<string, number> = {};
  try {
    for (const service of Object.keys(topics) as ServiceName[]) {
      const store = await openMongoStore(storeUrl, service, []);
      written[service] = 0;
      let events: CloudEvent[] = [];
      const send = async () => {
        await log.publish(topics[service], events);
        written[service]! += events.length;
        events = [];
      };
      for await (const commit of store.journal()) {
        events.push(...eventsOfCommit(service, commit));
        if (events.length >= AT_ONCE) await send();
      }
      await send();
      await store.close();
    }
    return written;
  } finally {
    await log.close();
  }
}

async function copyJournal(db: DatabaseSync, file: string, store: Store): Promise<number> {
  let count = 0;
  for (const rows of pages(db.prepare('SELECT body, sum FROM commits ORDER BY place').iterate())) {
    const commits = rows.map((row) => bodyOf<Commit>(row as unknown as Summed, file));
    await Promise.all(commits.map((commit) => copyCommit(commit, store)));
    count += commits.length;
  }
  return count;
}

async function copyCommit(commit: Commit, store: Store) {
  const outcome = await store.write({ commit });
  const same = outcome.kind === 'known' ? outcome.commit : commit;
  if (outcome.kind === 'taken' || same.stream !== commit.stream || same.version !== commit.version)
    throw new Error(`目标已有其他数据 / the target holds something else: ${commit.stream} ${commit.version}`);
}

async function copyKept(db: DatabaseSync, store: Store): Promise<number> {
  let count = 0;
  const kept = db.prepare('SELECT tab, key, body FROM kept WHERE tab <> ?').iterate(OF_THE_OLD_LOG);
  for (const rows of pages(kept)) {
    const keep = rows.map(
      ({ tab, key, body }): Keep => ({ table: String(tab), key: String(key), body: JSON.parse(String(body)) }),
    );
    await store.write({ keep });
    count += keep.length;
  }
  return count;
}

/** The numbers of rows that readers went on from; a folder of an earlier release has none. */
async function copyNumbers(db: DatabaseSync, store: Store) {
  if (!db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'numbers'`).get()) return;
  for (const rows of pages(db.prepare('SELECT view, org, number, key FROM numbers').iterate()))
    await store.write({ numbers: rows as unknown as NumberedKey[] });
}

/** Copied commits wait to be told, like any that was just written; they are told in the order of their streams. */
async function publishAll(service: ServiceName, store: Store, log: EventLog): Promise<number> {
  let count = 0;
  for (;;) {
    const pending = await store.pending();
    if (pending.length === 0) return count;
    const events = pending.flatMap((commit) => eventsOfCommit(service, commit));
    await log.publish(topics[service], events);
    await store.settle(pending);
    count += events.length;
  }
}

type Row = Record<string, unknown>;
function* pages(rows: Iterable<Row>): Iterable<Row[]> {
  let page: Row[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length === AT_ONCE) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}
